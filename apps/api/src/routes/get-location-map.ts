import { LRUCache } from 'lru-cache';
import { Type } from 'typebox';
import { isHome, jurisdiction } from '@monitor/geography';
import { locationMap } from '@monitor/geography/location-map';
import { isKnownDocument } from '../http/caching.ts';
import { ProblemError } from '../http/problem-error.ts';
import { readParameters } from '../http/query.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import type { Api } from '../services.ts';

/** Each takes up to a few megabytes. */
const mostKept = 8;

/** What a map draws of a location outside the region: land, lines, and names of regions and settlements. */
export function getLocationMap(app: Api): void {
  const kept = new LRUCache<string, Buffer>({ max: mostKept });
  app.get(
    '/api/v1/locations/:code/map',
    {
      schema: {
        operationId: 'getLocationMap',
        tags: ['Meaning'],
        summary: 'Land, lines and names of a location outside South-East and Eastern Europe, as GeoJSON',
        params: Type.Object({ code: Type.String({ description: 'Code of the location.' }) }),
        response: {
          200: {
            description: 'Features with a `kind`: land, outline, region_line, region_name or place.',
            content: {
              'application/geo+json': { schema: Type.Object({ type: Type.String(), features: Type.Array(Type.Unknown()) }) },
            },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      readParameters(request, {});
      const { code } = request.params;
      if (jurisdiction(code) === undefined || isHome(code))
        throw new ProblemError('not_found', 'There is no map of this location alone. See the codebook for the codes of locations.');
      const text = kept.get(code) ?? Buffer.from(JSON.stringify(locationMap(code)));
      kept.set(code, text);
      if (isKnownDocument(request, reply, text)) return reply.send(undefined);
      return reply.type('application/geo+json').send(text as never);
    },
  );
}
