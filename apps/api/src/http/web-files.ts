import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isKnownDocument } from './caching.ts';
import { loadFirstPage } from './first-page.ts';
import { describeDatasets } from './linked-data.ts';
import { pathOf } from './logging.ts';
import { withBasemap } from './operator-basemap.ts';
import { ProblemError, withFocus } from '@monitor/engine';
import { frameHeaders } from './security-headers.ts';
import type { Services } from '../services.ts';
import type { AccountOf } from './rate-limit.ts';
import type { SharedAnswers } from './shared-answers.ts';
import { isOfUnknownPlace } from './unknown-place.ts';

const year = 31_536_000;

/**
 * Serves the built web app from a folder. A browser that asks for one of its pages gets the app; for a page or place that is none it gets
 * the app with a 404, which says the same in words; everything else gets a 404.
 */
export async function serveWebFiles(
  app: FastifyInstance,
  folder: string,
  services: Pick<Services, 'analytics' | 'database' | 'newest' | 'settings'>,
  accountOf: AccountOf,
  kept: SharedAnswers,
): Promise<void> {
  const file = join(folder, 'index.html');
  const list = join(folder, 'pages.json');
  const built = existsSync(file) && existsSync(list);
  // Read once: a later build names other files, and goes with another server.
  const page = built ? withFocus(await readFile(file, 'utf8')) : '';
  const text = services.settings.basemap === undefined ? page : withBasemap(page);
  const empty = Buffer.from(text);
  if (built) {
    await app.register(files, {
      root: folder,
      dotfiles: 'ignore',
      // The build has compressed what is worth it.
      preCompressed: true,
      index: false,
      cacheControl: false,
      setHeaders(response, path) {
        // Names under assets/ hold a hash of the content.
        const lasting = path.startsWith(join(folder, 'assets'));
        response.setHeader('Vary', 'accept-encoding');
        response.setHeader('Cache-Control', lasting ? `public, max-age=${year}, immutable` : 'public, max-age=0, must-revalidate');
      },
    });
  }
  if (built) {
    const fill = loadFirstPage(app, text, folder, services, accountOf, kept);
    for (const path of await readPages(list)) {
      app.get(path.replaceAll('$', ':'), { schema: { hide: true }, ...frameHeaders(path) }, async (request, reply) => {
        // Explore was here once: its links still work.
        if (/^\/\?./.test(request.url)) return reply.redirect(`/explore${request.url.slice(1)}`, 301);
        const [{ page: drawn, datasetVersion }, isUnknown] = await Promise.all([fill(request), isOfUnknownPlace(app, request)]);
        if (datasetVersion !== undefined) reply.header('Dataset-Version', String(datasetVersion));
        return sendPage(request, isUnknown ? reply.code(404) : reply, await describeDatasets(request, drawn, services));
      });
    }
  }
  const refuse = (request: FastifyRequest): never => {
    const where = `There is nothing at ${pathOf(request)}.`;
    throw new ProblemError('not_found', built ? where : `${where} The web app has not been built. See /api/docs for the API.`);
  };
  app.setNotFoundHandler(async (request, reply) => {
    if (built && isPageRequest(request)) return sendPage(request, reply.code(404), empty);
    return refuse(request);
  });
  // A route of its own, so that pages of other sites can read this answer, too, where they may read the API.
  app.all('/api/*', { schema: { hide: true }, onRequest: async (request) => refuse(request) }, refuse);
}

/** Paths of the pages that the web app's router knows, `$` before the name of a part that varies; a test of the web app holds the list to it. */
async function readPages(list: string): Promise<readonly string[]> {
  return JSON.parse(await readFile(list, 'utf8')) as string[];
}

function isPageRequest(request: FastifyRequest): boolean {
  const path = pathOf(request);
  const outside = !/^\/(?:api|ogc|health|metrics|assets|basemap)(?:\/|$)/.test(path);
  return outside && (request.method === 'GET' || request.method === 'HEAD') && /\btext\/html\b/.test(request.headers.accept ?? '');
}

async function sendPage(request: FastifyRequest, reply: FastifyReply, page: Buffer): Promise<FastifyReply> {
  const known = reply.statusCode === 200 && isKnownDocument(request, reply, page);
  // In no cache on the way: a page of an earlier release names files that are no longer there.
  reply.header('Cache-Control', 'public, max-age=0, must-revalidate');
  return known ? reply.send() : reply.type('text/html; charset=utf-8').send(page);
}
