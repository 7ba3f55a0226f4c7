import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { type BenchContext, makeTemporaryFolder } from '../setting/cleanup.ts';
import { connect, type Connection } from '../setting/connect.ts';
import { OwnProcess } from '../setting/own-process.ts';
import { startOwnDatabase } from '../setting/own-database.ts';
import { atMost, count, megabytes, type Report, seconds, times } from '../report.ts';
import { writeArchiveFile } from './write-archive-file.ts';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const madeUpIncidents = 60_000;

/** Imports files of the Gun Violence Archive's format with the product's command, and copies the same files into a table of texts. */
export async function measureImport(context: BenchContext): Promise<Report> {
  const own = await startOwnDatabase(context);
  const folder = await makeTemporaryFolder(context.cleanup);
  const found = await archiveFiles();
  const files = found ?? [await writeArchiveFile(join(folder.path, 'made-up.csv'), madeUpIncidents, context.signal)];
  context.tell(`  ${files.length} files`);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const { sql, close } = connect(own.url, context.cleanup);
  const first = await runImport(own.url, files, context);
  const [{ incidents } = { incidents: 0 }] = await sql<{ incidents: number }[]>`select count(*) as incidents from incidents`;
  const again = await runImport(own.url, files, context);
  const copy = await bareCopy(sql, files, context.signal);
  await close();
  await folder.remove();
  await own.remove();
  const compared = (duration: number) => ({ time: seconds(duration), 'compared with the bare COPY': times(duration / copy) });
  const size = megabytes(sizes.reduce((sum, one) => sum + one, 0));
  return {
    targets: [
      ...atMost(`import of ${count(incidents)} incidents`, first.duration, 60_000, seconds),
      ...atMost('import, peak memory', first.peak, 400e6, megabytes),
    ],
    tables: [
      {
        rows: [
          { '': 'first import', ...compared(first.duration), 'peak memory': megabytes(first.peak) },
          { '': 'again, nothing changed', ...compared(again.duration), 'peak memory': megabytes(again.peak) },
          { '': 'bare COPY', time: seconds(copy) },
        ],
      },
      {
        rows: [
          { files: found ? 'the Gun Violence Archive’s, one year' : 'made up, in its format', number: count(files.length), size },
        ],
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
): Promise<{ duration: number; peak: number }> {
  const start = performance.now();
  const command = new OwnProcess('cli/dist/main.js', ['import', ...files, '--format', 'gva', '--dataset', 'bench'], {
    DATABASE_URL: databaseUrl,
  });
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

async function firstLine(path: string): Promise<string> {
  const file = await open(path);
  try {
    for await (const line of file.readLines()) return line;
    return '';
  } finally {
    await file.close();
  }
}
