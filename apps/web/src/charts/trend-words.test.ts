import { expect, test } from 'vitest';
import { formatOf } from '../format/use-format.ts';
import { englishTexts } from '../i18n/english-texts.ts';
import { trendSteps } from './trend-data.ts';
import { trendLegendText, trendReadingText, trendTable } from './trend-words.ts';

const t = await englishTexts();
const format = formatOf('en-GB');

/** Months from January 2024 on. */
const months = (counts: number[], partialLast = false) =>
  counts.map((incidents, index) => ({
    start: `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
    incidents,
    killed: 0,
    injured: 0,
    partial: partialLast && index === counts.length - 1,
  }));
const read = (counts: number[], timeline = months(counts)) =>
  trendReadingText(trendSteps(months(counts), 'month', 'incidents', timeline), 'month', t, format);

test('the sentence says level and peak', () => {
  expect(read([263, 300, 220], [])).toBe('About 260 a month, most in February 2024 (300).');
  expect(read([1, 0, 1], [])).toBe('About 0.7 a month, most in January 2024 and 1 other (1).');
});

test('the sentence says how the last months stand against earlier years', () => {
  const earlier = Array.from({ length: 24 }, (_, index) => 100 + (index % 12));
  const timeline = [...earlier, ...earlier.slice(0, 12)];
  const last = (counts: number[]) =>
    trendReadingText(
      trendSteps(months([...earlier, ...counts]), 'month', 'incidents', months([...earlier, ...counts])),
      'month',
      t,
      format,
    );
  expect(last(timeline.slice(0, 12))).toContain('the last 12 months all lie inside the range of the five years before.');
  expect(last([500, ...timeline.slice(1, 12)])).toContain('1 of the last 12 months lies above the range');
  expect(last([500, 1, 1, ...timeline.slice(3, 12)])).toContain('of the last 12 months, 1 lie above and 2 below the range');
});

test('nothing, and nothing whole, are said as such', () => {
  expect(read([0, 0], [])).toBe('None in this period.');
  const part = trendSteps(months([3], true), 'month', 'incidents', undefined);
  expect(trendReadingText(part, 'month', t, format)).toBe('The period holds no whole step to compare.');
});

test('days and weeks are named by their days', () => {
  const steps = trendSteps(months([4]), 'week', 'incidents', undefined);
  expect(trendReadingText(steps, 'week', t, format)).toBe('About 4 a week, most in 1 – 7 Jan 2024 (4).');
});

test('legend and table speak only of what is drawn', () => {
  const steps = trendSteps(months([4, 2], true), 'month', 'incidents', undefined);
  expect(trendLegendText(steps, t, format)).toBe('Line: this period; hollow: covered in part only.');
  const table = trendTable(steps, 'month', 'incidents', t, format);
  expect(table.columns.map((column) => column.label)).toEqual(['Month', 'Incidents', 'Note']);
  expect(table.rows[1]?.map((cell) => cell.text)).toEqual(['February 2024', '2', 'part only']);
});

test('where a dataset begins within the period the sentence gives no mean, and legend and table say who begins', () => {
  const datasets = [
    { slug: 'a', title: 'First', from: '2024-01-01', to: '2024-04-30' },
    { slug: 'b', title: 'Second', from: '2024-03-01', to: '2024-04-30' },
  ];
  const steps = trendSteps(months([4, 2, 90, 95]), 'month', 'incidents', undefined, datasets);
  expect(trendReadingText(steps, 'month', t, format)).toBe(
    'Different datasets cover different parts of this period (see the marks), so no mean or peak is given.',
  );
  expect(trendLegendText(steps, t, format)).toBe('Line: this period. Mark 1: Second begins on 1 Mar 2024.');
  expect(trendTable(steps, 'month', 'incidents', t, format).rows.map((row) => row.at(-1)?.value)).toEqual([
    '',
    '',
    'Second begins on 1 Mar 2024',
    '',
  ]);
});

test('a step without data has no number in the table', () => {
  const datasets = [{ slug: 'a', title: 'First', from: '2024-02-01', to: '2024-02-29' }];
  const table = trendTable(trendSteps(months([0, 7]), 'month', 'incidents', undefined, datasets), 'month', 'incidents', t, format);
  expect(table.rows[0]?.map((cell) => cell.text)).toEqual(['January 2024', '–', 'no data']);
  expect(table.rows[0]?.[1]?.value).toBeNull();
});
