import { expect, test } from 'vitest';
import { emptyParts, emptyWeek } from '@monitor/domain';
import { formatOf } from '@monitor/findings';
import { englishTexts } from '../i18n/english-texts.ts';
import { chartCsv } from './use-chart-download.ts';
import { weekGrid } from './week-grid.ts';
import { weekLegendText, weekTable } from './week-words.ts';

const t = await englishTexts();
const format = formatOf('en-GB');

const incidents = emptyWeek().map((hours) => hours.map(() => 50));
incidents[5]![21] = 850;
const hours = { known: 9200, unknown: 0, midnight: 0, parts: emptyParts(), incidents };

test('the table and its CSV hold every incident with a known time once', () => {
  const table = weekTable(hours, t, format);
  const numbers = table.rows.flatMap((row) => row.slice(1).map(({ value }) => Number(value)));
  expect(numbers.reduce((sum, value) => sum + value)).toBe(hours.known);
  const [head, first] = chartCsv(table, {}).split('\r\n');
  expect(head).toBe('Hour,Mon,Tue,Wed,Thu,Fri,Sat,Sun');
  expect(first).toBe('00–01,50,50,50,50,50,50,50');
});

test('a downloaded picture says what its colours mean', () => {
  expect(weekLegendText(weekGrid(hours, 1), t, format)).toBe(
    'Shading, from light to dark, in incidents per cell: 1–200, 201–400, 401–600, 601–800, 801–1,000.',
  );
});
