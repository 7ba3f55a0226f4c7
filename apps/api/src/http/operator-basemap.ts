import { basename, dirname } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Basemap } from '../config.ts';

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

/** Tells the page of the operator's base map, with elements that run nothing. */
export function withBasemap(page: string, basemap: Basemap | undefined): string {
  if (basemap === undefined) return page;
  const content = basemap.kind === 'style' ? basemap.url : address;
  const escaped = content.replace(/[&"<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return page.replace('</head>', () => `<meta name="basemap-${basemap.kind}" content="${escaped}" /></head>`);
}
