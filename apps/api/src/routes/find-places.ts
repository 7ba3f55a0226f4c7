import { PlaceList } from '@monitor/contract';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { stateOfNumbers } from '../http/same-version.ts';
import { querySchema } from '../http/filter-parameters.ts';
import { placeParameters } from '@monitor/engine';
import { readParameters } from '../http/query.ts';
import { searchPlaces } from '../search-places.ts';
import type { Api, Services } from '../services.ts';

/** Settlements by a name in any language, those with most incidents first. */
export function findPlaces(app: Api, { analytics, database }: Services): void {
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
      const state = stateOfNumbers(analytics, database, request);
      const found = await unlessKnown(request, reply, canonical, {
        version: state.version,
        answer: () => state.read((snapshot) => searchPlaces(database, values.q, values.limit, { signal, snapshot })),
      });
      return found ?? reply.send(undefined);
    },
  );
}
