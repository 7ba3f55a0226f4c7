import { expect, test } from 'vitest';
import { isUnevenTrend, roundForSentence, trendReading, trendSteps } from './trend-steps.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

/** Months from January 2019 on with the given counts; the last one is a part month where asked. */
const months = (counts: number[], partialLast = false) =>
  counts.map((incidents, index) => ({
    start: `${2019 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
    incidents,
    killed: 1,
    injured: 2,
    ...allReported,
    partial: partialLast && index === counts.length - 1,
  }));

test('a part step leaves the line and hangs on it by a dashed end', () => {
  const steps = trendSteps(months([10, 20, 5], true), 'month', 'incidents', undefined);
  expect(steps.map((step) => step.whole)).toEqual([10, 20, null]);
  expect(steps.map((step) => step.dashed)).toEqual([null, 20, 5]);
});

test('months have their average and the range of earlier years, also at the start of the period', () => {
  const timeline = months(Array.from({ length: 48 }, (_, index) => 100 + Math.floor(index / 12)));
  const steps = trendSteps(timeline.slice(24, 36), 'month', 'incidents', timeline);
  expect(steps[0]?.range).toEqual([100, 101]);
  expect(steps[0]).toMatchObject({ yearBefore: 101, average: null });
  // Of more than two years the average is drawn, and not the line of the year before.
  const long = trendSteps(timeline, 'month', 'incidents', timeline);
  expect(long[24]?.average).toBeCloseTo(101.54, 1);
  expect(long.map((step) => step.yearBefore)).toEqual(Array(48).fill(null));
  expect(trendSteps(timeline.slice(24, 36), 'quarter', 'incidents', timeline)[0]?.range).toBeNull();
});

test('the measure chooses what is counted', () => {
  expect(trendSteps(months([10]), 'month', 'killed', undefined)[0]?.count).toBe(1);
});

test('the reading is about whole steps only', () => {
  const steps = trendSteps(months([100, 160, 900], true), 'month', 'incidents', undefined);
  expect(trendReading(steps)).toEqual({
    from: '2019-01-01',
    to: '2019-02-01',
    mean: 130,
    peak: { start: '2019-02-01', count: 160, others: 0 },
    range: undefined,
  });
  expect(trendReading(trendSteps(months([3], true), 'month', 'incidents', undefined))).toBeUndefined();
  expect(trendReading([])).toBeUndefined();
});

test('the reading has the months outside the range of earlier years', () => {
  const timeline = months([
    ...Array.from({ length: 24 }, (_, index) => 100 + (index % 2)),
    ...Array.from({ length: 11 }, () => 100),
    400,
  ]);
  const steps = trendSteps(timeline.slice(24), 'month', 'incidents', timeline);
  expect(steps[0]?.rangeYears).toBe(2);
  const range = trendReading(steps)?.range;
  expect(range).toMatchObject({ steps: 12, years: { least: 2, most: 2 }, chance: expect.closeTo(4, 9) as number });
  expect(range?.above.map(({ start }) => start)).toEqual(['2021-12-01']);
  expect(range?.below).toHaveLength(5);
});

test('a mean in a sentence has no false precision', () => {
  expect([263.4, 1278, 87.6, 4.26, 0].map(roundForSentence)).toEqual([260, 1300, 88, 4.3, 0]);
});

const always = { slug: 'always', title: 'Always', from: '2019-01-01', to: '2022-12-31' };
const aYear = { slug: 'year', title: 'A year', from: '2020-01-01', to: '2020-12-31' };

test('no average, range or sentence runs over the begin or end of a dataset', () => {
  // A second dataset multiplies the counts of 2020.
  const timeline = months(Array.from({ length: 48 }, (_, index) => (index >= 12 && index < 24 ? 5000 : 100)));
  const steps = trendSteps(timeline, 'month', 'incidents', timeline, [always, aYear]);
  expect(new Set(steps.map((step) => step.stretch))).toEqual(new Set([0, 1, 2]));
  expect(steps.filter((step) => step.changes.length > 0).map((step) => step.start)).toEqual(['2020-01-01', '2021-01-01']);
  expect(new Set(steps.map((step) => step.average))).toEqual(new Set([null, 100]));
  // Of 2022 only 2021 is alike: the years before 2020 are not the previous ones.
  expect(steps.at(-1)?.range).toBeNull();
  expect(steps[30]?.range).toBeNull();
  expect(isUnevenTrend(steps)).toBe(true);
  expect(trendReading(steps)).toBeUndefined();
  expect(isUnevenTrend(steps.slice(0, 12))).toBe(false);
});

test('steps that no dataset holds are no zeros, and one that a dataset holds in part is covered in part', () => {
  const late = { ...always, from: '2019-02-15' };
  const steps = trendSteps(months([0, 40, 100, 90]), 'month', 'incidents', undefined, [late]);
  expect(steps.map((step) => step.covered)).toEqual([false, true, true, true]);
  expect(steps.map((step) => step.partial)).toEqual([false, true, false, false]);
  expect(steps.map((step) => step.whole)).toEqual([null, null, 100, 90]);
  expect(steps.map((step) => step.dashed)).toEqual([null, 40, 100, null]);
  expect(trendReading(steps)).toMatchObject({ mean: 95 });
});

test('a month of which no incident gives the number is in no line, average or range', () => {
  const timeline = months(Array.from({ length: 48 }, () => 3)).map((point, index) => ({
    ...point,
    killed: index < 24 ? 5 : 0,
    notReported: { killed: index < 24 ? 0 : 3, injured: 0 },
  }));
  const steps = trendSteps(timeline, 'month', 'killed', timeline);
  expect(steps.map(({ whole, dashed }) => whole ?? dashed)).toEqual([...Array(24).fill(5), ...Array(24).fill(null)]);
  expect(steps.slice(30).map(({ average }) => average)).toEqual(Array(18).fill(null));
  expect(steps[24]?.range).toEqual([5, 5]);
  expect(trendReading(steps)).toMatchObject({ to: '2020-12-01', mean: 5 });
});
