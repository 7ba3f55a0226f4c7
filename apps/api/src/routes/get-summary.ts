import type { FastifyReply } from 'fastify';
import { Summary } from '@monitor/contract';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { answerSummary, summaryParameters } from '@monitor/engine';
import { readQuery } from '../http/query.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import type { Api, Services } from '../services.ts';

/** Totals, comparison with the period before, series and facets of a filter, and its hours of the week if requested. */
export function getSummary(app: Api, { analytics }: Services, answers: SharedAnswers): void {
  app.get(
    '/api/v1/summary',
    {
      schema: {
        operationId: 'getSummary',
        tags: ['Numbers'],
        summary: 'Totals, comparison, series and facets',
        querystring: filterQuerySchema(summaryParameters),
        response: { 200: dataAnswer(Summary, 'The summary.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, summaryParameters);
      const found = await unlessKnown(request, reply, canonical, {
        version: () => analytics.version(request.signal),
        answer: (version) =>
          answers.find(version, canonical, request.signal, async (signal) => {
            const summary = await answerSummary(analytics, filter, values, signal);
            const text = reply.serializeInput(summary, '200');
            return { datasetVersion: summary.datasetVersion, body: Buffer.from(text as string) };
          }),
      });
      if (!found) return reply.send(undefined);
      // The schema has made the text already.
      return (reply as FastifyReply).type('application/json; charset=utf-8').send(found.body);
    },
  );
}
