import { expect, test } from 'vitest';
import { daysOf, figureChange, isUneven, wholeMonths } from './change.ts';

const alone = (people: number) => ({ squares: people, largest: [1, 1] as const });
const totals = (incidents: number) => ({
  incidents,
  killed: 3,
  injured: 40,
  threatened: 0,
  suicides: 0,
  withoutPoint: 0,
  notReported: { killed: 0, injured: 0, threatened: 0 },
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
  expect(change.against).toEqual({ kind: 'year_earlier' });
});

test('where no change is given the reason is', () => {
  const answer = { period: quarter, totals: totals(804), comparison: yearBefore };
  expect(figureChange(answer, { from: quarter.from }, 'killed', [])).toEqual({ kind: 'too_few' });
  expect(figureChange(answer, {}, 'incidents', [])).toEqual({ kind: 'no_first_day' });
  expect(figureChange({ ...answer, comparison: null }, { from: '2014-01-01' }, 'incidents', [])).toEqual({
    kind: 'no_earlier_data',
  });
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
  });
});

test('the comparison is named by its own days where it lies years earlier, else by its months or days', () => {
  const comparison = { from: '2021-03-01', to: '2023-12-31', rule: 'preceding' as const, totals: totals(9000) };
  const period = { from: '2024-01-01', to: '2026-10-31' };
  expect(figureChange({ period, totals: totals(8914), comparison }, period, 'incidents', [])).toMatchObject({
    against: { kind: 'months', count: 34 },
  });
  const earlier = { ...comparison, from: '2021-01-01', to: '2023-10-31', rule: 'years_earlier' as const };
  expect(figureChange({ period, totals: totals(8914), comparison: earlier }, period, 'incidents', [])).toMatchObject({
    against: { kind: 'period', from: '2021-01-01', to: '2023-10-31' },
  });
  expect(wholeMonths({ from: '2024-01-01', to: '2024-02-28' })).toBeUndefined();
  expect(daysOf({ from: '2024-02-01', to: '2024-02-29' })).toBe(29);
});

test('a dataset that holds only one of the periods makes their difference one of coverage, and no change is given', () => {
  const before = { from: '2024-07-01', to: '2024-09-30' };
  const uneven = (from: string | null, to: string | null) => isUneven([{ from, to }], quarter, before);
  expect(uneven('2014-01-01', '2026-10-31')).toBe(false);
  expect(uneven('2025-01-01', '2025-12-31')).toBe(true);
  expect(uneven('2014-01-01', '2025-08-01')).toBe(true);
  expect(uneven('2014-01-01', '2025-09-12')).toBe(false);
  expect(uneven('2014-01-01', '2016-12-31')).toBe(false);
  expect(uneven(null, null)).toBe(false);
  const answer = { period: quarter, totals: totals(804), comparison: yearBefore };
  const covered = [{ from: '2025-01-01', to: '2025-12-31' }];
  expect(figureChange(answer, { from: quarter.from }, 'incidents', covered)).toEqual({ kind: 'uneven_data' });
});
