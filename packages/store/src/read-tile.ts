import type { Filter } from '@monitor/domain';
import type { Database } from './database.ts';
import type { QueryOptions } from './query-options.ts';
import type { TileRow } from './tile-rows.ts';

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/**
 * What one map tile shows of a filter. The tiles of a zoom divide the earth without overlap (half-open edges), so that each
 * incident with a public point is counted in exactly one of them.
 */
export async function readTileCells(
  _database: Database,
  _filter: Filter,
  _tile: TileAddress,
  _options: QueryOptions = {},
): Promise<TileRow> {
  throw new Error('not built yet');
}
