import { HexagonCounts } from '@monitor/contract';
import { hexagonLevels, measureNames } from '@monitor/domain';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { oneOf, wholeNumber } from '../http/parameters.ts';
import { readQuery } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

const parameters = {
  level: wholeNumber(hexagonLevels.coarsest, hexagonLevels.finest, 4, 'Level of the H3 grid.'),
  measure: oneOf(measureNames, 'incidents', 'What `amount` counts.'),
};

/** The incidents of a filter that have a public point, counted by hexagon. */
export function getHexagons(app: Api, { analytics }: Services): void {
  app.get(
    '/api/v1/hexagons',
    {
      schema: {
        operationId: 'getHexagons',
        tags: ['Numbers'],
        summary: 'Incidents by hexagon (H3)',
        querystring: filterQuerySchema(parameters),
        response: { 200: dataAnswer(HexagonCounts, 'Hexagons that have incidents.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, parameters);
      const { signal } = request;
      const found = await unlessKnown(request, reply, canonical, {
        version: () => analytics.version(signal),
        answer: async () => (await analytics.snapshot(filter, signal)).hexagons(values.level, values.measure),
      });
      if (!found) return reply.send(undefined);
      const { hexagons, ...head } = found;
      return {
        ...head,
        cell: hexagons.map(({ cell }) => cell),
        incidents: hexagons.map(({ incidents }) => incidents),
        killed: hexagons.map(({ killed }) => killed),
        injured: hexagons.map(({ injured }) => injured),
        amount: hexagons.map(({ amount }) => amount),
      };
    },
  );
}
