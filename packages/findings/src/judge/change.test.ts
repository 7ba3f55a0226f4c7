import type { Summary } from '@monitor/contract';
import { expect, test } from 'vitest';
import { figureChange, wholeMonths } from './change.ts';
import { daysOf } from './dataset-coverage.ts';
import { dispersionOf } from './population-rate.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';

const alone = (people: number) => ({ squares: people, largest: [1, 1] as const });
const totals = (incidents: number) => ({
  incidents,
  killed: 3,
  injured: 40,
  threatened: 0,
  suicides: 0,
  withoutPoint: 0,
  dispersion: { weeks: 0, squares: 0, sums: 0 },
  notReported: { killed: 0, injured: 0, threatened: 0, suicides: 0 },
  clustering: { killed: alone(3), injured: alone(40) },
});
const quarter = { from: '2025-07-01', to: '2025-09-30' };
const yearBefore = { from: '2024-07-01', to: '2024-09-30', rule: 'year_earlier' as const, totals: totals(939) };

test('the published third quarters of 2025 and 2024 fell by 14 per cent (−22 to −6)', () => {
  const change = figureChange(
    { period: quarter, totals: totals(804), comparison: yearBefore },
    { from: quarter.from },
    'incidents',
    [],
  );
  if (change.kind !== 'change') throw new Error(change.kind);
  expect([change.difference, change.low, change.high].map((value) => Math.round(value * 100))).toEqual([-14, -22, -6]);
  expect(change.before).toEqual({
    count: 939,
    baseline: { kind: 'period', from: '2024-07-01', to: '2024-09-30', years: 1 },
  });
});

test('the same fall is none where incidents come in waves, and that of people is as much less sure', () => {
  const inWaves = (incidents: number) => ({ ...totals(incidents), dispersion: { weeks: 65, squares: 4000, sums: 1000 } });
  const answer = { period: quarter, totals: inWaves(804), comparison: { ...yearBefore, totals: inWaves(939) } };
  const change = figureChange(answer, { from: quarter.from }, 'incidents', []);
  if (change.kind !== 'change') throw new Error(change.kind);
  expect([change.difference, change.low, change.high].map((value) => Math.round(value * 100))).toEqual([-14, -29, 3]);
  // 40 of 804 incidents: each of them has 40/804 people, of which waves are 3 × 40²/804.
  expect(dispersionOf(inWaves(804), 'injured')).toBeCloseTo(1 + (3 * 40) / 804, 9);
});

test('where no change is given the reason is', () => {
  const answer = { period: quarter, totals: totals(804), comparison: yearBefore };
  expect(figureChange(answer, { from: quarter.from }, 'killed', [])).toMatchObject({ kind: 'too_few', before: { count: 3 } });
  expect(figureChange(answer, {}, 'incidents', [])).toEqual({ kind: 'no_first_day' });
  expect(figureChange({ ...answer, comparison: null }, { from: '2014-01-01' }, 'incidents', [])).toEqual({
    kind: 'no_earlier_data',
  });
  // A year before five years is earlier data, but too short to compare with.
  const fiveYears = { from: '2015-01-01', to: '2019-12-31' };
  const held = madeUpDataset('demo', { RS: { from: '2014-01-01', to: '2019-12-31' } });
  expect(figureChange({ ...answer, period: fiveYears, comparison: null }, fiveYears, 'incidents', [held])).toEqual({
    kind: 'data_begin',
    day: '2014-01-01',
  });
});

test('what is not reported is not compared as if it were zero', () => {
  const silent = { ...totals(804), injured: 0, notReported: { killed: 0, injured: 804, threatened: 0, suicides: 0 } };
  const compared = (now: typeof silent, earlier: typeof silent) =>
    figureChange({ period: quarter, totals: now, comparison: { ...yearBefore, totals: earlier } }, quarter, 'injured', []);
  expect(compared(silent, totals(939))).toEqual({ kind: 'not_reported', side: 'later' });
  expect(compared(totals(804), silent)).toEqual({ kind: 'not_reported', side: 'earlier' });
});

