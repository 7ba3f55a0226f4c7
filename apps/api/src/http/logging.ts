import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { filterQuery } from '@monitor/contract';
import { type Filter, without } from '@monitor/domain';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request selects, once its query has been read. */
    filter: Filter | null;
  }
}

/**
 * One line a request: method, path, status, milliseconds, and the filter in canonical form. Left out are the client's
 * address, and search words, since people may type names.
 */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    // The line at the end says it all.
  }

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply): void {
    const line = {
      method: request.method,
      path: pathOf(request),
      ...(request.filter === null ? {} : { filter: filterQuery(without(request.filter, 'q')) }),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (error) request.log.warn({ ...line, err: error }, 'request aborted');
    else request.log.info(line, 'request');
  }
}

/** The path of the request without its query. */
export function pathOf(request: FastifyRequest): string {
  return (request.raw.url ?? '').split('?', 1)[0]?.slice(0, 200) ?? '';
}

/** Pino's idea of a request, for the few lines of the framework that log one whole. */
export const logSerializers = {
  req: (request: FastifyRequest) => ({ method: request.method, path: pathOf(request) }),
};
