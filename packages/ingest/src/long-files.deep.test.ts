import { expect, it } from 'vitest';
import { openCsv } from './kinds/open-csv.ts';
import { openJson } from './kinds/open-json.ts';
import { readRows } from './read-rows.ts';
import { surveyFile } from './survey-file.ts';
import { columnsFormat } from '../testing/test-files.ts';

const record = { id: 1, date: '2024-01-01', note: 'x'.repeat(200), location: { gps: '44.81,20.46' } };
const kinds: Readonly<Record<string, readonly [start: string, row: string, end: string]>> = {
  csv: ['id,date,note\n', `1,2024-01-01,${record.note}\n`, ''],
  json: ['{"incidents": [', `${JSON.stringify(record)},\n`, `${JSON.stringify(record)}]}`],
  'json lines': ['', `${JSON.stringify(record)}\n`, ''],
};

/** Rows that make about 300 MB. */
const portions = 1000;
const rowsOfPortion = 1000;

it.each(Object.keys(kinds))('memory does not grow with a file of %s', async (kind) => {
  const [start, row, end] = kinds[kind]!;
  const portion = Buffer.from(row.repeat(rowsOfPortion));
  const bytes = async function* () {
    yield Buffer.from(start + row);
    for (let index = 0; index < portions; index += 1) yield portion;
    yield Buffer.from(end);
  };
  const format = columnsFormat(['id', 'date']);
  const survey = await surveyFile({ path: '/long', name: 'long', bytes });
  const file = await (survey.kind === 'json' ? openJson : openCsv)(survey, format);
  let rows = 0;
  const used: number[] = [];
  for await (const _ of readRows(file, format)) {
    rows += 1;
    if (rows % 10_000 !== 0) continue;
    const { heapUsed, external } = process.memoryUsage();
    used.push((heapUsed + external) / 1024 ** 2);
  }
  expect(rows).toBeGreaterThan(portions * rowsOfPortion);
  // What is left whenever garbage has just been collected: this process has run other tests, whose garbage comes and goes too.
  const leastOf = (part: readonly number[]) => Math.min(...part);
  expect(leastOf(used.slice(used.length / 2)) - leastOf(used.slice(0, used.length / 2))).toBeLessThan(50);
});
