import { basename, dirname } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where pages find the PMTiles file of the operator. */
const address = '/basemap/operator.pmtiles';

/** Serves a PMTiles file, of which pages ask for ranges of bytes. */
export async function serveBasemap(app: FastifyInstance, file: string): Promise<void> {
  await app.register(async (own) => {
    await own.register(files, { root: dirname(file), serve: false, cacheControl: false });
    own.get(address, { schema: { hide: true } }, (_request, reply) => {
      reply.type('application/vnd.pmtiles').header('Cache-Control', 'public, max-age=3600');
      return reply.sendFile(basename(file));
    });
  });
}

/** Tells the page where the operator's base map is, with an element that runs nothing. */
export function withBasemap(page: string): string {
  return page.replace('</head>', `<meta name="basemap" content="${address}" /></head>`);
}
