/** The database cannot be used as it is: unreachable, too old, or refusing us. The message is one line that says what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}

/** What went wrong in connecting, as one line that says what to do and never shows the password. */
export function connectionError(error: unknown, url: string): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const server = serverOf(url);
  if (server === undefined)
    return new DatabaseError(
      'DATABASE_URL is not a database address: write postgres://USER:PASSWORD@HOST:PORT/DATABASE, special letters of the password percent-encoded.',
    );
  return new DatabaseError(explanation(error, server), { cause: withoutPassword(error, url) });
}

interface ServerName {
  readonly host: string;
  readonly user: string;
  readonly database: string;
}

function explanation(error: unknown, { host, user, database }: ServerName): string {
  const { code, message } = error as { code?: string; message?: string };
  switch (code ?? '') {
    case 'ECONNREFUSED':
      return `No database answers at ${host}: start PostgreSQL there, or correct DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The database host of ${host} is not known: correct DATABASE_URL.`;
    case 'CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `The database at ${host} cannot be reached: check the network and DATABASE_URL.`;
    case '28P01':
    case '28000':
      return `The database at ${host} refuses the user "${user}": check user and password in DATABASE_URL.`;
    case '3D000':
      return `There is no database "${database}" at ${host}: create it, or correct DATABASE_URL.`;
    case '53300':
      return `The database at ${host} has no free connection: raise its max_connections, or close other programs.`;
    case '57P03':
      return `The database at ${host} is starting or stopping: try again in a moment.`;
    case '42501':
      return `The user "${user}" lacks a right in the database "${database}" at ${host}: ${message ?? ''}`;
    default:
      return `The database at ${host} cannot be used (${code ?? 'no code'}): ${String(message).split('\n')[0]}`;
  }
}

function serverOf(url: string): ServerName | undefined {
  try {
    const { protocol, hostname, port, username, pathname } = new URL(url);
    if (!['postgres:', 'postgresql:'].includes(protocol)) return undefined;
    return {
      host: `${hostname || 'localhost'}:${port || '5432'}`,
      user: decodeURIComponent(username),
      database: decodeURIComponent(pathname.slice(1)),
    };
  } catch {
    return undefined;
  }
}

/** A cause that can be logged: the driver's error without anything that it may carry along. */
function withoutPassword(error: unknown, url: string): Error {
  const text = error instanceof Error ? error.message : String(error);
  const password = /\/\/[^/@]*:([^@]*)@/.exec(url)?.[1];
  return new Error(password ? text.replaceAll(password, '***') : text);
}
