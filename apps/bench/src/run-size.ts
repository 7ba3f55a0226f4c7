import { type Cube, CubeBuilder, moveToSharedMemory } from '@monitor/cube';
import { type Database, readCubeRows } from '@monitor/store';
import { duckdbEngine } from './engines/duckdb-engine.ts';
import { preparePostgis } from './engines/postgis-engine.ts';
import { cubeEngine, statementEngine, storeEngine } from './engines/summary-engines.ts';
import { cubeTileEngine, storeTileEngine } from './engines/tile-engines.ts';
import type { BenchOptions } from './options.ts';
import { atMost, count, decimals, type Report, type Reports, type Row } from './report.ts';
import { measureDownloads } from './sections/measure-downloads.ts';
import { measureHttp } from './sections/measure-http.ts';
import { measureImportWait } from './sections/measure-import-wait.ts';
import { measureServerMemory, type ServerMemory } from './sections/measure-memory.ts';
import { measureRows } from './sections/measure-rows.ts';
import { measureScreens } from './sections/measure-screens.ts';
import { measureSummary } from './sections/measure-summary.ts';
import { fullestTile, httpZoom, measureTiles } from './sections/measure-tiles.ts';
import type { BenchContext } from './setting/cleanup.ts';
import { connect, type Connection } from './setting/connect.ts';
import { loadIncidents } from './setting/load-incidents.ts';
import { type OwnDatabase, startOwnDatabase } from './setting/own-database.ts';

/** The number of incidents that the targets of speed hold for. */
const million = 1_000_000;
/** Above this number of incidents the other engines would take hours, so only the cube is measured. */
export const comparedUpTo = million;

interface EngineRun {
  /** Median time of the summary by engine: the median of the filters' medians. */
  readonly medians: Row;
  /** Milliseconds to read the incidents from PostgreSQL and build the cube. */
  readonly build: number;
  readonly versions: readonly string[];
}

/** What one size found out beside its reports. */
interface SizeRun extends EngineRun {
  /** Milliseconds to make the incidents up and load them. */
  readonly load: number;
  /** Bytes of the table of incidents and its indexes. */
  readonly tableBytes: number;
  readonly memory: ServerMemory | undefined;
}

/** Makes up this many incidents in a new database and measures all chosen parts. @param largest whether requests are measured too */
export async function runSize(
  rows: number,
  options: BenchOptions,
  largest: boolean,
  reports: Reports,
  context: BenchContext,
): Promise<SizeRun> {
  const { signal, tell, cleanup } = context;
  const { parts } = options;
  tell(`${count(rows)} incidents: making them up and loading them`);
  const own = await startOwnDatabase(context);
  const begun = performance.now();
  await loadIncidents(own.url, rows, context);
  const load = performance.now() - begun;
  const { sql, close } = connect(own.url, cleanup);
  const add = (name: string, { targets = [], tables }: Report) =>
    reports.add(name, { targets: rows === million ? targets : [], tables });
  const engines = await measureEngines(rows, own, sql, options, add, context);
  const [size] = await sql<{ bytes: number; version: string }[]>`
    select pg_total_relation_size('incidents') as bytes, current_setting('server_version') as version`;
  const tile = await fullestTile(sql, httpZoom);
  await close();
  signal.throwIfAborted();
  const memory = parts.has('cube') ? await measureServerMemory(own.url, context) : undefined;
  if (largest) {
    if (memory)
      add('memory', { targets: atMost('bytes of the snapshot per incident', memory.snapshot / rows, 64, decimals), tables: [] });
    if (parts.has('http')) add('http', await measureHttp(own.url, tile, context));
    if (parts.has('screens')) add('screens', await measureScreens(own.url, context));
    if (parts.has('rows')) add('rows', await measureRows(own.url, rows, context));
    if (parts.has('downloads')) add('downloads', await measureDownloads(own.url, rows, context));
    // Last, since it changes what is there.
    if (parts.has('waiting')) add('waiting', await measureImportWait(own.url, tile, context));
  }
  await own.remove();
  return { ...engines, load, tableBytes: size!.bytes, memory, versions: [`PostgreSQL ${size!.version}`, ...engines.versions] };
}

/** All measurements of engines within this process. The engines are gone when it returns. */
async function measureEngines(
  rows: number,
  { database, url }: OwnDatabase,
  sql: Connection,
  { parts, postgisUrl }: BenchOptions,
  add: (name: string, report: Report) => void,
  context: BenchContext,
): Promise<EngineRun> {
  const start = performance.now();
  const cube = parts.has('cube') ? await buildCube(database) : undefined;
  const build = performance.now() - start;
  const duckdb = parts.has('duckdb') ? await duckdbEngine(url, context) : undefined;
  const postgis = parts.has('postgis') && postgisUrl ? await preparePostgis(postgisUrl, url, context) : undefined;
  const summaryEngines = [
    ...(cube ? [cubeEngine(cube, database)] : []),
    ...(parts.has('sql') ? [statementEngine(sql), storeEngine(database)] : []),
    ...(duckdb ? [duckdb] : []),
  ];
  const { report, medians } = await measureSummary(rows, summaryEngines, cube, context);
  if (summaryEngines.length > 0) add('summary', report);
  const tileEngines = [
    ...(cube ? [cubeTileEngine(cube, database)] : []),
    ...(parts.has('sql') ? [storeTileEngine(database)] : []),
    ...(postgis ? [postgis.points, postgis.cells] : []),
  ];
  if (tileEngines.length > 0) add('tiles', await measureTiles(rows, tileEngines, sql, context));
  await duckdb?.close();
  await postgis?.remove();
  return { medians, build, versions: [...(duckdb ? [`DuckDB ${duckdb.version}`] : []), ...(postgis ? [postgis.version] : [])] };
}

/** The cube as the server makes it. */
async function buildCube(database: Database): Promise<Cube> {
  const builder = new CubeBuilder();
  const version = await readCubeRows(database, (rows) => {
    for (const row of rows) builder.add(row);
  });
  const cube = builder.finish(version);
  moveToSharedMemory(cube);
  return cube;
}
