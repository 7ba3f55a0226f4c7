import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { type Config, ConfigError } from '../config.ts';
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

/** Answers metrics at an address of their own, which the operator's network can reach and readers cannot, for as long as the server runs. */
export async function answerMetricsAt(
  app: FastifyInstance,
  { host, port }: NonNullable<Config['metrics']>,
  metrics: Metrics,
): Promise<void> {
  const own: Api = Fastify({ forceCloseConnections: true }).withTypeProvider<TypeBoxTypeProvider>();
  getMetrics(own, metrics);
  app.addHook('onReady', async () => {
    await own.listen({ host, port }).catch((error: unknown) => {
      throw new ConfigError(`METRICS_ADDRESS cannot be ${host}:${port}: ${(error as Error).message}.`);
    });
  });
  app.addHook('onClose', () => own.close());
}
