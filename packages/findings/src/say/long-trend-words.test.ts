import { expect, test } from 'vitest';
import { provisionalFrom } from '../judge/trend-levels.ts';
import { peakOf, trendSteps } from '../judge/trend-steps.ts';
import { amountText, lineEnds, saidPeak } from './long-trend-words.ts';
import { voiceOf } from './voice.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const starts = Array.from({ length: 48 }, (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`);
const points = starts.map((start, at) => ({
  start,
  partial: at === 47,
  incidents: at === 20 ? 90 : 50 + (at % 12),
  killed: 0,
  injured: 0,
  ...allReported,
}));
const steps = trendSteps(points, 'month', 'incidents', points);

test('the ends of the lines say what they are, with the usual range and the incomplete month', () => {
  const blocks = lineEnds(steps, 'month', 'count', voiceOf('en'));
  expect(blocks.map(({ title, detail }) => [title, detail])).toEqual([
    ['12-month average', '56 a month'],
    ['November 2026: 60', 'usual range 60–60'],
    ['', 'December 2026 so far: 61'],
  ]);
});

test('small means are told apart', () => {
  const textOf = (value: number) => amountText(value, 'count', voiceOf('en'));
  expect([0, 0.5, 2.16, 4, 56.4].map(textOf)).toEqual(['0', '0.50', '2.2', '4', '56']);
});

test('a peak is marked where it is one', () => {
  expect(peakOf(steps)).toEqual({ start: '2024-09-01', value: 90, also: [] });
  const tied = steps.map((step, at) => (at === 4 ? { ...step, count: 90, whole: 90 } : step));
  const said = (some: typeof steps, isToEnd: boolean) =>
    saidPeak(some, { interval: 'month', unit: 'count', isToEnd }, voiceOf('en'));
  expect(said(tied, true)).toMatchObject({
    also: ['2023-05-01'],
    title: 'September 2024: 90',
    detail: 'the highest month since 2023, also May 2023',
  });
  expect(said(steps, false)?.detail).toBe('the highest month in 2023 – Nov 2026');
  // A chart can show the last years only.
  expect(said(steps.slice(3), true)?.detail).toBe('the highest month in Apr 2023 – Nov 2026');
  expect(said([...steps.slice(0, -1), { ...steps.at(-1)!, count: 91 }], true)).toBeUndefined();
  const level = trendSteps(
    points.map((point) => ({ ...point, incidents: 50 })),
    'month',
    'incidents',
    undefined,
  );
  expect(peakOf(level)).toBeUndefined();
});

test('months that ended less than ninety days before the last update still fill up', () => {
  expect(provisionalFrom(steps, 'month', ['2026-11-25T10:00:00Z'])).toBe('2026-08-01');
  expect(provisionalFrom(steps, 'month', ['2026-11-25T10:00:00Z', null])).toBe('2026-08-01');
  expect(provisionalFrom(steps, 'month', ['2028-01-01T00:00:00Z'])).toBeUndefined();
  expect(provisionalFrom(steps, 'month', [null])).toBeUndefined();
  expect(provisionalFrom(steps, 'year', ['2026-11-25T10:00:00Z'])).toBeUndefined();
});
