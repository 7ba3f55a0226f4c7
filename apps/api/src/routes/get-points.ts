import type { FastifyReply } from 'fastify';
import { PointList } from '@monitor/contract';
import { mostPoints } from '@monitor/domain';
import { answerPoints } from '@monitor/engine';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { readQuery } from '../http/query.ts';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import type { Api, Services } from '../services.ts';

/** The exact points of a filter's incidents with their days, for statistics of place and time. */
export function getPoints(app: Api, { analytics }: Services, answers: SharedAnswers): void {
  app.get(
    '/api/v1/points',
    {
      schema: {
        operationId: 'getPoints',
        tags: ['Numbers'],
        summary: 'Exact points with their days',
        description: `Points of incidents whose place is exact and whose day is known, as columns, at most ${mostPoints.toLocaleString('en-GB')}. Identifiers and details are in the list.`,
        querystring: filterQuerySchema({}),
        response: { 200: dataAnswer(PointList, 'The points.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { filter, canonical } = readQuery(request, {});
      const found = await unlessKnown(request, reply, canonical, {
        version: () => analytics.version(request.signal),
        answer: (version) =>
          answers.find(version, canonical, request.signal, async (signal) => {
            const points = await answerPoints(analytics, filter, signal);
            const text = reply.serializeInput(points, '200');
            return { datasetVersion: points.datasetVersion, body: Buffer.from(text as string) };
          }),
      });
      if (!found) return reply.send(undefined);
      // The schema has made the text already.
      return (reply as FastifyReply).type('application/json; charset=utf-8').send(found.body);
    },
  );
}
