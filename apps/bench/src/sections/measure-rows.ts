import { type Measure, type Sort, sortFields } from '@monitor/domain';
import { type Database, listIncidents, openDatabase } from '@monitor/store';
import type { BenchContext } from '../setting/cleanup.ts';
import { startServer } from '../setting/own-process.ts';
import { atMost, medianAndSlow, milliseconds, most, type Report } from '../report.ts';
import { type Timing, timingOf } from '../timing.ts';

/** Rows of a page, as the table requests them. */
const rowsOfPage = 100;
const requests = 60;
const offsetRuns = 3;

/** Pages at random depths of the whole list, for each field that it can be sorted by. Throws where a request fails. */
export async function measureRows(databaseUrl: string, rows: number, context: BenchContext): Promise<Report> {
  const server = await startServer({ DATABASE_URL: databaseUrl, DEMO: 'off' }, context);
  const database = await openDatabase(databaseUrl);
  const ask = async (sort: Sort, offset: number) => {
    const path = `/api/v1/incidents?measure=${measureOf(sort)}&sort=${sort}&limit=${rowsOfPage}&offset=${offset}`;
    const start = performance.now();
    const answer = await fetch(server.address + path, { signal: context.signal });
    const { items } = (await answer.json()) as { items?: readonly unknown[] };
    if (items?.length !== rowsOfPage) throw new Error(`${path} answers ${answer.status}.`);
    return performance.now() - start;
  };
  const measured: { sort: Sort; first: number; timing: Timing; offset: Timing }[] = [];
  const random = depths(rows - rowsOfPage);
  await ask('-occurred_on', 1);
  for (const sort of sortFields) {
    context.tell(`  rows by ${sort}`);
    const first = await ask(sort, random());
    const durations: number[] = [];
    for (let number = 0; number < requests; number++) durations.push(await ask(number % 2 === 0 ? sort : `-${sort}`, random()));
    measured.push({ sort, first, timing: timingOf(durations), offset: await offsetTiming(database, sort, random, rows) });
  }
  await database.close();
  await server.stop();
  const slowest = most(measured, ({ timing }) => timing.slow)!;
  return {
    targets: atMost(`slowest order (\`${slowest.sort}\`), 95th percentile`, slowest.timing.slow, 100, milliseconds),
    tables: [
      {
        rows: measured.map(({ sort, first, timing, offset }) => ({
          'sorted by': `\`${sort}\``,
          'first request': milliseconds(first),
          'median (95th percentile)': medianAndSlow(timing),
          'PostgreSQL with OFFSET': medianAndSlow(offset),
        })),
      },
    ],
  };
}

async function offsetTiming(database: Database, sort: Sort, random: () => number, rows: number): Promise<Timing> {
  const durations: number[] = [];
  for (let number = 0; number < offsetRuns; number++) {
    const start = performance.now();
    const page = { sort, limit: rowsOfPage, start: { offset: random() }, measure: measureOf(sort) };
    await listIncidents(database, {}, page, { totalAt: async () => rows });
    durations.push(performance.now() - start);
  }
  return timingOf(durations);
}

function measureOf(sort: Sort): Measure {
  return sort.endsWith('amount') ? 'weapons' : 'incidents';
}

/** Positions that look random and are the same in each run. */
function depths(deepest: number): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % deepest;
  };
}
