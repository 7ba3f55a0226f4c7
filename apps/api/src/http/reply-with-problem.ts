import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problemCodes } from '@monitor/contract';
import { clientOf } from './client-address.ts';
import { describeError } from './describe-error.ts';
import { oneLine, pathOf } from './logging.ts';
import { problemBody } from '@monitor/engine';
import { countedByMinute } from './security-log.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Why the database cannot be used now, as a sentence for anybody; undefined if nothing is known to be wrong. */
    databaseTrouble: () => string | undefined;
  }
}

/** The one handler by which every error leaves the server. */
export function replyWithProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = describeError(error, request.server.databaseTrouble());
  const { status } = problemCodes[problem.code];
  // A client that leaves ends its own request; what was under way for it then fails as it should, and is no refusal.
  const hasLeft = request.socket.destroyed;
  if (hasLeft) request.log.info({ method: request.method, path: pathOf(request) }, 'client disconnected');
  else if (problem.code === 'internal_error') request.log.error({ err: error }, 'unexpected error');
  else if (status >= 500 && !countedByMinute.has(problem.code)) request.trouble = { code: problem.code, cause: oneLine(error) };
  else request.log.debug({ code: problem.code, detail: problem.message }, 'request rejected');
  if (!hasLeft) request.server.securityLog.refused(clientOf(request), problem.code);
  // What has begun cannot become another answer.
  if (reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  void reply
    .code(status)
    .headers(problem.headers)
    .header('Cache-Control', 'no-store')
    .removeHeader('ETag')
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(problem, request.id));
}

/**
 * Sends all errors of the server through the one handler.
 * @param databaseTrouble says why the database cannot be used now, where that is known
 */
export function answerErrors(app: FastifyInstance, databaseTrouble: () => string | undefined = () => undefined): void {
  app.decorate('databaseTrouble', databaseTrouble);
  app.setErrorHandler(replyWithProblem);
}
