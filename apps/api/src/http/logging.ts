import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { filterQuery, type ProblemCode } from '@monitor/contract';
import { type Filter, without } from '@monitor/domain';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request selects, once its query has been read. */
    filter: Filter | null;
    /** Why the server could not answer, where the cause is known. */
    trouble: { readonly code: ProblemCode; readonly cause: string } | null;
  }
}

/** Characters of a filter in a line of the log: the corners of a polygon would fill the disk. */
const longestFilter = 300;

/**
 * One line a request: method, path, status, milliseconds, the filter in canonical form, and why it failed where it did. Left out are the client's
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
      ...(request.filter === null ? {} : { filter: filterQuery(without(request.filter, 'q')).slice(0, longestFilter) }),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    };
    // Not the whole error, which would be a page of text for every request while the database is away.
    if (error) request.log.warn({ ...line, cause: oneLine(error) }, 'request aborted');
    else if (request.trouble) request.log.warn({ ...line, ...request.trouble }, 'request failed');
    else request.log.info(line, 'request');
  }
}

/** The path of the request without its query. */
export function pathOf(request: FastifyRequest): string {
  return (request.raw.url ?? '').split('?', 1)[0]?.slice(0, 200) ?? '';
}

/** Pino's idea of a request, for the few lines of the framework that log one whole, and of an error. */
export const logSerializers = {
  req: (request: FastifyRequest) => ({ method: request.method, path: pathOf(request) }),
  err: (error: Error) => ({ type: error.name, message: oneLine(error), stack: placesOf(error) }),
};

/** What an error says, in one line. Errors of PostgreSQL repeat values and statements, so of these there is the code alone. */
export function oneLine(error: unknown): string {
  return (sqlState(error) ?? String(error)).replace(/\s*\n\s*/g, ' ').slice(0, 300);
}

/** What PostgreSQL calls an error, or the cause of one. https://www.postgresql.org/docs/18/errcodes-appendix.html */
function sqlState(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const { code, table_name: table, constraint_name: constraint } = cause as Error & Readonly<Record<string, unknown>>;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code))
      return ['PostgreSQL error', code, table, constraint].filter((part) => typeof part === 'string').join(' ');
  }
  return undefined;
}

/** Where an error was thrown, without what it says. */
function placesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
