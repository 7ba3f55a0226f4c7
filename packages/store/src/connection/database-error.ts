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
      'DATABASE_URL must be an address like postgres://USER:PASSWORD@HOST:PORT/DATABASE. Percent-encode special characters in the password.',
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
      return `There is no database at ${host}. Start PostgreSQL there, or correct DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The database host ${host} was not found. Correct DATABASE_URL.`;
    case 'CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `Could not reach the database at ${host}. Check the network and DATABASE_URL.`;
    case '28P01':
    case '28000':
      return `The database at ${host} rejected the user "${user}". Check the user and password in DATABASE_URL.`;
    case '3D000':
      return `There is no database "${database}" at ${host}. Create it, or correct DATABASE_URL.`;
    case '53300':
      return `The database at ${host} has no free connections. Increase its max_connections, or close other programs.`;
    case '57P03':
      return `The database at ${host} is starting or stopping. Try again in a few seconds.`;
    case '42501':
      return `The user "${user}" does not have permission in the database "${database}" at ${host}: ${message ?? ''}`;
    default:
      return `Could not use the database at ${host} (${code ?? 'no code'}): ${String(message).split('\n')[0]}`;
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
