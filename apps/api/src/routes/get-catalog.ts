import { Type } from 'typebox';
import { dcatCatalog } from '../catalog/dcat.ts';
import { unlessKnown } from '../http/caching.ts';
import { datasetsOfNumbers } from '../http/same-version.ts';
import { originOf } from '../http/origin.ts';
import { readParameters } from '../http/query.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import type { Api, Services } from '../services.ts';

/** The catalogue of all datasets, for data portals. */
export function getCatalog(app: Api, { analytics, database, settings }: Services): void {
  app.get(
    '/catalog.jsonld',
    {
      schema: {
        operationId: 'getCatalog',
        tags: ['Meaning'],
        summary: 'Catalogue of the datasets for data portals (DCAT-AP 3 in JSON-LD)',
        response: {
          200: {
            description: 'The catalogue.',
            content: { 'application/ld+json': { schema: Type.Unsafe<string>({ type: 'object' }) } },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const { canonical } = readParameters(request, {});
      const origin = originOf(request);
      const found = await unlessKnown(request, reply, `${origin} ${canonical}`, datasetsOfNumbers(analytics, database, request));
      if (!found) return reply.send(undefined);
      return reply
        .type('application/ld+json')
        .serializer(String)
        .send(JSON.stringify(dcatCatalog({ ...found, origin, settings })));
    },
  );
}
