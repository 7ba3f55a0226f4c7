import { gzipSync } from 'node:zlib';
import type { Filter, TileAddress } from '@monitor/domain';
import { namedFilters } from '../filters.ts';
import { engineNames } from '../engines/summary-engines.ts';
import type { TileEngine } from '../engines/tile-engines.ts';
import { atLeast, atMost, count, kilobytes, medianAndSlow, milliseconds, type Report, type Row, times } from '../report.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import type { Connection } from '../setting/connect.ts';
import { longestOf, measure, type Timing } from '../timing.ts';

/** The zoom at which one tile holds the whole region, and closer ones. */
const wholeRegionZoom = 2;
const zooms = [wholeRegionZoom, 5, 7, 10];
/** The zoom at which all filters are measured. */
const filteredZoom = 5;
/** The zoom of the tiles that are requested by HTTP. */
export const httpZoom = filteredZoom;

/** One tile with one filter, by name of the engine. */
interface DrawnTiles {
  readonly row: Row;
  readonly timings: ReadonlyMap<string, Timing>;
  /** Bytes gzipped. */
  readonly gzipped: ReadonlyMap<string, number>;
}

/**
 * Draws the fullest tile of each zoom without a filter, and of one zoom with every filter. Throws where engines draw different incidents.
 * @param engines the cube first, if it is measured
 */
export async function measureTiles(
  size: number,
  engines: readonly TileEngine[],
  sql: Connection,
  context: BenchContext,
): Promise<Report> {
  if (engines.length === 0) return { tables: [] };
  const measured: DrawnTiles[] = [];
  for (const zoom of zooms) {
    const tile = await fullestTile(sql, zoom);
    for (const { name, filter } of namedFilters)
      if (name === 'none' || zoom === filteredZoom) measured.push(await measureTile(engines, name, filter, tile, context));
  }
  return {
    targets: engines[0]?.name === engineNames.cube ? targetsOf(measured) : [],
    tables: [{ title: `${count(size)} incidents`, rows: measured.map(({ row }) => row) }],
  };
}

/** The first of the measured is the tile of the whole region. */
function targetsOf(measured: readonly DrawnTiles[]): Row[] {
  const ofCube = <Value>(from: (one: DrawnTiles) => ReadonlyMap<string, Value>) =>
    measured.map((one) => from(one).get(engineNames.cube)!);
  const points = measured[0]!.timings.get(engineNames.postgisPoints)?.median;
  const [whole] = ofCube(({ timings }) => timings);
  const found = points && points / whole!.median;
  return [
    ...atLeast(`the whole region: times faster than ${engineNames.postgisPoints}`, found, 20, times),
    ...atMost('largest tile, gzipped', longestOf(ofCube(({ gzipped }) => gzipped)), 100_000, kilobytes),
    ...atMost(
      '95th percentile, slowest zoom and filter',
      longestOf(ofCube(({ timings }) => timings).map(({ slow }) => slow)),
      30,
      milliseconds,
    ),
  ];
}

async function measureTile(
  engines: readonly TileEngine[],
  filterName: string,
  filter: Filter,
  tile: TileAddress,
  { signal, tell }: BenchContext,
): Promise<DrawnTiles> {
  tell(`  tile of zoom ${tile.z}, ${filterName}`);
  const timings = new Map<string, Timing>();
  const gzipped = new Map<string, number>();
  let expected: number | undefined;
  for (const engine of engines) {
    const { bytes, incidents } = await engine.draw(filter, tile);
    if (incidents !== undefined && incidents !== (expected ??= incidents))
      throw new Error(`${engine.name} draws ${incidents} incidents instead of ${expected} on ${JSON.stringify({ tile, filter })}.`);
    gzipped.set(engine.name, gzipSync(bytes).length);
    timings.set(engine.name, await measure(() => engine.draw(filter, tile), signal));
  }
  const own = timings.get(engineNames.cube)?.median;
  const figures = engines.flatMap(({ name }) => [
    [name, medianAndSlow(timings.get(name))],
    [`${name}, size`, kilobytes(gzipped.get(name)!)],
    ...(own === undefined || name === engineNames.cube ? [] : [[`${name}, ×`, times(timings.get(name)!.median / own)]]),
  ]) as (readonly [string, string])[];
  const row = { zoom: String(tile.z), filter: filterName, incidents: count(expected ?? 0), ...Object.fromEntries(figures) };
  return { row, timings, gzipped };
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
