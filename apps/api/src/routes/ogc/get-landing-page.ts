import type { LandingPage } from '@monitor/contract';
import { readParameters } from '../../http/query.ts';
import { addressesOf, link, mediaTypes, ogcRoot, ownLinks } from '../../ogc/addresses.ts';
import { html, linkList } from '../../ogc/html.ts';
import { formatParameter } from '../../ogc/parameters.ts';
import { sendDocument } from '../../ogc/send-resource.ts';
import type { Api } from '../../services.ts';

const title = 'Open Armed Violence Monitor: OGC API – Features';
const description =
  'Incidents of armed violence for programs that read OGC API – Features, such as QGIS and GDAL. Each dataset is a collection, and each incident a feature. Incidents for which only the region or location is known have no geometry.';

/** The landing page of OGC API – Features. */
export function getLandingPage(app: Api): void {
  app.get(`${ogcRoot}/`, { schema: { hide: true } }, async (_request, reply) => reply.redirect(ogcRoot, 308));
  app.get(ogcRoot, { schema: { hide: true } }, async (request, reply) => {
    const { values } = readParameters(request, { f: formatParameter });
    const addresses = addressesOf(request);
    return sendDocument(request, reply, { format: values.f, type: mediaTypes.json }, (format) => {
      const links = [
        link('service-desc', addresses.to('/api'), mediaTypes.openapi, 'Description of this API for programs (OpenAPI 3.0)'),
        link('service-doc', addresses.to('/api?f=html'), mediaTypes.html, 'Description of this API for people'),
        link('conformance', addresses.to('/conformance'), mediaTypes.json, 'Conformance classes that are met'),
        link('data', addresses.to('/collections'), mediaTypes.json, 'Datasets, as collections'),
      ];
      const json: LandingPage = { title, description, links: [...ownLinks(addresses.to(''), format, mediaTypes.json), ...links] };
      const page = () => ({
        title,
        above: [],
        links: json.links,
        content: html`<p>${description}</p>
          ${linkList(links)}`,
      });
      return { json, page };
    });
  });
}
