import { buffer } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import type { IncidentExport } from '@monitor/contract';
import { madeUpDownload } from '../testing/made-up-download.ts';
import { writeXlsx } from './write-xlsx.ts';

async function rowsOf(...changes: readonly Partial<IncidentExport>[]) {
  const { sheets } = await readXlsx(await buffer(writeXlsx(madeUpDownload(...changes))));
  const [header = [], ...rows] = sheets[0]?.rows ?? [];
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [String(name), row[index] ?? null])));
}

it('writes every kind of text as it is, and cuts what no cell can hold', async () => {
  const [row] = await rowsOf({ place: 'a <b> & "c" _x0041_ Ниш 😀', type_as_reported: 'x'.repeat(40_000) });
  expect(row?.place).toBe('a <b> & "c" _x0041_ Ниш 😀');
  expect(row?.type_as_reported).toHaveLength(32_767);
});

it('keeps unknown apart from zero, and days before the calendar of workbooks as text', async () => {
  const [first, second] = await rowsOf({ killed: 0, local_time: '07:30' }, { occurred_on: '1899-12-31' });
  expect(first).toMatchObject({ killed: 0, injured: null, occurred_on: new Date('2024-03-15T00:00:00Z'), synthetic: true });
  expect(second?.occurred_on).toBe('1899-12-31');
});
