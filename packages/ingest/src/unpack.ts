import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, extname, relative } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { crc32, createGunzip } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { FileError, oneLine } from './findings.ts';
import type { ReadRowsOptions } from './read-rows.ts';

/** Where the bytes of a table come from. */
export interface FileSource {
  /** As given: a file, or a file in a ZIP archive, such as `/data/2017.zip/january.csv`. */
  readonly path: string;
  /** Last part of the path, for messages. */
  readonly name: string;
  /** Gives the bytes from the beginning, unpacked. Throws `FileError` where they are damaged or far more than they were packed. */
  readonly bytes: () => AsyncIterable<Buffer>;
  /** The parts of a workbook, which is an archive of its own. */
  readonly workbook?: Archive;
}

/** The files in an archive. */
export interface Archive {
  readonly names: readonly string[];
  /** Gives the bytes of one of the names, as `FileSource` does. */
  readonly bytes: (name: string) => AsyncIterable<Buffer>;
  /** How many bytes that are. */
  readonly size: (name: string) => number;
}

/** Bytes read from the disk at a time. */
const portion = 256 * 1024;

/** Bytes that may come out of any packed file. */
const free = 32 * 1024 * 1024;
/** How many times longer than packed a file may be beyond that. Tables are 5 to 50 times longer; what is made to fill a disk, 1,000. */
const mostTimes = 200;
/** Bytes of the longest file that is unpacked. */
const longest = 10 * 1024 ** 3;
/** Bytes of a workbook inside another archive, which must be in memory. */
const longestInside = 100 * 1024 * 1024;
/** Files of an archive that are looked at. */
const mostFiles = 10_000;

/**
 * Finds a file, and what unpacks it: gzip, a ZIP archive with one table in it, or neither.
 * @throws FileError if there is none, or an archive does not say which of its files is meant.
 */
export async function findSource(path: string): Promise<FileSource> {
  const onDisk = await findOnDisk(path);
  const plain = { path, name: basename(path), bytes: () => bytesOnDisk(onDisk.path) };
  return unpacked(plain, onDisk.path, onDisk.inside);
}

/** The file of a path, and the part of the path after it, which is in the file. */
async function findOnDisk(path: string): Promise<{ path: string; inside: string | undefined }> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return { path, inside: undefined };
  if (found)
    throw new FileError(
      found.isDirectory()
        ? `${path}: this is a folder, not a file. Name the files in it, for example ${basename(path)}/*.csv.`
        : `${path}: this is not a file. Save what it gives as a file, or send it to the standard input (-).`,
    );
  for (let above = dirname(path); above !== dirname(above); above = dirname(above)) {
    if ((await stat(above).catch(() => undefined))?.isFile())
      return { path: above, inside: relative(above, path).replaceAll('\\', '/') };
  }
  throw new FileError(`${path}: file not found.`);
}

/** The bytes of a source, until a signal ends them. */
export async function* readChunks(
  { bytes }: Pick<FileSource, 'bytes'>,
  { signal, onBytes }: ReadRowsOptions,
): AsyncGenerator<Buffer> {
  for await (const chunk of bytes()) {
    signal?.throwIfAborted();
    onBytes?.(chunk.length);
    yield chunk;
  }
}

async function* bytesOnDisk(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: portion }) as AsyncIterable<Buffer>;
  } catch (error) {
    throw new FileError(`${path}: could not read the file (${(error as Error).message}).`);
  }
}

/**
 * @param onDisk the file that has these bytes as they are, if there is one
 * @param inside the file of an archive that is meant
 * @param times how often it may still be packed: there are archives that contain themselves
 */
async function unpacked(source: FileSource, onDisk?: string, inside?: string, times = 3): Promise<FileSource> {
  const start = await firstBytes(source);
  const isArchive = ['PK\u0003\u0004', 'PK\u0005\u0006'].includes(start);
  if (!isArchive && !start.startsWith('\u001f\u008b')) {
    if (inside === undefined) return source;
    throw new FileError(`${source.path}: file not found, since ${basename(dirname(source.path))} is not a ZIP archive.`);
  }
  if (times === 0) throw new FileError(`${source.name}: this file is packed several times. Unpack it first.`);
  if (!isArchive) return unpacked({ ...source, bytes: () => gunzipped(source) }, undefined, inside, times - 1);
  const archive = await openArchive(source, onDisk);
  if (archive.names.some((name) => workbookPart.test(name))) return { ...source, workbook: archive };
  if (archive.names.some((name) => documentPart.test(name)))
    throw new FileError(`${source.name}: this is a document, not a table. Save it as .xlsx or as "CSV UTF-8".`);
  const name = chosenFile(archive, source, inside);
  return unpacked({ ...source, bytes: () => archive.bytes(name) }, undefined, undefined, times - 1);
}

async function firstBytes({ bytes }: FileSource): Promise<string> {
  for await (const chunk of bytes()) return chunk.toString('latin1', 0, 4);
  return '';
}

