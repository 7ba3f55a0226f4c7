import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { readDatasetVersion } from '@monitor/store';
import { answerLimits } from '../answer-limits.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import { databaseUnavailable } from '../http/describe-error.ts';
import type { Api, Services } from '../services.ts';

const Live = Type.Object({ status: Type.Literal('live') }, { description: 'The process responds.' });
const Ready = Type.Object(
  { status: Type.Literal('ready'), datasetVersion: Type.Integer() },
  { description: 'The server is ready.' },
);
const checks = { 200: Live, '5xx': otherAnswers['5xx'] };

/** Liveness: the process answers. Readiness: it can answer with data. */
export function health(app: Api, services: Services): void {
  app.get(
    '/health/live',
    { schema: { operationId: 'live', tags: ['Operation'], summary: 'Whether the process responds', response: checks } },
    async (_request, reply) => {
      reply.header('Cache-Control', 'no-store');
      return { status: 'live' as const };
    },
  );
  app.get(
    '/health/ready',
    {
      schema: {
        operationId: 'ready',
        tags: ['Operation'],
        summary: 'Whether the server is ready to answer requests',
        response: { ...checks, 200: Ready },
      },
    },
    async (request, reply) => {
      reply.header('Cache-Control', 'no-store');
      return readiness(app, services, request.signal);
    },
  );
}

/** The version of the data that the server can answer with. Throws `ProblemError` where it cannot. */
export async function readiness(
  app: FastifyInstance,
  { analytics, database, watch = database }: Services,
  signal: AbortSignal,
): Promise<Static<typeof Ready>> {
  const limit = AbortSignal.timeout(answerLimits.readiness);
  try {
    const either = AbortSignal.any([signal, limit]);
    await analytics.version(either);
    return { status: 'ready', datasetVersion: await readDatasetVersion(watch, { signal: either }) };
  } catch (error) {
    if (!limit.aborted) throw error;
    throw databaseUnavailable(app.databaseTrouble() ?? 'The database does not respond.');
  }
}
