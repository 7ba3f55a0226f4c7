import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BenchContext, makeTemporaryFolder } from '../setting/cleanup.ts';
import { connect, type Connection } from '../setting/connect.ts';
import { OwnProcess, startServer } from '../setting/own-process.ts';
import { startOwnDatabase } from '../setting/own-database.ts';
import { atLeast, atMost, count, decimals, megabytes, percent, perSecond, type Report, seconds, times } from '../report.ts';
import { profiledSteps } from './profiled-steps.ts';
import { writeArchiveFile } from './write-archive-file.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const madeUpIncidents = 60_000;
/** A file beside which a server runs. */
const served = 250_000;
/** Milliseconds between two looks at the numbers of a server. */
const lookEvery = 100;
const run = promisify(execFile);

/** Imports files of the Gun Violence Archive's format, made up and, where there are any, real, with the product's command. */
export async function measureImport(context: BenchContext, postgisUrl: string | undefined): Promise<Report> {
  const folder = await makeTemporaryFolder(context.cleanup);
  const madeUp = await writeArchiveFile(join(folder.path, 'made-up.csv'), madeUpIncidents, context.signal);
  const hasGdal = await run('ogr2ogr', ['--version']).then(
    () => true,
    () => false,
  );
  if (!hasGdal || !postgisUrl) context.tell('  No ogr2ogr or no POSTGIS_URL: not compared with ogr2ogr.');
  const ogr = hasGdal ? postgisUrl : undefined;
  const reports = [await measureFiles('made up, in the format of the Gun Violence Archive', [madeUp], ogr, context)];
  const real = await archiveFiles();
  if (real) reports.push(await measureFiles('the Gun Violence Archive’s, one year', real, ogr, context));
  const shown = await measureUntilShown(await writeArchiveFile(join(folder.path, 'served.csv'), served, context.signal), context);
  await folder.remove();
  return {
    targets: [...(reports.at(-1)?.targets ?? []), ...(shown.targets ?? [])],
    tables: [...reports, shown].flatMap(({ tables }) => tables),
  };
}

/** Imports a file while a server without incidents runs, and asks it for its number of incidents until that has all of them. */
async function measureUntilShown(file: string, context: BenchContext): Promise<Report> {
  context.tell(`  ${count(served)} incidents beside a server`);
  const own = await startOwnDatabase(context);
  const server = await startServer({ DATABASE_URL: own.url, DEMO: 'off' }, context);
  const { duration } = await runImport(own.url, [file], context);
  const ended = performance.now();
  for (;;) {
    const answer = await fetch(`${server.address}/api/v1/summary?facets=none`, { signal: context.signal });
    const { totals } = (await answer.json()) as { readonly totals: { readonly incidents: number } };
    if (totals.incidents === served) break;
    await wait(lookEvery, undefined, { signal: context.signal });
  }
  const untilShown = performance.now() - ended;
  await server.stop();
  await own.remove();
  return {
    targets: atMost(`numbers of ${count(served)} incidents, after the end of their import`, untilShown, 5_000, seconds),
    tables: [
      {
        rows: [
          { [`${count(served)} incidents beside a server`]: 'import', time: seconds(duration) },
          {
            [`${count(served)} incidents beside a server`]: 'from its end until the server has their numbers',
            time: seconds(untilShown),
          },
        ],
      },
    ],
  };
}

