import { SettlementRanking } from '@monitor/contract';
import { rankSettlements as readRanking, readDatasetVersion } from '@monitor/store';
import { readSameVersion } from '../http/same-version.ts';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { settlementParameters } from '@monitor/engine';
import { findInKnown, knownRings } from '../known-rings.ts';
import { readQuery } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

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
        querystring: filterQuerySchema(settlementParameters),
        response: { 200: dataAnswer(SettlementRanking, 'Settlements, largest amount first.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, settlementParameters);
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
