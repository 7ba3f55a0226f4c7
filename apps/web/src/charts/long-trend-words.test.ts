import { expect, test } from 'vitest';
import { formatOf } from '@monitor/findings';
import { englishTexts } from '../i18n/english-texts.ts';
import { endBlocks, partEnds, peakOf, provisionalFrom } from './long-trend-words.ts';
import { trendSteps } from './trend-data.ts';

const t = await englishTexts();
const format = formatOf('en-GB');
const starts = Array.from({ length: 48 }, (_, at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`);
const points = starts.map((start, at) => ({
  start,
  partial: at === 47,
  incidents: at === 20 ? 90 : 50 + (at % 12),
  killed: 0,
  injured: 0,
}));
const steps = trendSteps(points, 'month', 'incidents', points);

test('the ends of the lines say what they are, with the usual range and the incomplete month', () => {
  const blocks = endBlocks(steps, 'month', 'count', t, format);
  expect(blocks.map(({ title, detail }) => [title, detail])).toEqual([
    ['12-month average', '56 a month'],
    ['November 2026: 60', 'usual range 60–60'],
    ['', 'December 2026 so far: 61'],
  ]);
});

test('the names of layers are in their middle, those of lines at their end', () => {
  const part = (value: string, last: number, isUnknown = false) => ({ value, name: value, amounts: [5, last], isUnknown });
  const parts = [part('men', 20), part('women', 10), part('not reported', 4, true)];
  expect(partEnds(parts, 'stacked', 'count', format).map(({ value }) => value)).toEqual([10, 25, 32]);
  expect(partEnds(parts, 'lines', 'count', format).map(({ title, value }) => [title, value])).toEqual([
    ['men 20', 20],
    ['women 10', 10],
    ['not reported 4', 4],
  ]);
});

test('a peak is marked where it is one', () => {
  expect(peakOf(steps)).toEqual({ start: '2024-09-01', value: 90 });
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
