import { Type } from 'typebox';
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
export function health(app: Api, { analytics, database, watch = database }: Services): void {
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
      const limit = AbortSignal.timeout(answerLimits.readiness);
      try {
        const signal = AbortSignal.any([request.signal, limit]);
        await analytics.version(signal);
        return { status: 'ready' as const, datasetVersion: await readDatasetVersion(watch, { signal }) };
      } catch (error) {
        if (!limit.aborted) throw error;
        throw databaseUnavailable(app.databaseTrouble() ?? 'The database does not respond.');
      }
    },
  );
}