/** Imports files and copies them into a table of texts. */
async function measureFiles(
  title: string,
  files: readonly string[],
  postgisUrl: string | undefined,
  context: BenchContext,
): Promise<Report> {
  const own = await startOwnDatabase(context);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const size = megabytes(sizes.reduce((sum, one) => sum + one, 0));
  context.tell(`  ${title}: ${files.length} files, ${size}`);
  const { sql, close } = connect(own.url, context.cleanup);
  const profiles = await makeTemporaryFolder(context.cleanup);
  const first = await runImport(own.url, files, context);
  const [{ incidents } = { incidents: 0 }] = await sql<{ incidents: number }[]>`select count(*) as incidents from incidents`;
  const again = await runImport(own.url, files, context);
  const dry = await runImport(own.url, files, context, { parameters: ['--dataset', 'not-there', '--dry-run'] });
  const profiled = [`--cpu-prof`, `--cpu-prof-dir=${profiles.path}`];
  await runImport(own.url, files, context, { parameters: ['--dataset', 'bench-profiled'], node: profiled });
  const steps = await profiledSteps(profiles.path);
  const copy = await bareCopy(sql, files, context.signal);
  const ogr = postgisUrl === undefined ? undefined : await ogrImport(postgisUrl, files, context);
  await close();
  await profiles.remove();
  await own.remove();
  const row = (name: string, duration: number, peak?: number) => ({
    [`${title} (${count(files.length)} × CSV, ${size})`]: name,
    time: seconds(duration),
    incidents: perSecond((1000 * incidents) / duration),
    'compared with the bare COPY': times(duration / copy),
    'peak memory': peak === undefined ? '' : megabytes(peak),
  });
  const all = steps.reduce((sum, [, time]) => sum + time, 0);
  return {
    targets: [
      ...atMost(`import of ${count(incidents)} incidents`, first.duration, 20_000, seconds),
      ...atMost('import, peak memory', first.peak, 400e6, megabytes),
      ...atLeast('dry run, times as fast as the import', first.duration / dry.duration, 2, decimals),
    ],
    tables: [
      {
        rows: [
          row('first import', first.duration, first.peak),
          row('again, nothing changed', again.duration, again.peak),
          row('dry run', dry.duration, dry.peak),
          row('bare COPY', copy),
          ...(ogr === undefined ? [] : [row('ogr2ogr into PostGIS', ogr)]),
        ],
      },
      {
        rows: steps.map(([step, time]) => ({ 'step of the first import': step, time: seconds(time), share: percent(time / all) })),
      },
    ],
  };
}

/** Real files, where there are any. */
async function archiveFiles(): Promise<string[] | undefined> {
  const folder = join(process.env.MONITOR_REAL_DATA ?? join(dirname(repository), 'shared/data'), 'gva-2017');
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.csv')).map((name) => join(folder, name));
  return files.length > 0 ? files.toSorted() : undefined;
}

async function runImport(
  databaseUrl: string,
  files: readonly string[],
  { cleanup, signal }: BenchContext,
  { parameters = ['--dataset', 'bench'], node = [] }: { parameters?: readonly string[]; node?: readonly string[] } = {},
): Promise<{ duration: number; peak: number }> {
  const start = performance.now();
  const words = ['import', ...files, '--format', 'gva', ...parameters];
  const command = new OwnProcess('cli/dist/main.js', words, { DATABASE_URL: databaseUrl }, node);
  const stop = cleanup.add(() => command.stop());
  await command.succeeds(signal);
  await stop();
  return { duration: performance.now() - start, peak: command.peakMemory };
}

/** Milliseconds that PostgreSQL takes to copy the files into a table with a column of text for each field. */
async function bareCopy(sql: Connection, files: readonly string[], signal: AbortSignal): Promise<number> {
  const header = await firstLine(files[0] ?? '');
  const columns = header.split(',').map((_, position) => `field_${position + 1} text`);
  await sql.unsafe(`create table bare (${columns.join(', ')})`);
  const start = performance.now();
  for (const file of files) {
    const target = await sql.unsafe('copy bare from stdin (format csv, header)').writable();
    await pipeline(createReadStream(file), target, { signal });
  }
  return performance.now() - start;
}

/** Milliseconds that ogr2ogr takes to copy the files into a table with points and an index of them, which is removed again. */
async function ogrImport(url: string, files: readonly string[], { cleanup, signal }: BenchContext): Promise<number> {
  const table = `monitor_bench_ogr_${process.pid}`;
  const { sql, close } = connect(url, cleanup);
  const drop = cleanup.add(async () => void (await sql.unsafe(`drop table if exists ${table}`)));
  const start = performance.now();
  for (const file of files) {
    const points = ['-oo', 'X_POSSIBLE_NAMES=longitude', '-oo', 'Y_POSSIBLE_NAMES=latitude', '-a_srs', 'EPSG:4326'];
    const words = [
      '-f',
      'PostgreSQL',
      `PG:${url.replace(/^postgres:/, 'postgresql:')}`,
      file,
      '-nln',
      table,
      '-append',
      ...points,
      '--config',
      'PG_USE_COPY',
      'YES',
    ];
    await run('ogr2ogr', words, { signal });
  }
  const duration = performance.now() - start;
  await drop();
  await close();
  return duration;
}

async function firstLine(path: string): Promise<string> {
  const file = await open(path);
  try {
    for await (const line of file.readLines()) return line;
    return '';
  } finally {
    await file.close();
  }
}
