import { describeMachine, versionOf } from './document/machine.ts';
import type { BenchOptions } from './options.ts';
import { comparedUpTo, type LargestResult, type Results, type SizeResult } from './results.ts';
import { runSize } from './run-size.ts';
import { measureEndpoints } from './sections/measure-endpoints.ts';
import { measureImport } from './sections/measure-import.ts';
import { measureServerMemory, type ServerMemory } from './sections/measure-memory.ts';
import type { BenchContext } from './setting/cleanup.ts';
import { startOwnDatabase } from './setting/own-database.ts';

/** Measures all chosen sections, one after the other. */
export async function runBench(options: BenchOptions, context: BenchContext): Promise<Results> {
  const { sections } = options;
  const { tell } = context;
  const machine = describeMachine();
  const sizes: SizeResult[] = [];
  let largest: LargestResult | undefined;
  const versions = new Set([`Node.js ${process.versions.node}`]);
  if (sections.has('postgis') && !options.postgisUrl) tell('No POSTGIS_URL: tiles are not compared with PostGIS.');
  const emptyServer = sections.has('cube') ? await measureEmptyServer(context) : undefined;
  const sizesRun = sizesToRun(options);
  for (const rows of sizesRun) {
    const asked = rows > comparedUpTo && sections.has('cube') ? { ...options, sections: new Set(['cube'] as const) } : options;
    const run = await runSize(
      rows,
      asked,
      rows === (sizesRun.findLast((size) => size <= comparedUpTo) ?? sizesRun.at(-1)),
      context,
    );
    sizes.push(run.result);
    largest ??= run.largest;
    for (const version of run.versions) versions.add(version);
  }
  if (sections.has('http')) versions.add(`autocannon ${versionOf('autocannon')}`);
  if (sections.has('demo')) tell('Every endpoint on the demonstration data');
  const demo = sections.has('demo') ? await measureEndpoints(context) : undefined;
  if (sections.has('import')) tell('Import of files');
  const imported = sections.has('import') ? await measureImport(context) : undefined;
  return { machine, versions: [...versions], sizes, largest, emptyServer, demo, import: imported };
}

function sizesToRun({ sections, sizes }: BenchOptions): readonly number[] {
  if (['cube', 'sql', 'duckdb', 'postgis'].some((name) => (sections as ReadonlySet<string>).has(name))) return sizes;
  const ofLargest = ['http', 'rows', 'screens', 'downloads', 'waiting'] as const;
  return ofLargest.some((name) => sections.has(name)) ? sizes.slice(-1) : [];
}

async function measureEmptyServer(context: BenchContext): Promise<ServerMemory> {
  const own = await startOwnDatabase(context);
  const memory = await measureServerMemory(own.url, context);
  await own.remove();
  return memory;
}
