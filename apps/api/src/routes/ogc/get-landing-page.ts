import { siteFocus } from '@monitor/geography';
import { readFileSync } from 'node:fs';
import type { LandingPage } from '@monitor/contract';
import { isKnownDocument } from '../../http/caching.ts';
import { escapeMarkup } from '@monitor/engine';
import { readParameters } from '../../http/query.ts';
import { addressesOf, link, mediaTypes, ogcRoot } from '../../ogc/addresses.ts';
import { landingFormat } from '../../ogc/parameters.ts';
import { sendDocument } from '../../ogc/send-resource.ts';
import type { Api } from '../../services.ts';

const titleOf = () => `${siteFocus().title}: OGC API – Features`;
const description =
  'Incidents of armed violence for programs that read OGC API – Features, such as QGIS and GDAL. Each dataset is a collection, and each incident a feature. Incidents for which only the region or location is known have no geometry.';

const css = readFileSync(new URL('../../../ogc-page.css', import.meta.url), 'utf8');
const stylePath = `${ogcRoot}/page.css`;

/** The landing page of OGC API – Features, as JSON for programs and as HTML for people, with its style sheet. */
export function getLandingPage(app: Api): void {
  app.get(`${ogcRoot}/`, { schema: { hide: true } }, async (_request, reply) => reply.redirect(ogcRoot, 308));
  app.get(stylePath, { schema: { hide: true } }, async (request, reply) =>
    isKnownDocument(request, reply, css) ? reply.send() : reply.type('text/css; charset=utf-8').send(css),
  );
  app.get(ogcRoot, { schema: { hide: true } }, async (request, reply) => {
    const { values } = readParameters(request, { f: landingFormat });
    void reply.header('Vary', 'Accept');
    const { json, html } = mediaTypes;
    const isPage = values.f === undefined ? request.accepts().type([json, html]) === html : values.f === 'html';
    const { to } = addressesOf(request);
    const page: LandingPage = {
      title: titleOf(),
      description,
      links: [
        link('self', to('?f=json'), json, 'This page as JSON'),
        link('alternate', to('?f=html'), html, 'This page as HTML'),
        link('data', to('/collections'), json, 'Datasets, as collections'),
        link('service-desc', to('/api'), mediaTypes.openapi, 'Description of this API (OpenAPI 3.0)'),
        link('conformance', to('/conformance'), json, 'Conformance classes that are met'),
      ],
    };
    return isPage
      ? sendDocument(request, reply, 'text/html; charset=utf-8', pageText(page, to('')))
      : sendDocument(request, reply, json, JSON.stringify(page));
  });
}

/** A whole page without scripts. @param address by which the client reached the landing page */
function pageText({ links }: LandingPage, address: string): string {
  const programs = links.filter(({ rel }) => rel !== 'alternate');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escapeMarkup(titleOf())}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${stylePath}" />
    <link rel="alternate" type="${mediaTypes.json}" href="${ogcRoot}?f=json" />
  </head>
  <body>
    <nav><a href="/">${escapeMarkup(siteFocus().title)}</a></nav>
    <main>
      <h1>${escapeMarkup(titleOf())}</h1>
      <p>${description}</p>
      <h2>Add the data in QGIS</h2>
      <ol>
        <li>Open Layer > Add Layer > Add WFS / OGC API – Features Layer.</li>
        <li>Select New. Enter a name and this URL: <code>${escapeMarkup(address)}</code></li>
        <li>As the version, choose OGC API – Features. Select OK, then Connect.</li>
        <li>Select a dataset, then Add.</li>
      </ol>
      <p>You can also <a href="/data">download the data</a>.</p>
      <h2>For programs</h2>
      <p>These addresses answer in JSON:</p>
      <ul>
        ${programs.map(({ href, title: name = href }) => `<li><a href="${escapeMarkup(href)}">${name}</a></li>`).join('\n        ')}
      </ul>
    </main>
  </body>
</html>
`;
}
