import { SettlementRanking } from '@monitor/contract';
import { measureNames } from '@monitor/domain';
import { rankSettlements as readRanking, readDatasetVersion } from '@monitor/store';
import { readSameVersion } from '../http/same-version.ts';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { flag, oneOf, wholeNumber } from '../http/parameters.ts';
import { findInKnown, knownRings } from '../known-rings.ts';
import { readQuery } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

const parameters = {
  measure: oneOf(measureNames, 'incidents', 'What settlements are ranked by.'),
  limit: wholeNumber(1, 500, 50, 'Maximum number of settlements.'),
  spread: flag('`1` also counts how many settlements have each amount, and how many there are.'),
};

/** The settlements of a filter's incidents, ranked by a measure. Asks the database, since the cube holds no names. */
export function rankSettlements(app: Api, { analytics, database }: Services): void {
  app.get(
    '/api/v1/settlements',
    {
      config: { asksDatabase: true },
      schema: {
        operationId: 'rankSettlements',
        tags: ['Numbers'],
        summary: 'Settlements, ranked by a measure',
        querystring: filterQuerySchema(parameters),
        response: { 200: dataAnswer(SettlementRanking, 'Settlements, largest amount first.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, parameters);
      const { signal } = request;
      const ranking = await unlessKnown(request, reply, canonical, {
        version: () => readDatasetVersion(database, { signal }),
        answer: (now) =>
          readSameVersion(analytics, { filter, now, signal }, async (snapshot, memory) => {
            const findInRing = findInKnown(await knownRings([filter.within], memory));
            return readRanking(database, filter, values, { signal, snapshot, findInRing });
          }),
      });
      return ranking ?? reply.send(undefined);
    },
  );
}
