import type { FastifyReply } from 'fastify';
import { SignalList } from '@monitor/contract';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import type { Api, Services } from '../services.ts';
import { readSignalRequest, seriesNames, signalParameters } from '../signals/signal-answer.ts';

/** The weeks in which a location, type or weapon rose beyond what its own past leads to expect. */
export function getSignals(app: Api, { analytics }: Services, answers: SharedAnswers): void {
  app.get(
    '/api/v1/signals',
    {
      schema: {
        operationId: 'getSignals',
        tags: ['Numbers'],
        summary: 'Unusual weeks of the last year, newest first',
        querystring: filterQuerySchema(signalParameters, seriesNames),
        response: { 200: dataAnswer(SignalList, 'The signals.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { canonical, version, answer } = readSignalRequest(request, analytics, signalParameters);
      const found = await unlessKnown(request, reply, canonical, {
        version,
        answer: (wanted) =>
          answers.find(wanted, `signals ${canonical}`, request.signal, async () => {
            const list = await answer();
            return { datasetVersion: list.datasetVersion, body: Buffer.from(JSON.stringify(list)) };
          }),
      });
      if (!found) return reply.send(undefined);
      return (reply as FastifyReply).type('application/json; charset=utf-8').send(found.body);
    },
  );
}
