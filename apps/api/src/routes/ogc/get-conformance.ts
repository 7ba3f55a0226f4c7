import { readParameters } from '../../http/query.ts';
import { addressesOf, mediaTypes, ogcRoot, ownLinks } from '../../ogc/addresses.ts';
import { conformanceClasses } from '../../ogc/conformance.ts';
import { html } from '../../ogc/html.ts';
import { formatParameter } from '../../ogc/parameters.ts';
import { sendDocument } from '../../ogc/send-resource.ts';
import type { Api } from '../../services.ts';

/** The conformance classes that are met. */
export function getConformance(app: Api): void {
  app.get(`${ogcRoot}/conformance`, { schema: { hide: true } }, async (request, reply) => {
    const { values } = readParameters(request, { f: formatParameter });
    const addresses = addressesOf(request);
    return sendDocument(request, reply, { format: values.f, type: mediaTypes.json }, (format) => ({
      json: { conformsTo: conformanceClasses },
      page: () => ({
        title: 'Conformance classes',
        above: [['OGC API', addresses.to('')]],
        links: ownLinks(addresses.to('/conformance'), format, mediaTypes.json),
        content: html`<ul>
          ${conformanceClasses.map((one) => html`<li><code>${one}</code></li>`)}
        </ul>`,
      }),
    }));
  });
}
