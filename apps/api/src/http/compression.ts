import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

const compressible = /^text\/|[/+]json\b|ndjson|[/+]xml\b|javascript|vnd\.mapbox-vector-tile|manifest/;

/** Compresses text, JSON, CSV and tiles as they are sent. */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    customTypes: compressible,
    // Compressed request bodies are no use here, and a way to make us unpack bombs.
    globalDecompression: false,
  });
}
