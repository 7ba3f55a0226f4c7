import { readFileSync } from 'node:fs';
import { isKnownDocument } from '../../http/caching.ts';
import { ogcRoot } from '../../ogc/addresses.ts';
import type { Api } from '../../services.ts';

const css = readFileSync(new URL('../../../ogc-page.css', import.meta.url), 'utf8');

export const stylePath = `${ogcRoot}/page.css`;

/** The style sheet of the landing page of OGC API – Features. */
export function getPageStyle(app: Api): void {
  app.get(stylePath, { schema: { hide: true } }, async (request, reply) =>
    isKnownDocument(request, reply, css) ? reply.send() : reply.type('text/css; charset=utf-8').send(css),
  );
}
