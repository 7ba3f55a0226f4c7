import { gzipSync } from 'node:zlib';
import type { Filter, TileAddress } from '@monitor/domain';
import { namedFilters } from '../filters.ts';
import type { TileEngine } from '../engines/tile-engine.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import type { Connection } from '../setting/connect.ts';
import { measure, type Timing } from '../timing.ts';

export interface TileMeasurement {
  readonly filterName: string;
  readonly tile: TileAddress;
  readonly incidents: number;
  /** By name of the engine. */
  readonly timings: Readonly<Record<string, Timing>>;
  /** Bytes of the tile gzipped, by name of the engine. */
  readonly gzipped: Readonly<Record<string, number>>;
}

/** The zoom at which one tile holds the whole region, and closer ones. */
export const wholeRegionZoom = 2;
const zooms = [wholeRegionZoom, 5, 7, 10];
/** The zoom at which all filters are measured. */
const filteredZoom = 5;
/** The zoom of the tiles that are requested by HTTP. */
export const httpZoom = filteredZoom;

/** Draws the fullest tile of each zoom without a filter, and of one zoom with every filter. Throws where engines draw different incidents. */
export async function measureTiles(
  engines: readonly TileEngine[],
  sql: Connection,
  context: BenchContext,
): Promise<TileMeasurement[]> {
  const measured: TileMeasurement[] = [];
  if (engines.length === 0) return measured;
  for (const zoom of zooms) {
    const tile = await fullestTile(sql, zoom);
    for (const { name, filter } of namedFilters)
      if (name === 'none' || zoom === filteredZoom) measured.push(await measureTile(engines, name, filter, tile, context));
  }
  return measured;
}

async function measureTile(
  engines: readonly TileEngine[],
  filterName: string,
  filter: Filter,
  tile: TileAddress,
  { signal, tell }: BenchContext,
): Promise<TileMeasurement> {
  tell(`  tile of zoom ${tile.z}, ${filterName}`);
  const timings: Record<string, Timing> = {};
  const gzipped: Record<string, number> = {};
  let expected: number | undefined;
  for (const engine of engines) {
    const { bytes, incidents } = await engine.draw(filter, tile);
    if (incidents !== undefined && incidents !== (expected ??= incidents))
      throw new Error(`${engine.name} draws ${incidents} incidents instead of ${expected} on ${JSON.stringify({ tile, filter })}.`);
    gzipped[engine.name] = gzipSync(bytes).length;
    timings[engine.name] = await measure(() => engine.draw(filter, tile), signal);
  }
  return { filterName, tile, incidents: expected ?? 0, timings, gzipped };
}

/** The tile of a zoom with most incidents. */
export async function fullestTile(sql: Connection, z: number): Promise<TileAddress> {
  const [tile] = await sql<{ x: number; y: number }[]>`
    select floor(mercator_x * ${2 ** z}::float8)::integer as x, floor(mercator_y * ${2 ** z}::float8)::integer as y
    from incidents where published and mercator_x is not null
    group by 1, 2 order by count(*) desc limit 1`;
  if (tile === undefined) throw new Error('No incident has a point.');
  return { z, ...tile };
}
