import { totalmem, type as systemName } from 'node:os';
import { readFileSync } from 'node:fs';
import { type BenchOptions, type Part, partsOfGroup } from './options.ts';
import { count, decimals, megabytes, type Reports, type Row, seconds } from './report.ts';
import { comparedUpTo, runSize } from './run-size.ts';
import { measureEndpoints } from './sections/measure-endpoints.ts';
import { measureImport } from './sections/measure-import.ts';
import { measureServerMemory, type ServerMemory } from './sections/measure-memory.ts';
import { memoryBandwidth } from './sections/measure-summary.ts';
import type { BenchContext } from './setting/cleanup.ts';
import { startOwnDatabase } from './setting/own-database.ts';

const usualSizes = [10_000, 100_000, 1_000_000];

/** Measures all chosen parts of the performance, one after the other. */
export async function runBench(options: BenchOptions, reports: Reports, context: BenchContext): Promise<void> {
  const { parts, postgisUrl } = options;
  const has = (...names: readonly Part[]) => names.some((name) => parts.has(name));
  const versions = new Set([`Node.js ${process.versions.node}`]);
  if (has('postgis') && !postgisUrl) context.tell('No POSTGIS_URL: tiles are not compared with PostGIS.');
  const empty = has('cube') ? await measureEmptyServer(context) : undefined;
  const sizes = sizesToRun(options);
  const largest = sizes.findLast((size) => size <= comparedUpTo) ?? sizes.at(-1);
  const medians: Row[] = [];
  const memories: Row[] = [];
  for (const size of sizes) {
    const onlyCube = size > comparedUpTo && has('cube');
    const asked = onlyCube ? { ...options, parts: new Set(['cube'] as const) } : options;
    const run = await runSize(size, asked, size === largest, reports, context);
    medians.push({ incidents: count(size), ...run.medians });
    for (const version of run.versions) versions.add(version);
    const { memory } = run;
    if (memory === undefined || empty === undefined) continue;
    memories.push({
      incidents: count(size),
      snapshot: megabytes(memory.snapshot),
      'bytes per incident': decimals(memory.snapshot / size),
      resident: megabytes(memory.resident),
      'resident bytes per incident': decimals((memory.resident - empty.resident) / size),
      peak: megabytes(memory.peak),
      'time to build': seconds(run.build),
      'server start': seconds(memory.start),
      'table and indexes in PostgreSQL': megabytes(run.tableBytes),
      'time to generate and load': seconds(run.load),
    });
  }
  if (has('cube', 'sql', 'duckdb')) reports.add('growth', { tables: [{ rows: medians }] });
  if (empty !== undefined) {
    memories.unshift({ incidents: 'none', resident: megabytes(empty.resident) });
    reports.add('memory', { tables: [{ rows: memories }] });
  }
  if (has('demo')) reports.add('endpoints', await measureEndpoints(context));
  if (has('import')) reports.add('import', await measureImport(context, postgisUrl));
  if (has('http')) versions.add(`autocannon ${versionOf('autocannon')}`);
  const machine = {
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    'copied by one thread': `${(memoryBandwidth() / 1e9).toFixed(1)} GB/s`,
    system: systemName(),
    versions: [...versions].join(', '),
  };
  // Other tables of the document stay as they are when only some parts are measured, and were made with other versions.
  if (partsOfGroup.performance.every((part) => parts.has(part))) reports.add('machine', { tables: [{ rows: [machine] }] });
}

function sizesToRun({ parts, rows = usualSizes }: BenchOptions): readonly number[] {
  const ofAll: readonly Part[] = ['cube', 'sql', 'duckdb', 'postgis'];
  if (ofAll.some((name) => parts.has(name))) return rows;
  const ofLargest: readonly Part[] = ['http', 'rows', 'screens', 'downloads', 'waiting'];
  return ofLargest.some((name) => parts.has(name)) ? rows.slice(-1) : [];
}

async function measureEmptyServer(context: BenchContext): Promise<ServerMemory> {
  const own = await startOwnDatabase(context);
  const memory = await measureServerMemory(own.url, context);
  await own.remove();
  return memory;
}

/** Version of a package that this one depends on. */
function versionOf(name: string): string {
  const path = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
