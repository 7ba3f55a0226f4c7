import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import type { Connections, Database } from './database.ts';
import { connectionError, DatabaseError } from './database-error.ts';
import { markSpread } from '../spread/spread.ts';
import { statementsOn } from './statements.ts';
import { parse } from 'postgres-array';

export interface DatabaseOptions {
  /** Connections at most; 10 by default. */
  readonly connections?: number;
  /** How long a statement that reads may take, in milliseconds; 30,000 by default, 0 for no limit. Imports and migrations have none. */
  readonly statementTimeout?: number;
  /** How long a connection may take to come about, in seconds; 10 by default. */
  readonly connectTimeout?: number;
}

export const oldestMajorVersion = 15;
const connectSeconds = 10;
/** Seconds between two attempts to connect, at most. */
const longestPause = 1;

/** Seconds before the next attempt to connect, after this many that failed. */
export function pauseBefore(attempt: number): number {
  // The driver's own pause grows to 20 seconds, so long it would take a database that is back for one that is away.
  return Math.min(0.02 * 2 ** attempt, longestPause);
}

/** Connects, checks that the server is PostgreSQL 15 or newer with UTF-8, and throws `DatabaseError` otherwise. */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const connections = connect(url, options);
  const decided = new AbortController();
  try {
    const asked = statementsOn(connections).run<{ version: number; text: string; encoding: string; spread: boolean }>(sql`
      select current_setting('server_version_num')::int as version, current_setting('server_version') as text,
        current_setting('server_encoding') as encoding, 'spread' = any(current_schemas(false)) as spread`);
    const [server] = await Promise.race([asked, noAnswer(options.connectTimeout ?? connectSeconds, decided.signal)]);
    if (server === undefined) throw new DatabaseError('The database does not respond.');
    if (server.version < oldestMajorVersion * 10_000)
      throw new DatabaseError(
        `The database is PostgreSQL ${server.text}, which is too old. Use PostgreSQL ${oldestMajorVersion} or newer.`,
      );
    if (server.encoding !== 'UTF8')
      throw new DatabaseError(`The database has the encoding ${server.encoding}. Create a database with the encoding UTF8.`);
    if (server.spread) markSpread(connections);
  } catch (error) {
    await connections.end({ timeout: 1 });
    throw connectionError(error, url);
  } finally {
    decided.abort();
  }
  return { connections, close: (seconds = 10) => connections.end({ timeout: seconds }) };
}

/** Rejects after a while. The driver retries for ever if a server accepts connections and closes them at once. */
async function noAnswer(connectTimeout: number, decided: AbortSignal): Promise<never> {
  await sleep(connectTimeout * 1200, undefined, { signal: decided });
  throw Object.assign(new Error('no answer'), { code: 'CONNECT_TIMEOUT' });
}

type DriverOptions = postgres.Options<{ bigint: postgres.PostgresType<number>; date: postgres.PostgresType<string> }>;

function connect(url: string, options: DatabaseOptions): Connections {
  const settings: DriverOptions & { socket: unknown } = {
    max: options.connections ?? 10,
    connect_timeout: options.connectTimeout ?? connectSeconds,
    backoff: pauseBefore,
    socket: promptSocket(),
    // Statements differ with the filter, and prepared ones would pile up without end.
    prepare: false,
    fetch_types: false,
    onnotice: () => undefined,
    connection: {
      application_name: 'open-armed-violence-monitor',
      statement_timeout: options.statementTimeout ?? 30_000,
      // Compiling a statement takes longer than these statements run.
      jit: 'off',
    },
    types: {
      ...arrayTypes,
      bigint: { to: 20, from: [20], parse: Number, serialize: String },
      date: { to: 1082, from: [1082], parse: (text: string) => text, serialize: String },
    },
  };
  try {
    return postgres(url, settings);
  } catch (error) {
    throw connectionError(error, url);
  }
}

/**
 * Makes sockets that send at once. The driver's own ones hold small messages back until the server has confirmed earlier ones,
 * which costs a COPY 40 ms each time it ends.
 */
function promptSocket(): (options: { host: string[]; port: number[]; path?: string | false }) => Socket {
  let attempt = 0;
  return ({ host, port, path }) => {
    const at = attempt++ % host.length;
    const server = { host: host[at] ?? 'localhost', port: port[at] ?? 5432 };
    const socket = new Socket().setNoDelay(true);
    // The driver listens for failures from the next moment on, and writes after that; what is written waits for the connection.
    setImmediate(() => {
      // The pool may have been closed meanwhile; nobody would listen any more.
      if (!socket.destroyed) socket.connect(path ? { path } : server);
    });
    // Where the driver looks for the name that a certificate must have, and for the words of its errors.
    return Object.assign(socket, server);
  };
}

type Element = string | number | boolean | null;

/**
 * How arrays are handed to PostgreSQL and read, by the number of their type. The driver can ask each server for its types instead,
 * but a connection that breaks while it does so ends the whole process (postgres 3.4).
 */
const arrayTypes = {
  textArray: arrayType(1009, String),
  integerArray: arrayType(1007, Number),
  bigintArray: arrayType(1016, Number),
  doubleArray: arrayType(1022, Number),
  dateArray: arrayType(1182, String),
};

function arrayType(type: number, elementOf: (text: string) => Element): postgres.PostgresType<readonly Element[]> {
  return { to: type, from: [type], serialize: arrayText, parse: (text: string) => parse(text, elementOf) };
}

/** PostgreSQL's text of an array. Drizzle gives it as that text where it knows the column. */
function arrayText(values: readonly Element[] | string): string {
  if (typeof values === 'string') return values;
  const text = (value: Element) =>
    typeof value === 'string' ? `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"` : String(value ?? 'NULL');
  return `{${values.map(text).join(',')}}`;
}
