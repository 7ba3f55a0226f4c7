import type { FastifyReply } from 'fastify';
import { IndicatorTable } from '@monitor/contract';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import { indicatorFilter, indicatorParameters, readIndicatorRequest, sharedIndicators } from '../indicators/request.ts';
import type { Api, Services } from '../services.ts';

/** The indicators of the roadmap, the Sustainable Development Goals and the UNODC questionnaire, by location and year. */
export function getIndicators(app: Api, services: Services, answers: SharedAnswers): void {
  app.get(
    '/api/v1/indicators',
    {
      schema: {
        operationId: 'getIndicators',
        tags: ['Numbers'],
        summary: 'Indicators by location and year, with direction and certainty',
        querystring: filterQuerySchema(indicatorParameters, indicatorFilter),
        response: { 200: dataAnswer(IndicatorTable, 'The indicators.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const asked = readIndicatorRequest(request);
      const found = await unlessKnown(request, reply, asked.canonical, {
        version: () => services.analytics.version(request.signal),
        answer: (version) => sharedIndicators(services, answers, asked, request, version),
      });
      if (!found) return reply.send(undefined);
      return (reply as FastifyReply).type('application/json; charset=utf-8').send(found.body);
    },
  );
}
