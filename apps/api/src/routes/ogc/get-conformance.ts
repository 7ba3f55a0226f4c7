import { readParameters } from '../../http/query.ts';
import { mediaTypes, ogcRoot } from '../../ogc/addresses.ts';
import { conformanceClasses } from '../../ogc/conformance.ts';
import { formatParameter } from '../../ogc/parameters.ts';
import { sendDocument } from '../../ogc/send-resource.ts';
import type { Api } from '../../services.ts';

const text = JSON.stringify({ conformsTo: conformanceClasses });

/** The conformance classes that are met. */
export function getConformance(app: Api): void {
  app.get(`${ogcRoot}/conformance`, { schema: { hide: true } }, async (request, reply) => {
    readParameters(request, { f: formatParameter });
    return sendDocument(request, reply, mediaTypes.json, text);
  });
}
