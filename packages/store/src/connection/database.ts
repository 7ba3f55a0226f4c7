import type postgres from 'postgres';

/** The driver's pool, with big integers as numbers and dates as `YYYY-MM-DD`. */
export type Connections = postgres.Sql<{ bigint: number; date: string }>;
/** One of its connections within a transaction. */
export type DriverTransaction = postgres.TransactionSql<{ bigint: number; date: string }>;

/** A pool of connections to the system of record. */
export interface Database {
  /** For the files of this package. */
  readonly connections: Connections;
  /** Waits for running statements, this many seconds at most (10 by default), and closes all connections. */
  close(seconds?: number): Promise<void>;
}
