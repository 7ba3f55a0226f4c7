import { expect, test } from 'vitest';
import { formatOf } from '../format/use-format.ts';
import { englishTexts } from '../i18n/english-texts.ts';
import { trendSteps } from './trend-data.ts';
import { trendLegendText, trendReadingText, trendTable } from './trend-words.ts';

const t = await englishTexts();
const format = formatOf('en-GB');

/** Months from January of a year on. */
const months = (counts: number[], partialLast = false, firstYear = 2024) =>
  counts.map((incidents, index) => ({
    start: `${firstYear + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
    incidents,
    killed: 0,
    injured: 0,
    partial: partialLast && index === counts.length - 1,
  }));
const read = (counts: number[], timeline = months(counts)) =>
  trendReadingText(trendSteps(months(counts), 'month', 'incidents', timeline), 'month', t, format);

test('the sentence says level and peak', () => {
  expect(read([263, 300, 220], [])).toBe('About 260 a month; the peak was February 2024 (300).');
  expect(read([1, 0, 1], [])).toBe('About 0.7 a month; the peak of 1 was reached 2 times, first in January 2024.');
});

/** The sentence about the last months after this many years of the same twelve counts. */
const readLast = (years: number, counts: number[]) => {
  const series = months([...Array.from({ length: 12 * years }, (_, index) => 100 + (index % 12)), ...counts], false, 2026 - years);
  return trendReadingText(trendSteps(series.slice(-12), 'month', 'incidents', series), 'month', t, format);
};
const usual = Array.from({ length: 12 }, (_, index) => 100 + index);
const changed = (above: number, below: number) => usual.map((count, at) => (at < above ? 500 : at < above + below ? 1 : count));

test('the sentence says how the last months compare with earlier years, and how many those are', () => {
  expect(readLast(5, usual)).toContain('. The last 12 months of this period are all within the range of the previous 5 years.');
  expect(readLast(2, usual)).toContain('within the range of the previous 2 years.');
  expect(readLast(9, usual)).toContain('within the range of the previous 5 years.');
  expect(readLast(5, changed(6, 0))).toContain(
    '. 6 of the last 12 months of this period are above the range of the previous 5 years. Chance alone would give about 2.',
  );
  expect(readLast(5, changed(1, 7))).toContain(
    '. 7 of the last 12 months of this period are below the range of the previous 5 years. Chance alone would give about 2.',
  );
  expect(readLast(5, changed(6, 6))).toContain(
    '. Of the last 12 months of this period, 6 are above the range of the previous 5 years and 6 are below it. Chance alone would give about 2 of each.',
  );
});

test('months outside the range are no news where chance gives as many', () => {
  const unlike = '. The last 12 months of this period are in line with the previous 5 years.';
  expect(readLast(5, changed(5, 0))).toContain(unlike);
  expect(readLast(5, changed(2, 2))).toContain(unlike);
  // Of two years the range is narrow: even seven of twelve happen by chance.
  expect(readLast(2, changed(0, 7))).toContain('are in line with the previous 2 years.');
  expect(readLast(2, changed(0, 8))).toContain(
    '8 of the last 12 months of this period are below the range of the previous 2 years',
  );
});

test('where even all months outside would not tell, nothing is said of earlier years', () => {
  const series = months(
    Array.from({ length: 62 }, (_, index) => (index < 60 ? 100 : 500)),
    false,
    2019,
  );
  const text = trendReadingText(trendSteps(series.slice(-2), 'month', 'incidents', series), 'month', t, format);
  expect(text).toBe('About 500 a month; the peak of 500 was reached 2 times, first in January 2024.');
});

test('where months have different numbers of earlier years, both are named', () => {
  const series = months(Array<number>(48).fill(100), false, 2020);
  const steps = trendSteps(series.slice(24), 'month', 'incidents', series);
  expect(trendLegendText(steps, t, format)).toContain('grey: range of the same month in the previous 2–3 years');
  const { columns } = trendTable(steps, 'month', 'incidents', t, format);
  expect(columns.map(({ label }) => label).slice(3)).toEqual([
    'Lowest in the previous 2–3 years',
    'Highest in the previous 2–3 years',
  ]);
});

test('nothing, and nothing whole, are said as such', () => {
  expect(read([0, 0], [])).toBe('None in this period.');
  const part = trendSteps(months([3], true), 'month', 'incidents', undefined);
  expect(trendReadingText(part, 'month', t, format)).toBe('No complete month in this period.');
});

test('where nothing happened in months that are not complete, it says so, and so it does where there is no data', () => {
  const part = trendSteps(months([0], true), 'month', 'incidents', undefined);
  expect(trendReadingText(part, 'month', t, format)).toBe('None in this period.');
  expect(trendReadingText([], 'month', t, format)).toBe('None in this period.');
  const someInPart = trendSteps(months([0, 2], true), 'month', 'incidents', undefined);
  expect(trendReadingText(someInPart, 'month', t, format)).toBe('None in the complete part of this period.');
  const later = [{ slug: 'a', title: 'A', from: '2014-01-01', to: '2023-12-31' }];
  const uncovered = trendSteps(months([0, 0]), 'month', 'incidents', undefined, later);
  expect(trendReadingText(uncovered, 'month', t, format)).toBe('The data does not cover this period.');
});

test('days and weeks are named by their days', () => {
  const steps = trendSteps(months([4]), 'week', 'incidents', undefined);
  expect(trendReadingText(steps, 'week', t, format)).toBe('About 4 a week; the peak was the week of 1–7 Jan 2024 (4).');
});

test('legend and table speak only of what is drawn', () => {
  const steps = trendSteps(months([4, 2], true), 'month', 'incidents', undefined);
  expect(trendLegendText(steps, t, format)).toBe('Line: this period; hollow points: incomplete.');
  const table = trendTable(steps, 'month', 'incidents', t, format);
  expect(table.columns.map((column) => column.label)).toEqual(['Month', 'Incidents', 'Note']);
  expect(table.rows[1]?.map((cell) => cell.text)).toEqual(['February 2024', '2', 'incomplete']);
});

test('where a dataset begins within the period the sentence gives no mean, and legend and table say who begins', () => {
  const datasets = [
    { slug: 'a', title: 'First', from: '2024-01-01', to: '2024-04-30' },
    { slug: 'b', title: 'Second', from: '2024-03-01', to: '2024-04-30' },
  ];
  const steps = trendSteps(months([4, 2, 90, 95]), 'month', 'incidents', undefined, datasets);
  expect(trendReadingText(steps, 'month', t, format)).toBe(
    'Some datasets or locations start or end within this period (see the marks), so no average or peak is given.',
  );
  expect(trendLegendText(steps, t, format)).toBe('Line: this period. Mark 1: Second starts on 1 Mar 2024.');
  expect(trendTable(steps, 'month', 'incidents', t, format).rows.map((row) => row.at(-1)?.value)).toEqual([
    '',
    '',
    'Second starts on 1 Mar 2024',
    '',
  ]);
});

test('a step without data has no number in the table', () => {
  const datasets = [{ slug: 'a', title: 'First', from: '2024-02-01', to: '2024-02-29' }];
  const table = trendTable(trendSteps(months([0, 7]), 'month', 'incidents', undefined, datasets), 'month', 'incidents', t, format);
  expect(table.rows[0]?.map((cell) => cell.text)).toEqual(['January 2024', '–', 'no data']);
  expect(table.rows[0]?.[1]?.value).toBeNull();
});