test('two mass shootings of the year before do not make a fall of people killed', () => {
  const year = (from: string, to: string, killed: number, largest: readonly [number, number]) => {
    const squares = killed - largest[0] - largest[1] + largest[0] ** 2 + largest[1] ** 2;
    return { from, to, totals: { ...totals(500), killed, clustering: { killed: { squares, largest }, injured: alone(40) } } };
  };
  const later = year('2024-01-01', '2024-12-31', 18, [1, 1]);
  const change = figureChange(
    { period: later, totals: later.totals, comparison: { ...year('2023-01-01', '2023-12-31', 45, [10, 9]), rule: 'year_earlier' } },
    later,
    'killed',
    [],
  );
  expect(change).toEqual({
    kind: 'rests_on_largest',
    heaviest: { side: 'earlier', incidents: 2, people: 19, events: 45 },
    before: { count: 45, baseline: { kind: 'period', from: '2023-01-01', to: '2023-12-31', years: 1 } },
  });
});

test('the comparison is named by its own days where it lies years earlier, else by its months or days', () => {
  const comparison = { from: '2021-03-01', to: '2023-12-31', rule: 'preceding' as const, totals: totals(9000) };
  const period = { from: '2024-01-01', to: '2026-10-31' };
  expect(figureChange({ period, totals: totals(8914), comparison }, period, 'incidents', [])).toMatchObject({
    before: { count: 9000, baseline: { kind: 'months', count: 34 } },
  });
  const earlier = { ...comparison, from: '2021-01-01', to: '2023-10-31', rule: 'years_earlier' as const };
  expect(figureChange({ period, totals: totals(8914), comparison: earlier }, period, 'incidents', [])).toMatchObject({
    before: { baseline: { kind: 'period', from: '2021-01-01', to: '2023-10-31', years: 3 } },
  });
  expect(wholeMonths({ from: '2024-01-01', to: '2024-02-28' })).toBeUndefined();
  expect(daysOf({ from: '2024-02-01', to: '2024-02-29' })).toBe(29);
});

/** What an answer has that no change depends on. */
const answered = { datasetVersion: 1, facets: {}, series: { interval: 'month' as const, points: [] } };

/** How the third quarter of 2025 changed where the data is of one location. */
function quarterWith(from: string, to: string, incidents = 40_000) {
  const answer = { period: quarter, totals: totals(804), comparison: yearBefore };
  return figureChange(answer, { from: quarter.from }, 'incidents', [madeUpDataset('demo', { RS: { from, to } }, incidents)]);
}

test('a dataset that holds only one of the periods makes their difference one of coverage, and no change is given', () => {
  expect(quarterWith('2014-01-01', '2026-10-31').kind).toBe('change');
  expect(quarterWith('2025-01-01', '2025-12-31')).toEqual({ kind: 'data_begin', day: '2025-01-01' });
  expect(quarterWith('2024-08-20', '2026-10-31')).toEqual({ kind: 'data_begin', day: '2024-08-20' });
  expect(quarterWith('2025-08-20', '2026-10-31')).toEqual({ kind: 'data_begin', day: '2025-08-20' });
  expect(quarterWith('2025-08-20', '2025-09-10').kind).toBe('uneven_data');
  const answer = { period: quarter, totals: totals(804), comparison: yearBefore };
  // A dataset of neither period does not matter to them, nor does an empty one.
  const besides = [
    madeUpDataset('demo', { RS: { from: '2014-01-01', to: '2026-10-31' } }),
    madeUpDataset('archive', { RS: { from: '2014-01-01', to: '2016-12-31' } }),
    madeUpDataset('nothing', {}),
  ];
  expect(figureChange(answer, { from: quarter.from }, 'incidents', besides).kind).toBe('change');
});

test('days after the last of the data are no fall: the change of a part is not said of the whole', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' };
  const change = figureChange(
    {
      period: november,
      totals: totals(40),
      comparison: { from: '2025-11-01', to: '2025-11-30', rule: 'year_earlier', totals: totals(260) },
    },
    november,
    'incidents',
    [madeUpDataset('demo', { RS: { from: '2014-01-01', to: '2026-11-05' } }, 40_000)],
  );
  expect(change).toEqual({ kind: 'data_end', day: '2026-11-05' });
  expect(quarterWith('2014-01-01', '2025-09-12')).toEqual({ kind: 'data_end', day: '2025-09-12' });
});

test('a period after the last day of the data is not a fall either', () => {
  expect(quarterWith('2014-01-01', '2025-05-31')).toEqual({ kind: 'data_end', day: '2025-05-31' });
  expect(quarterWith('2014-01-01', '2024-08-31')).toEqual({ kind: 'data_end', day: '2024-08-31' });
  expect(quarterWith('2014-01-01', '2023-05-31')).toEqual({ kind: 'data_end', day: '2023-05-31' });
});

