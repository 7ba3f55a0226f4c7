import { Type } from 'typebox';
import { otherAnswers } from '../http/response-schemas.ts';
import type { Ready as ReadyAnswer } from '../readiness.ts';
import type { Api } from '../services.ts';

const Live = Type.Object({ status: Type.Literal('live') }, { description: 'The process responds.' });
const Ready = Type.Object(
  { status: Type.Literal('ready'), datasetVersion: Type.Integer() },
  { description: 'The server is ready.' },
);
const { 304: _known, ...problems } = otherAnswers;
const checks = { 200: Live, ...problems };

/** Liveness: the process answers. Readiness: it can answer with data. */
export function health(app: Api, readiness: () => Promise<ReadyAnswer>): void {
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
    async (_request, reply) => {
      reply.header('Cache-Control', 'no-store');
      return readiness();
    },
  );
}
