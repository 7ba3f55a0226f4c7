import { HexagonCounts } from '@monitor/contract';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { answerHexagons, hexagonParameters } from '@monitor/engine';
import { readQuery } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

/** The incidents of a filter that have a public point, counted by hexagon. */
export function getHexagons(app: Api, { analytics }: Services): void {
  app.get(
    '/api/v1/hexagons',
    {
      schema: {
        operationId: 'getHexagons',
        tags: ['Numbers'],
        summary: 'Incidents by hexagon (H3)',
        querystring: filterQuerySchema(hexagonParameters),
        response: { 200: dataAnswer(HexagonCounts, 'Hexagons that have incidents.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, hexagonParameters);
      const { signal } = request;
      const found = await unlessKnown(request, reply, canonical, {
        version: () => analytics.version(signal),
        answer: () => answerHexagons(analytics, filter, values, signal),
      });
      return found ?? reply.send(undefined);
    },
  );
}
