import { readParameters } from '../../http/query.ts';
import { addressesOf, mediaTypes, ogcRoot } from '../../ogc/addresses.ts';
import { openapiDocument } from '../../ogc/openapi-document.ts';
import { formatParameter } from '../../ogc/parameters.ts';
import { sendDocument } from '../../ogc/send-resource.ts';
import type { Api } from '../../services.ts';

/** The conformance classes that are met, and no others. */
const conformanceClasses = [
  ...['core', 'oas30', 'geojson'].map((name) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`),
  ...['queryables', 'queryables-query-parameters', 'filter', 'features-filter'].map(
    (name) => `http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/${name}`,
  ),
  ...[
    'cql2-text',
    'cql2-json',
    'basic-cql2',
    'advanced-comparison-operators',
    'case-insensitive-comparison',
    'basic-spatial-functions',
    // What the draft called the class before, and QGIS before 3.44 looks for.
    'basic-spatial-operators',
  ].map((name) => `http://www.opengis.net/spec/cql2/1.0/conf/${name}`),
];

const text = JSON.stringify({ conformsTo: conformanceClasses });

/** What this is: the conformance classes that are met, and the description in OpenAPI 3.0, which the standard asks for. */
export function getDescription(app: Api): void {
  app.get(`${ogcRoot}/conformance`, { schema: { hide: true } }, async (request, reply) => {
    readParameters(request, { f: formatParameter });
    return sendDocument(request, reply, mediaTypes.json, text);
  });
  app.get(`${ogcRoot}/api`, { schema: { hide: true } }, async (request, reply) => {
    readParameters(request, { f: formatParameter });
    return sendDocument(request, reply, mediaTypes.openapi, JSON.stringify(openapiDocument(addressesOf(request))));
  });
}
