import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply } from 'fastify';

const compressible = /^text\/|[/+]json\b|ndjson|[/+]xml\b|javascript|vnd\.mapbox-vector-tile|manifest/;
/** Bytes; what is shorter is sent as it is. */
const shortest = 1024;
/** Brotli's best is for files that are compressed once and for all. The plugin does the same. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const compressors = {
  br: promisify<Buffer, Buffer>((body, done) => brotliCompress(body, brotliOptions, done)),
  gzip: promisify<Buffer, Buffer>(gzip),
} as const;
type Encoding = keyof typeof compressors;
/** The better one first. */
const encodings = ['br', 'gzip'] as const satisfies readonly Encoding[];

/** Compresses text, JSON, CSV and tiles as they are sent. */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  const kept = new KeptCompressed();
  // Answers that are kept in memory are buffers; the plugin would compress them each time that they are sent.
  app.addHook('onSend', async (request, reply, payload) => {
    if (!Buffer.isBuffer(payload) || payload.length < shortest || !compressible.test(String(reply.getHeader('Content-Type'))))
      return payload;
    const encoding = encodings.find((name) => request.encoding([name]) === name);
    if (encoding === undefined || reply.hasHeader('Content-Encoding')) return payload;
    reply.header('Content-Encoding', encoding);
    varyByEncoding(reply);
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
  readonly #kept = { br: new WeakMap<Buffer, Promise<Buffer>>(), gzip: new WeakMap<Buffer, Promise<Buffer>>() };

  find(body: Buffer, encoding: Encoding): Promise<Buffer> {
    const known = this.#kept[encoding].get(body) ?? compressors[encoding](body);
    this.#kept[encoding].set(body, known);
    return known;
  }
}

function varyByEncoding(reply: FastifyReply): void {
  const before = reply.getHeader('Vary');
  reply.header('Vary', before === undefined ? 'accept-encoding' : `${String(before)}, accept-encoding`);
}
