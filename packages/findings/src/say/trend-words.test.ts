import { expect, test } from 'vitest';
import { trendSteps } from '../judge/trend-steps.ts';
import { coverageNotes, partsReadingText, sayChanges, trendLegendText, trendReadingText } from './trend-words.ts';
import { voiceOf } from './voice.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const voice = voiceOf('en');
const legendOf = (steps: ReturnType<typeof trendSteps>) => trendLegendText(sayChanges(steps, voice), false, voice);

/** Months from January of a year on. */
const months = (counts: number[], partialLast = false, firstYear = 2024) =>
  counts.map((incidents, index) => ({
    start: `${firstYear + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
    incidents,
    killed: 0,
    injured: 0,
    ...allReported,
    partial: partialLast && index === counts.length - 1,
  }));
const read = (counts: number[], timeline = months(counts)) =>
  trendReadingText(trendSteps(months(counts), 'month', 'incidents', timeline), 'month', voice);

test('the sentence says level and peak, and of which whole steps', () => {
  expect(read([263, 300, 220], [])).toBe('About 260 a month in Jan–Mar 2024; the peak was February 2024 (300).');
  expect(read([11, 0, 11], [])).toBe('About 7.3 a month in Jan–Mar 2024; the peak of 11 was reached twice, first in January 2024.');
  expect(read([11, 11, 11], [])).toBe(
    'About 11 a month in Jan–Mar 2024; the peak of 11 was reached 3 times, first in January 2024.',
  );
});

/** The sentence about the last months after this many years of the same twelve counts. */
const readLast = (years: number, counts: number[]) => {
  const series = months([...Array.from({ length: 12 * years }, (_, index) => 100 + (index % 12)), ...counts], false, 2026 - years);
  return trendReadingText(trendSteps(series.slice(-12), 'month', 'incidents', series), 'month', voice) ?? '';
};
const usual = Array.from({ length: 12 }, (_, index) => 100 + index);
const changed = (above: number, below: number) => usual.map((count, at) => (at < above ? 500 : at < above + below ? 1 : count));

test('the sentence says how the last months compare with earlier years, and names those outside', () => {
  expect(readLast(5, usual)).toContain('. The last 12 months of this period are all within the range of the previous 5 years.');
  expect(readLast(2, usual)).toContain('within the range of the previous 2 years.');
  expect(readLast(9, usual)).toContain('within the range of the previous 5 years.');
  const byChance = ' Chance alone would put up to about 2 of 12 months above the range, and up to as many below it.';
  expect(readLast(5, changed(1, 0))).toContain(`. January 2026 is above the range of the previous 5 years.${byChance}`);
  expect(readLast(5, changed(2, 1))).toContain(
    '. January 2026 and February 2026 are above the range of the previous 5 years.' +
      ` March 2026 is below the range of the previous 5 years.${byChance}`,
  );
});

test('of many months outside, the farthest are named in the order of the calendar', () => {
  const counts = [500, 600, 700, 800, 900, ...usual.slice(5)];
  expect(readLast(5, counts)).toContain(
    '. 5 of the last 12 months are above the range of the previous 5 years, most of all March 2026, April 2026, and May 2026.',
  );
});

test('a period with a month outside the range is never said to be like earlier years', () => {
  for (let above = 0; above <= 12; above++)
    for (let below = 0; below <= 12 - above; below++) {
      const isUsual = above + below === 0;
      expect(readLast(5, changed(above, below)).includes('all within')).toBe(isUsual);
    }
});

test('of few events there is no level, and nothing is said where it would say nothing', () => {
  expect(read([1, 0, 1], [])).toBeUndefined();
  expect(read([1, 5, 2], [])).toBe('The peak in Jan–Mar 2024 was February 2024 (5).');
  expect(read([5, 1, 5], [])).toBe('The peak of 5 in Jan–Mar 2024 was reached twice, first in January 2024.');
});

test('where months have different numbers of earlier years, both are named', () => {
  const series = months(Array<number>(48).fill(100), false, 2020);
  const steps = trendSteps(series.slice(24), 'month', 'incidents', series);
  expect(legendOf(steps)).toContain('grey: range of the same month in the previous 2–3 years');
});

test('nothing, and nothing whole, are said as such', () => {
  expect(read([0, 0], [])).toBe('None in this period.');
  const part = trendSteps(months([3], true), 'month', 'incidents', undefined);
  expect(trendReadingText(part, 'month', voice)).toBe('No complete month in this period.');
});

test('where nothing happened in months that are not complete, it says so, and so it does where there is no data', () => {
  const part = trendSteps(months([0], true), 'month', 'incidents', undefined);
  expect(trendReadingText(part, 'month', voice)).toBe('None in this period.');
  expect(trendReadingText([], 'month', voice)).toBe('None in this period.');
  const someInPart = trendSteps(months([0, 2], true), 'month', 'incidents', undefined);
  expect(trendReadingText(someInPart, 'month', voice)).toBe('None in the complete part of this period.');
  const later = [{ slug: 'a', title: 'A', from: '2014-01-01', to: '2023-12-31' }];
  const uncovered = trendSteps(months([0, 0]), 'month', 'incidents', undefined, later);
  expect(trendReadingText(uncovered, 'month', voice)).toBe('The data does not cover this period.');
});

test('days and weeks are named by their days', () => {
  const steps = trendSteps(months([40]), 'week', 'incidents', undefined);
  expect(trendReadingText(steps, 'week', voice)).toBe(
    'About 40 a week from 1 Jan 2024 to 7 Jan 2024; the peak was the week of 1–7 Jan 2024 (40).',
  );
});

test('the legend speaks only of what is drawn', () => {
  const steps = trendSteps(months([4, 2], true), 'month', 'incidents', undefined);
  expect(legendOf(steps)).toBe('Line: this period; hollow points: incomplete.');
});

test('where a dataset begins within the period the sentence gives no mean, and the legend says who begins', () => {
  const datasets = [
    { slug: 'a', title: 'First', from: '2024-01-01', to: '2024-04-30' },
    { slug: 'b', title: 'Second', from: '2024-03-01', to: '2024-04-30' },
  ];
  const steps = trendSteps(months([4, 2, 90, 95]), 'month', 'incidents', undefined, datasets);
  expect(trendReadingText(steps, 'month', voice)).toBe(
    'Some datasets or locations start or end within this period (see the marks), so no average or peak is given.',
  );
  expect(legendOf(steps)).toBe('Line: this period. Mark 1: Second starts on 1 Mar 2024.');
  const notes = coverageNotes(sayChanges(steps, voice));
  expect(notes).toEqual(['Second starts on 1 Mar 2024.']);
});

test('lines side by side are read by which is the highest most often', () => {
  const parts = [
    { value: 'RS', name: 'Serbia', counts: [7, 4, 3] },
    { value: 'XK', name: 'Kosovo*', counts: [3, 8, 6] },
  ];
  expect(partsReadingText(parts, 'killed', 'month', voice)).toBe('Kosovo* has more people killed in 2 of 3 months.');
  const third = { value: 'AL', name: 'Albania', counts: [0, 0, 0] };
  expect(partsReadingText([...parts, third], 'incidents', 'month', voice)).toBe('Kosovo* has the most incidents in 2 of 3 months.');
});
