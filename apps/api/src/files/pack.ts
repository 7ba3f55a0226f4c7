import { pipeline, Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/** Bytes of a compressed piece. */
const chunkSize = 65_536;
/** Brotli's best is for files that are compressed once and for all. */
export const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const packers = {
  br: () => createBrotliCompress({ ...brotliOptions, chunkSize }),
  gzip: () => createGzip({ chunkSize }),
} as const;

/** How an answer is compressed on its way, as HTTP names it. */
export type Encoding = keyof typeof packers;
/** The better one first. */
export const encodings = ['br', 'gzip'] as const satisfies readonly Encoding[];

/** The pieces, compressed. Fails where they fail, and ends them where no more is read. */
export function packed(pieces: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<Uint8Array> {
  const packer = packers[encoding]();
  // The reader learns of a failure from the stream.
  pipeline(Readable.from(pieces), packer, () => undefined);
  return packer;
}
