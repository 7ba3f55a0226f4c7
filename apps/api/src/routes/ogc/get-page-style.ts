import { readFileSync } from 'node:fs';
import { isKnownDocument } from '../../http/caching.ts';
import { stylePath } from '../../ogc/html.ts';
import type { Api } from '../../services.ts';

const css = readFileSync(new URL('../../../ogc-page.css', import.meta.url), 'utf8');

/** The style sheet of the pages of OGC API – Features. */
export function getPageStyle(app: Api): void {
  app.get(stylePath, { schema: { hide: true } }, async (request, reply) =>
    isKnownDocument(request, reply, css) ? reply.send() : reply.type('text/css; charset=utf-8').send(css),
  );
}
