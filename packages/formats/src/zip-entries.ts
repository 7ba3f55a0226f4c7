import { configure, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

/** A file of an archive: its text or bytes, or what writes them once its turn has come. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array | (() => AsyncIterable<string | Uint8Array>);
}

interface ZipSettings {
  /** Whether a file, or all of them, can take more than 4 GiB. Some old programs cannot read that form. */
  readonly large: boolean;
  readonly modified: Date;
}

// The pieces are compressed where they are made: by threads of Node's own, or in the browser's thread that answers for a site.
configure({ useWebWorkers: false });

/** A ZIP archive in pieces. Files are written one after the other. */
export async function* zipEntries(
  entries: readonly ZipEntry[],
  { large, modified }: ZipSettings,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const zip = new ZipWriter(writable, { zip64: large, lastModDate: modified, extendedTimestamp: false });
  const begun: AsyncIterator<string | Uint8Array>[] = [];
  const begin = (content: () => AsyncIterable<string | Uint8Array>) => {
    const pieces = content()[Symbol.asyncIterator]();
    begun.push(pieces);
    return streamOf(pieces);
  };
  const write = async () => {
    for (const { name, content } of entries)
      await zip.add(name, typeof content === 'function' ? begin(content) : new Uint8ArrayReader(bytesOf(content)));
    await zip.close();
  };
  const reader = readable.getReader();
  // What fails here fails the reader of the pieces.
  const written = write().catch((error: unknown) => writable.abort(error).catch(() => undefined));
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    // A reader who leaves early releases what the files are made of, too.
    await reader.cancel().catch(() => undefined);
    await written;
    for (const pieces of begun) await pieces.return?.();
  }
}

const encoder = new TextEncoder();
const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? encoder.encode(content) : content);

/** Browsers cannot make a stream of what gives pieces one by one. */
function streamOf(pieces: AsyncIterator<string | Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(stream) {
      const { done, value } = await pieces.next();
      if (done === true) stream.close();
      else stream.enqueue(bytesOf(value));
    },
  });
}
