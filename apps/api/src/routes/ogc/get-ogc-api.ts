import { readParameters } from '../../http/query.ts';
import { addressesOf, mediaTypes, ogcRoot, ownLinks } from '../../ogc/addresses.ts';
import { definitions, html, withCode } from '../../ogc/html.ts';
import { openapiDocument } from '../../ogc/openapi-document.ts';
import { formatParameter } from '../../ogc/parameters.ts';
import { sendDocument } from '../../ogc/send-resource.ts';
import type { Api } from '../../services.ts';

/** The description of OGC API – Features in OpenAPI 3.0, which the standard asks for. */
export function getOgcApi(app: Api): void {
  app.get(`${ogcRoot}/api`, { schema: { hide: true } }, async (request, reply) => {
    const { values } = readParameters(request, { f: formatParameter });
    const addresses = addressesOf(request);
    return sendDocument(request, reply, { format: values.f, type: mediaTypes.openapi }, (format) => {
      const json = openapiDocument(addresses);
      const page = () => ({
        title: 'Description of the API',
        above: [['OGC API', addresses.to('')] as const],
        links: ownLinks(addresses.to('/api'), format, mediaTypes.openapi),
        content: html`<p>${withCode(json.info.description)}</p>
          ${Object.entries(json.paths).map(
            ([path, { get }]) =>
              html`<h2><code>${ogcRoot}${path === '/' ? '' : path}</code></h2>
                <p>${get.summary}</p>
                ${definitions(get.parameters.map(({ name, description = '' }) => [html`<code>${name}</code>`, withCode(description)]))}`,
          )}`,
      });
      return { json, page };
    });
  });
}
