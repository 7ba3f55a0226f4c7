import { type Column, DrizzleQueryError, type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { drizzle, type PgRemoteDatabase, type RemoteCallback } from 'drizzle-orm/pg-proxy';
import { cancellable } from './cancellable.ts';
import type { Connections, Database, DriverTransaction } from './database.ts';

/** Runs one statement and gives its rows. */
export type RunStatement = <Row extends object>(statement: SQL) => Promise<Row[]>;

/** How statements are run: by Drizzle's builder, or in SQL where the builder cannot express them. */
export interface Statements {
  /** Whose they are, for what is kept by database. */
  readonly pool: Connections;
  readonly db: PgRemoteDatabase;
  readonly run: RunStatement;
}

interface StatementOptions {
  /** On abort the running statement is cancelled on the server, and none is sent after it. */
  readonly signal?: AbortSignal | undefined;
  /** Called before each statement; throws where none may be sent. */
  readonly guard?: (() => void) | undefined;
}

const dialect = new PgDialect();

/**
 * The statements of one connection, or of the pool. Drizzle hands texts and parameters over to the driver, as to any remote database,
 * since its own session could not cancel them.
 */
export function statementsOn(
  pool: Connections,
  connection: Connections | DriverTransaction = pool,
  { signal, guard }: StatementOptions = {},
): Statements {
  const send = <Row extends object>(text: string, parameters: unknown[]) => {
    guard?.();
    return connection.unsafe<Row[]>(text, parameters as never[]);
  };
  const wait = cancellable(signal);
  const ask: RemoteCallback = async (text, parameters, method) => {
    const statement = send(text, parameters);
    return { rows: await wait<unknown[]>(method === 'all' ? statement.values() : statement) };
  };
  let db: PgRemoteDatabase | undefined;
  return {
    pool,
    get db() {
      return (db ??= drizzle(ask, {}, () => dialect));
    },
    run: async (statement) => {
      const { sql: text, params } = dialect.sqlToQuery(statement);
      return wait(send(text, params));
    },
  };
}

/** Asks outside any transaction, on whichever connection is free. */
export async function onPool<Result>(database: Database, ask: (statements: Statements) => Promise<Result>): Promise<Result> {
  try {
    return await ask(statementsOn(database.connections));
  } catch (error) {
    throw driverError(error);
  }
}

/** The driver's own error, which says what went wrong, where Drizzle has put its own around it. */
export function driverError(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? error.cause : error;
}

/** A moment as ISO 8601 text with `Z`, such as `2026-03-01T12:00:00.000Z`. */
export function momentText<Of extends Column | SQL>(moment: Of): SQL<Of extends { _: { notNull: true } } ? string : string | null> {
  return sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
