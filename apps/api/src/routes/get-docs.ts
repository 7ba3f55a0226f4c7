import { readFileSync } from 'node:fs';
import { docsPage } from '../docs-page.ts';
import { isKnownDocument } from '../http/caching.ts';
import type { Api } from '../services.ts';

const style = readFileSync(new URL('../../docs-page.css', import.meta.url), 'utf8');

/** The description of the API as a page, without scripts, and its style sheet. */
export function getDocs(app: Api): void {
  let page: string | undefined;
  app.get('/api/docs', { schema: { hide: true } }, async (request, reply) => {
    page ??= docsPage(app.swagger());
    if (isKnownDocument(request, reply, page)) return reply.send(undefined);
    return reply.type('text/html; charset=utf-8').send(page);
  });
  app.get('/api/docs.css', { schema: { hide: true } }, async (request, reply) => {
    if (isKnownDocument(request, reply, style)) return reply.send(undefined);
    return reply.type('text/css; charset=utf-8').send(style);
  });
}
