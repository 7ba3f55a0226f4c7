import { Type } from 'typebox';
import { otherAnswers } from '../http/response-schemas.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Api } from '../services.ts';

/** Figures for Prometheus. */
export function getMetrics(app: Api, metrics: Metrics): void {
  app.get(
    '/metrics',
    {
      schema: {
        operationId: 'getMetrics',
        tags: ['Operation'],
        summary: 'Metrics for Prometheus',
        response: {
          '4xx': otherAnswers['4xx'],
          200: { description: 'Metrics in the Prometheus text format.', content: { 'text/plain': { schema: Type.String() } } },
        },
      },
    },
    async (_request, reply) =>
      reply
        .header('Cache-Control', 'no-store')
        .type(metrics.contentType)
        .send(await metrics.exposition()),
  );
}
