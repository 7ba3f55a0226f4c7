import { PlaceList } from '@monitor/contract';
import { readDatasetVersion } from '@monitor/store';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { querySchema } from '../http/filter-parameters.ts';
import { placeParameters } from '@monitor/engine';
import { readParameters } from '../http/query.ts';
import { searchPlaces } from '../search-places.ts';
import type { Api, Services } from '../services.ts';

/** Settlements by a name in any language, those with most incidents first. */
export function findPlaces(app: Api, { database }: Services): void {
  app.get(
    '/api/v1/places',
    {
      config: { asksDatabase: true },
      schema: {
        operationId: 'findPlaces',
        tags: ['Meaning'],
        summary: 'Search for settlements with incidents',
        querystring: querySchema(placeParameters),
        response: { 200: dataAnswer(PlaceList, 'Settlements, most incidents first.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { values, canonical } = readParameters(request, placeParameters);
      const { signal } = request;
      const found = await unlessKnown(request, reply, canonical, {
        version: () => readDatasetVersion(database, { signal }),
        answer: () => searchPlaces(database, values.q, values.limit, { signal }),
      });
      return found ?? reply.send(undefined);
    },
  );
}
