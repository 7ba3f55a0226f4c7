import { expect, test } from 'vitest';
import { drawnLevels, levelsNote } from '../say/long-trend-words.ts';
import { voiceOf } from '../say/voice.ts';
import { averageLevels, isMarked, trendLevels } from './trend-levels.ts';
import { trendSteps } from './trend-steps.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const voice = voiceOf('en');

/** Months from 2018 on, with a level that is a fifth higher from May 2022. */
function months(level: (at: number) => number) {
  return Array.from({ length: 96 }, (_, at) => ({
    start: `${2018 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`,
    partial: false,
    incidents: Math.round(level(at) + 4 * Math.sin(at * 2.4)),
    killed: 0,
    injured: 0,
    ...allReported,
  }));
}
const stepsOf = (level: (at: number) => number, datasets: Parameters<typeof trendSteps>[4] = []) =>
  trendSteps(months(level), 'month', 'incidents', undefined, datasets);
const risen = stepsOf((at) => (at < 52 ? 100 : 122));

test('a rise of the level is found with the interval of its date, and said', () => {
  const [found, ...others] = trendLevels(risen, 'month');
  expect(others).toEqual([]);
  expect(found!.start >= '2022-04-01' && found!.start <= '2022-06-01').toBe(true);
  expect(found!.earliest <= found!.start && found!.latest >= found!.start).toBe(true);
  expect(found!.difference).toBeGreaterThan(0.15);
  expect(found!.difference).toBeLessThan(0.29);
  const [drawn] = drawnLevels([found!], voice);
  expect(drawn?.title).toMatch(/^Level rose by \d+% around \w+ 2022$/);
  expect(drawn?.detail).toMatch(/^95% interval \d+% to \d+%, allowing for time of year$/);
  expect(levelsNote([found!], 'count', voice)).toMatch(
    /\(on average \d+ a month in 2018 – \w+ 2022, \d+ in \w+ 2022 – 2025\)\. .*not why\.$/,
  );
});

test('levels are said beside the compared year, each with its months, and a change that is too uncertain to mark with its words', () => {
  const steps = stepsOf((at) => (at < 52 || at >= 76 ? 100 : 122));
  const [rise, fall] = trendLevels(steps, 'month');
  const unsure = { ...fall!, earliest: '2023-01-01' };
  const averages = averageLevels([rise!, unsure], steps, { from: '2025-01-01', to: '2025-12-31' });
  const of = ({ start }: { readonly start: string }) => steps.findIndex((step) => step.start === start);
  const means = [steps.slice(0, of(rise!)), steps.slice(of(rise!), of(fall!)), steps.slice(of(fall!)), steps.slice(84)].map(
    (some) => ({
      from: some[0]!.start,
      to: some.at(-1)!.start.slice(0, 7),
      mean: some.reduce((sum, { count }) => sum + count, 0) / some.length,
    }),
  );
  expect(averages.map(({ period: { from, to }, mean }) => ({ from, to: to.slice(0, 7), mean }))).toEqual(means);
  expect(levelsNote([rise!, unsure], 'count', voice)).toMatch(
    /not why\. The level also fell around \w+ 2024, but this is too uncertain to mark\.$/,
  );
  expect(averageLevels([rise!], steps, { from: '2025-01-15', to: '2025-12-31' })).toEqual([]);
  expect(averageLevels([unsure], steps, { from: '2025-01-01', to: '2025-12-31' })).toEqual([]);
  expect(averageLevels([], steps, { from: '2025-01-01', to: '2025-12-31' })).toEqual([]);
});

test('a level series has none, nor have years or a series whose data changes', () => {
  expect(
    trendLevels(
      stepsOf(() => 100),
      'month',
    ),
  ).toEqual([]);
  expect(trendLevels(risen, 'year')).toEqual([]);
  const datasets = [
    { slug: 'one', title: 'One', from: '2018-01-01', to: '2022-04-30' },
    { slug: 'two', title: 'Two', from: '2022-05-01', to: '2025-12-31' },
  ];
  expect(
    trendLevels(
      stepsOf((at) => (at < 52 ? 100 : 122), datasets),
      'month',
    ),
  ).toEqual([]);
});

test('a level that may not have changed at all is not marked', () => {
  const isMarkedIn = (steps: Parameters<typeof trendLevels>[0]) => trendLevels(steps, 'month').map(isMarked);
  expect(isMarkedIn(risen)).toEqual([true]);
  // One month with 19 people killed, and hardly anybody in others.
  const killed = (at: number) => (at === 4 ? 19 : at === 11 || at === 15 ? 1 : at === 18 ? 2 : 0);
  const points = months(() => 0).slice(0, 34);
  const steps = trendSteps(
    points.map((point, at) => ({ ...point, killed: killed(at) })),
    'month',
    'killed',
    undefined,
  );
  expect(isMarkedIn(steps)).toEqual([false]);
});

test('months that still fill up are left out', () => {
  const falling = stepsOf((at) => (at < 88 ? 100 : 40));
  expect(trendLevels(falling, 'month').length).toBeGreaterThan(0);
  expect(trendLevels(falling, 'month', '2025-05-01')).toEqual([]);
});
