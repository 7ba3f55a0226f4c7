import { bytesOf, type Cube, CubeBuilder, moveToSharedMemory } from '@monitor/cube';
import type { TileAddress } from '@monitor/domain';
import { type Database, readCubeRows } from '@monitor/store';
import { cubeEngine } from './engines/cube-engine.ts';
import { type DuckdbEngine, duckdbEngine } from './engines/duckdb-engine.ts';
import { postgresEngine } from './engines/postgres-engine.ts';
import { type PostgisServer, preparePostgis } from './engines/postgis-engine.ts';
import { storeEngine } from './engines/store-engine.ts';
import type { SummaryEngine } from './engines/summary-engine.ts';
import { cubeTileEngine, storeTileEngine, type TileEngine } from './engines/tile-engine.ts';
import type { BenchOptions } from './options.ts';
import type { LargestResult, SizeResult } from './results.ts';
import { measureDownloads } from './sections/measure-downloads.ts';
import { measureHttp } from './sections/measure-http.ts';
import { measureImportWait } from './sections/measure-import-wait.ts';
import { measureServerMemory } from './sections/measure-memory.ts';
import { measureRows } from './sections/measure-rows.ts';
import { measureScreens } from './sections/measure-screens.ts';
import { measureSummary } from './sections/measure-summary.ts';
import { fullestTile, httpZoom, measureTiles } from './sections/measure-tiles.ts';
import { bytesToTouch } from './sections/physical-limit.ts';
import type { BenchContext } from './setting/cleanup.ts';
import { connect, type Connection } from './setting/connect.ts';
import { loadIncidents } from './setting/load-incidents.ts';
import { type OwnDatabase, startOwnDatabase } from './setting/own-database.ts';

/** What one size found out beside its figures. */
export interface SizeRun {
  readonly result: SizeResult;
  readonly largest: LargestResult | undefined;
  readonly versions: readonly string[];
}

/** Makes up this many incidents in a new database and measures all chosen sections. @param largest whether requests are measured too */
export async function runSize(rows: number, options: BenchOptions, largest: boolean, context: BenchContext): Promise<SizeRun> {
  const { signal, tell, cleanup } = context;
  tell(`${rows.toLocaleString('en')} incidents: making them up and loading them`);
  const own = await startOwnDatabase(context);
  const begun = performance.now();
  await loadIncidents(own.url, rows, context);
  const load = performance.now() - begun;
  const { sql, close } = connect(own.url, cleanup);
  const engines = await measureEngines(own, sql, options, context);
  const [size] = await sql<{ bytes: number; version: string }[]>`
    select pg_total_relation_size('incidents') as bytes, current_setting('server_version') as version`;
  const httpTile = largest ? await fullestTile(sql, httpZoom) : undefined;
  await close();
  signal.throwIfAborted();
  const memory = options.sections.has('cube') ? await measureServerMemory(own.url, context) : undefined;
  const requests = httpTile && (await measureLargest(own.url, rows, httpTile, options, context));
  await own.remove();
  return {
    result: { rows, load, tableBytes: size?.bytes ?? 0, memory, ...engines.figures },
    largest: requests,
    versions: [`PostgreSQL ${size?.version}`, ...engines.versions],
  };
}

async function measureLargest(
  url: string,
  rows: number,
  tile: TileAddress,
  { sections }: BenchOptions,
  context: BenchContext,
): Promise<LargestResult> {
  return {
    rows,
    http: sections.has('http') ? await measureHttp(url, tile, context) : undefined,
    screens: sections.has('screens') ? await measureScreens(url, context) : undefined,
    listed: sections.has('rows') ? await measureRows(url, rows, context) : undefined,
    downloads: sections.has('downloads') ? await measureDownloads(url, context) : undefined,
    // Last, since it changes what is there.
    waiting: sections.has('waiting') ? await measureImportWait(url, tile, context) : undefined,
  };
}

type EngineFigures = Pick<SizeResult, 'cube' | 'summary' | 'tiles'>;

/** All measurements of engines within this process. The engines are gone when it returns. */
async function measureEngines(
  { database, url }: OwnDatabase,
  sql: Connection,
  { sections, postgisUrl }: BenchOptions,
  context: BenchContext,
): Promise<{ figures: EngineFigures; versions: string[] }> {
  const built = sections.has('cube') ? await buildCube(database) : undefined;
  const duckdb = sections.has('duckdb') ? await duckdbEngine(url, context) : undefined;
  const postgis = sections.has('postgis') && postgisUrl ? await preparePostgis(postgisUrl, url, context) : undefined;
  const summary = await measureSummary(summaryEngines(built?.cube, database, sql, sections, duckdb), context);
  const tiles = await measureTiles(tileEngines(built?.cube, database, sections, postgis), sql, context);
  const touched =
    built &&
    Object.fromEntries(
      summary.map(({ filter, incidents }) => [filter.name, bytesToTouch(built.cube, filter.filter, incidents)] as const),
    );
  await duckdb?.close();
  await postgis?.remove();
  return {
    figures: { summary, tiles, cube: built && { build: built.build, bytes: built.bytes, touched: touched ?? {} } },
    versions: [...(duckdb ? [`DuckDB ${duckdb.version}`] : []), ...(postgis ? [postgis.version] : [])],
  };
}

function summaryEngines(
  cube: Cube | undefined,
  database: Database,
  sql: Connection,
  sections: BenchOptions['sections'],
  duckdb: DuckdbEngine | undefined,
): SummaryEngine[] {
  return [
    ...(cube ? [cubeEngine(cube, database)] : []),
    ...(sections.has('sql') ? [postgresEngine(sql), storeEngine(database)] : []),
    ...(duckdb ? [duckdb] : []),
  ];
}

function tileEngines(
  cube: Cube | undefined,
  database: Database,
  sections: BenchOptions['sections'],
  postgis: PostgisServer | undefined,
): TileEngine[] {
  return [
    ...(cube ? [cubeTileEngine(cube, database)] : []),
    ...(sections.has('sql') ? [storeTileEngine(database)] : []),
    ...(postgis ? [postgis.points, postgis.cells] : []),
  ];
}

/** The cube as the server makes it. */
async function buildCube(database: Database): Promise<{ cube: Cube; build: number; bytes: number }> {
  const start = performance.now();
  const builder = new CubeBuilder();
  const version = await readCubeRows(database, (rows) => {
    for (const row of rows) builder.add(row);
  });
  const cube = builder.finish(version);
  moveToSharedMemory(cube);
  return { cube, build: performance.now() - start, bytes: bytesOf(cube) };
}
