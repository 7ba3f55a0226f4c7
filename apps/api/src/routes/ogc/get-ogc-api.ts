import { readParameters } from '../../http/query.ts';
import { addressesOf, mediaTypes, ogcRoot } from '../../ogc/addresses.ts';
import { openapiDocument } from '../../ogc/openapi-document.ts';
import { formatParameter } from '../../ogc/parameters.ts';
import { sendDocument } from '../../ogc/send-resource.ts';
import type { Api } from '../../services.ts';

/** The description of OGC API – Features in OpenAPI 3.0, which the standard asks for. */
export function getOgcApi(app: Api): void {
  app.get(`${ogcRoot}/api`, { schema: { hide: true } }, async (request, reply) => {
    readParameters(request, { f: formatParameter });
    return sendDocument(request, reply, mediaTypes.openapi, JSON.stringify(openapiDocument(addressesOf(request))));
  });
}