/** The part of a workbook that lists its sheets. */
export const workbookPart = /^xl\/workbook\d*\.xml$/i;
/** A part of documents of other programs: text, slides, OpenDocument. */
const documentPart = /^(?:\[Content_Types\]\.xml|mimetype)$/;

async function* gunzipped({ name, bytes }: FileSource): AsyncGenerator<Buffer> {
  let packed = 0;
  const counted = async function* () {
    for await (const chunk of bytes()) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const gunzip = createGunzip({ chunkSize: portion });
  pipeline(counted, gunzip, leaveToReader);
  yield* guarded(name, gunzip, () => packed);
}

/** The reader of the stream gets its error, so nothing is left to do here. */
function leaveToReader(): void {}

/** The same bytes, unless there are too many of them. */
async function* guarded(name: string, unpacking: Readable, packed: () => number, what: Packed = 'file'): AsyncGenerator<Buffer> {
  let length = 0;
  try {
    for await (const chunk of unpacking as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > longest || (length > free && length > mostTimes * packed()))
        throw new FileError(
          `${name}: unpacked, this file is ${length > longest ? 'longer than 10 GB' : `more than ${mostTimes} times longer`}. ` +
            'Unpack it yourself, check what is in it, and import that.',
        );
      yield chunk;
    }
  } catch (error) {
    throw error instanceof FileError ? error : damaged(name, what);
  }
}

type Packed = 'file' | 'archive';

function damaged(name: string, what: Packed = 'file'): FileError {
  return new FileError(`${name}: this ${what} is damaged or cut off, and cannot be unpacked. Get it again.`);
}

async function openArchive(source: FileSource, onDisk: string | undefined): Promise<Archive> {
  const inMemory = onDisk === undefined ? await collected(source) : undefined;
  const options = { lazyEntries: true, autoClose: false };
  const openZip = () => (onDisk === undefined ? fromBufferPromise(inMemory!, options) : openPromise(onDisk, options));
  const entries = new Map<string, Entry>();
  await withZip(source.name, openZip, async (zip) => {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= mostFiles) break;
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
    }
  });
  const bytes = async function* (name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name)!;
    if (entry.isEncrypted()) throw new FileError(`${source.name}: this file has a password. Unpack it first.`);
    if (!entry.canDecodeFileData())
      throw new FileError(`${source.name}: this file is packed in a way that cannot be read. Unpack it first.`);
    const zip = await openZip().catch(() => undefined);
    const stream = await zip?.openReadStreamPromise(entry).catch(() => undefined);
    try {
      if (!stream) throw damaged(source.name, 'archive');
      let sum = 0;
      for await (const chunk of guarded(source.name, stream, () => entry.compressedSize, 'archive')) {
        sum = crc32(chunk, sum);
        yield chunk;
      }
      if (sum !== entry.crc32) throw damaged(source.name, 'archive');
    } finally {
      zip?.close();
    }
  };
  return { names: [...entries.keys()], bytes, size: (name) => entries.get(name)?.uncompressedSize ?? 0 };
}

async function withZip(name: string, openZip: () => Promise<ZipFile>, use: (zip: ZipFile) => Promise<void>): Promise<void> {
  const zip = await openZip().catch(() => {
    throw damaged(name, 'archive');
  });
  try {
    await use(zip);
  } catch {
    throw damaged(name, 'archive');
  } finally {
    zip.close();
  }
}

async function collected({ name, bytes }: FileSource): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes()) {
    length += chunk.length;
    if (length > longestInside) throw new FileError(`${name}: the archive in this file is longer than 100 MB. Unpack it first.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Ends of the names of tables, where an archive has other files beside them. */
const tables = new Set(['.csv', '.tsv', '.tab', '.json', '.jsonl', '.ndjson', '.geojson', '.xlsx', '.gz']);

function chosenFile({ names }: Archive, { path, name }: FileSource, inside: string | undefined): string {
  // Programs of Apple add these beside each file.
  const files = names.filter((one) => !one.startsWith('__MACOSX/') && !basename(one).startsWith('.'));
  const candidates = files.filter((one) => tables.has(extname(one).toLowerCase()));
  const [first, ...others] =
    inside === undefined ? (candidates.length > 0 ? candidates : files) : files.filter((one) => one === inside);
  if (first !== undefined && others.length === 0) return first;
  const shown = files.slice(0, mostShown).map((one) => oneLine(one));
  const more = files.length > mostShown ? `, and ${files.length - mostShown} more` : '';
  if (inside !== undefined) throw new FileError(`${path}: file not found in the archive, which has ${shown.join(', ')}${more}.`);
  if (first === undefined) throw new FileError(`${name}: this archive is empty. Get it again.`);
  throw new FileError(
    `${name}: this archive has several files: ${shown.join(', ')}${more}. Add the name of the one to read, for example ${name}/${oneLine(first)}.`,
  );
}

/** Files of an archive that a message names. */
const mostShown = 10;
