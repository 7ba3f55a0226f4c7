/* The queries of the record, each in a file of its own when built; here for the signatures. */
import type { Facet, Filter, Interval, IsoDate, Period } from '@monitor/domain';
import type { Database } from './database.ts';

/** Every query takes a signal; when it aborts, the statement is cancelled on the server. */
export interface QueryOptions {
  readonly signal?: AbortSignal;
}

/** A row of the list. Field for field the contract's `IncidentItem`. */
export type IncidentRow = Record<string, unknown>;

export declare function listIncidents(
  database: Database,
  filter: Filter,
  page: { readonly sort: string; readonly limit: number; readonly cursor?: string },
  options?: QueryOptions,
): Promise<{ items: IncidentRow[]; nextCursor: string | null }>;

export declare function countIncidents(database: Database, filter: Filter, options?: QueryOptions): Promise<number>;

/** The whole record of a published or retracted incident by public id, in the contract's `IncidentDetail` shape; undefined where there is none. */
export declare function findIncident(
  database: Database,
  id: string,
  options?: QueryOptions,
): Promise<Record<string, unknown> | undefined>;

/** All incidents of a filter in portions, oldest first, read through a cursor of one snapshot. */
export declare function streamIncidents(database: Database, filter: Filter, options?: QueryOptions): AsyncIterable<IncidentRow[]>;

export interface SummaryRows {
  readonly totals: unknown;
  readonly series: unknown;
  readonly facets: Partial<Record<Facet, unknown>>;
}
export declare function readTotals(database: Database, filter: Filter, options?: QueryOptions): Promise<unknown>;
export declare function readSeries(
  database: Database,
  filter: Filter,
  interval: Interval,
  options?: QueryOptions,
): Promise<unknown>;
export declare function readFacets(
  database: Database,
  filter: Filter,
  facets: readonly Facet[],
  options?: QueryOptions,
): Promise<unknown>;
export declare function readCoverage(
  database: Database,
  filter: Pick<Filter, 'dataset' | 'country'>,
  options?: QueryOptions,
): Promise<Period | null>;
export declare function readTileCells(
  database: Database,
  filter: Filter,
  tile: { z: number; x: number; y: number },
  options?: QueryOptions,
): Promise<unknown>;
export declare function readDatasets(database: Database, options?: QueryOptions): Promise<unknown>;
export declare function readDatasetVersion(database: Database, options?: QueryOptions): Promise<number>;
export type { IsoDate };
