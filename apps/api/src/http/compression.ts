import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { brotliOptions, type Encoding, encodings } from '../files/make-file.ts';

const compressible = /^text\/|[/+]json\b|ndjson|[/+]xml\b|javascript|vnd\.mapbox-vector-tile|manifest/;
/** Bytes; what is shorter is sent as it is. */
const shortest = 1024;

const compressors = {
  br: promisify<Buffer, Buffer>((body, done) => brotliCompress(body, brotliOptions, done)),
  gzip: promisify<Buffer, Buffer>(gzip),
} as const satisfies Record<Encoding, unknown>;

/** How the answer to a request is to be compressed; undefined if it is not. */
export function wantedEncoding(request: FastifyRequest, mediaType: string): Encoding | undefined {
  return compressible.test(mediaType) ? encodings.find((name) => request.encoding([name]) === name) : undefined;
}

/** Says that an answer is compressed. */
export function describeEncoding(reply: FastifyReply, encoding: Encoding): void {
  reply.header('Content-Encoding', encoding);
  const before = reply.getHeader('Vary');
  reply.header('Vary', before === undefined ? 'accept-encoding' : `${String(before)}, accept-encoding`);
}

/** Compresses text, JSON, CSV and tiles as they are sent. */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  const kept = new KeptCompressed();
  // Answers that are kept in memory are buffers; the plugin would compress them each time that they are sent.
  app.addHook('onSend', async (request, reply, payload) => {
    if (!Buffer.isBuffer(payload) || payload.length < shortest || reply.hasHeader('Content-Encoding')) return payload;
    const encoding = wantedEncoding(request, String(reply.getHeader('Content-Type')));
    if (encoding === undefined) return payload;
    describeEncoding(reply, encoding);
    return kept.find(payload, encoding);
  });
  await app.register(compress, {
    encodings: [...encodings],
    threshold: shortest,
    customTypes: compressible,
    // Compressed request bodies are no use here, and a way to make us unpack bombs.
    globalDecompression: false,
  });
}

/** What bodies become when they are compressed, for as long as somebody keeps the bodies. */
class KeptCompressed {
  readonly #kept = {
    br: new WeakMap<Buffer, Buffer | Promise<Buffer>>(),
    gzip: new WeakMap<Buffer, Buffer | Promise<Buffer>>(),
  };

  async find(body: Buffer, encoding: Encoding): Promise<Buffer> {
    const kept = this.#kept[encoding];
    const known = kept.get(body);
    if (known) return known;
    const work = compressors[encoding](body);
    kept.set(body, work);
    try {
      const compressed = await work;
      // Not the promise, which keeps the request that it was made for.
      kept.set(body, compressed);
      return compressed;
    } catch (error) {
      // Such as a lack of memory, which the next request may not meet.
      kept.delete(body);
      throw error;
    }
  }
}
