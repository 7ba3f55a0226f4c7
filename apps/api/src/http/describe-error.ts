import { BadCursorError, DatabaseError, databaseTrouble } from '@monitor/store';
import { NumbersNotReadyError, NumbersTooBusyError, ProblemError } from '@monitor/engine';

/** Seconds after which trying again makes sense. */
const retrySoon = { 'Retry-After': '5' };

/**
 * Any error as a problem for the client. Nothing of the error's own text goes out, except from problems written for clients.
 * @param known why the database cannot be used now, where that is known; otherwise the error says it
 */
export function describeError(error: unknown, known?: string): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof BadCursorError)
    return new ProblemError('bad_cursor', 'Start again from the first page: leave out "cursor" and keep the same filter and sort.');
  if (error instanceof NumbersTooBusyError) return new ProblemError('too_busy', error.message, { headers: { 'Retry-After': '2' } });
  if (error instanceof NumbersNotReadyError)
    return new ProblemError('not_ready', error.message, { headers: { 'Retry-After': '1' } });
  const happened =
    databaseTrouble(error)?.happened ?? (error instanceof DatabaseError ? 'The database cannot be used.' : undefined);
  if (happened !== undefined) return databaseUnavailable(known ?? happened);
  const code = codeOf(error);
  if (code === 'FST_ERR_HANDLER_TIMEOUT' || code === queryCanceled)
    return new ProblemError('took_too_long', 'Use a narrower filter, such as a shorter period, and try again.', {
      headers: retrySoon,
    });
  if (code === 'FST_ERR_BAD_URL') return new ProblemError('bad_request', 'The address contains an invalid escape sequence.');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ProblemError('body_too_large', 'Send the request without a body.');
  const status = statusOf(error);
  if (status === 416) return new ProblemError('range_not_satisfiable', 'Repeat the request without the Range header.');
  if (status !== undefined && status >= 400 && status < 500)
    return new ProblemError(
      'bad_request',
      'The server could not understand this request. See /api/docs for addresses and parameters.',
    );
  return new ProblemError('internal_error', 'This is our fault. If it keeps happening, report it with the request ID.');
}

/** PostgreSQL's code for a statement that ran into its time limit or was cancelled. */
const queryCanceled = '57014';

/** The problem for a database that cannot be used. @param happened a sentence that says why */
export function databaseUnavailable(happened: string): ProblemError {
  return new ProblemError('database_unavailable', `${happened} Try again in a few seconds.`, { headers: retrySoon });
}

/** The first code found on the error or its causes. */
function codeOf(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const code = ownCode(cause);
    if (code !== undefined) return code;
  }
  return undefined;
}

function ownCode(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