test('where the data end a few days before a long period does, it is compared by the days that they hold', () => {
  const whole = quarterWith('2014-01-01', '2026-10-31');
  const cut = quarterWith('2014-01-01', '2025-09-27');
  if (whole.kind !== 'change' || cut.kind !== 'change') throw new Error(cut.kind);
  // 804 in 89 days and not in 92: more a day.
  expect(1 + cut.difference).toBeCloseTo(((1 + whole.difference) * 92) / 89, 9);
});

test('a dataset with an incident every few days covers a period though its last days have none', () => {
  // One in 5.9 days: nine days without one are chance, which they are not where there are nine a day.
  expect(quarterWith('2014-01-01', '2025-09-21', 730).kind).toBe('change');
  expect(quarterWith('2014-01-01', '2025-09-21', 40_000).kind).toBe('data_end');
});

test('a location that begins between the periods is uneven data, unless it is left out or not among the chosen', () => {
  const demo = (incidents: number) => {
    const { coverage, ...dataset } = madeUpDataset('demo', { RS: { from: '2014-01-01', to: '2026-10-31' } }, 40_000);
    return { ...dataset, coverage: [...coverage, { country: 'AL', incidents, from: '2025-01-01', to: '2026-10-31' }] };
  };
  const change = (incidents: number, country?: string[]) =>
    figureChange(
      { period: quarter, totals: totals(804), comparison: yearBefore },
      { from: quarter.from, ...(country && { country }) },
      'incidents',
      [demo(incidents)],
    );
  expect(change(4000)).toEqual({
    kind: 'uneven_data',
    parts: [{ title: 'demo', country: 'AL', from: '2025-01-01', to: '2026-10-31' }],
  });
  expect(change(4000, ['RS']).kind).toBe('change');
  expect(change(4000, ['AL'])).toEqual({ kind: 'data_begin', day: '2025-01-01' });
  const answer = { period: quarter, totals: totals(804), comparison: yearBefore };
  expect(figureChange(answer, { from: quarter.from, leave_out: ['demo/AL'] }, 'incidents', [demo(4000)]).kind).toBe('change');
});

test('a dataset that covers one period only is left out of the change, which says so where it is notable', () => {
  const demo = madeUpDataset('demo', { RS: { from: '2014-01-01', to: '2026-10-31' } }, 40_000);
  const mine = madeUpDataset('mine', { RS: { from: '2025-08-01', to: '2025-08-20' } }, 6);
  const change = (later: number) => {
    const whole: Summary = { ...answered, period: quarter, totals: totals(later), comparison: yearBefore };
    const beside = { filter: { leave_out: ['mine/RS'] }, leftOut: ['mine/RS'], answer: { ...whole, totals: totals(804) } };
    return figureChange({ ...whole, alike: { compared: beside } }, { from: quarter.from }, 'incidents', [demo, mine]);
  };
  const ofDemo = figureChange({ period: quarter, totals: totals(804), comparison: yearBefore }, quarter, 'incidents', [demo]);
  if (ofDemo.kind !== 'change') throw new Error(ofDemo.kind);
  const days = { from: '2025-08-01', to: '2025-08-20' };
  const without = [{ title: 'mine', parts: ['mine/RS'], country: undefined, incidents: 6, ...days, instead: undefined }];
  expect(change(804)).toEqual({ ...ofDemo, without });
  expect(change(844)).toEqual({ ...ofDemo, without, before: { ...ofDemo.before, later: 804 } });
  expect(change(1005)).toEqual({
    ...ofDemo,
    without,
    before: { ...ofDemo.before, later: 804 },
    leftOut: 0.2,
  });
  // Whoever compares all of it learns that it cannot be compared.
  const uneven = figureChange({ period: quarter, totals: totals(844), comparison: yearBefore }, quarter, 'incidents', [demo, mine]);
  expect(uneven).toMatchObject({ kind: 'uneven_data', parts: [{ title: 'mine', country: 'RS' }] });
});

test('where the data ends too early, a small dataset beside it does not hide that', () => {
  const datasets = [
    madeUpDataset('demo', { RS: { from: '2014-01-01', to: '2025-09-12' } }, 40_000),
    madeUpDataset('mine', { RS: { from: '2025-08-01', to: '2025-08-20' } }, 6),
  ];
  const answer = { period: quarter, totals: totals(804), comparison: yearBefore };
  expect(figureChange(answer, { from: quarter.from }, 'incidents', datasets)).toEqual({ kind: 'data_end', day: '2025-09-12' });
});
