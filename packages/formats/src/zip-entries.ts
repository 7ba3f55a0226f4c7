import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of an archive: its text or bytes, or what writes them once its turn has come. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array | (() => AsyncIterable<string | Uint8Array>);
}

interface ZipSettings {
  /** 1 to 9: the higher, the slower and smaller. */
  readonly level: number;
  /** Whether a file, or all of them, can take more than 4 GiB. Some old programs cannot read that form. */
  readonly large: boolean;
  readonly modified: Date;
}

/** A ZIP archive in pieces. Files are written one after the other; compression runs on threads of Node. */
export async function* zipEntries(
  entries: readonly ZipEntry[],
  { level, large, modified }: ZipSettings,
): AsyncGenerator<Uint8Array, void, undefined> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const begun = new Set<Readable>();
  zip.on('error', (error: Error) => output.destroy(error));
  for (const { name, content } of entries) {
    const settings = { mtime: modified, compressionLevel: level };
    if (typeof content !== 'function') zip.addBuffer(Buffer.from(content), name, settings);
    else
      zip.addReadStreamLazy(name, { ...settings, forceZip64Format: large }, (take) => {
        const text = Readable.from(content(), { objectMode: false, highWaterMark: 65_536 });
        begun.add(text);
        text.on('error', (error) => output.destroy(error));
        take(null, text);
      });
  }
  zip.end({ forceZip64Format: large, comment: '' });
  try {
    yield* output as AsyncIterable<Uint8Array>;
  } finally {
    // A reader who leaves early releases what the files are made of, too.
    for (const text of begun)
      if (!text.closed) {
        text.destroy();
        await once(text, 'close');
      }
  }
}
