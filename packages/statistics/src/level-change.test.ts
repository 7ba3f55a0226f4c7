import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelChanges } from './level-change.ts';
import { fitLogLinear } from './log-linear.ts';
import { type RandomCount, randomCounts } from './random-counts.ts';
import { times } from '../../../testing/depth.ts';

interface Kind {
  readonly steps: number;
  readonly mean: number;
  readonly dispersion: number;
  readonly season: number;
}

/** From few events in two years to many in twelve, with a season where there are years enough to know it. */
const kinds: readonly Kind[] = [
  { steps: 24, mean: 10, dispersion: 1, season: 0 },
  { steps: 24, mean: 40, dispersion: 3, season: 0 },
  { steps: 36, mean: 40, dispersion: 3, season: 0.3 },
  { steps: 60, mean: 20, dispersion: 1.5, season: 0.3 },
  { steps: 140, mean: 3, dispersion: 1, season: 0.3 },
  { steps: 140, mean: 20, dispersion: 2, season: 0.3 },
];
const runs = times(100, 300);

function seriesOf({ steps, mean, dispersion, season }: Kind, random: RandomCount, levelAt: (step: number) => number): number[] {
  return Array.from({ length: steps }, (_, step) =>
    random(mean * (1 + season * Math.sin((2 * Math.PI * step) / 12)) * levelAt(step), dispersion),
  );
}

test.each(kinds)('at most 5% of series without a change have one: $steps steps, $mean each, dispersion $dispersion', (kind) => {
  const random = randomCounts(21);
  let found = 0;
  for (let run = 0; run < runs; run++) if (levelChanges(seriesOf(kind, random, () => 1)).length > 0) found++;
  // Of 300 series, chance takes a share of 5% up to 7.5% once in forty times.
  expect(found / runs).toBeLessThanOrEqual(0.065);
});

test.each(kinds.filter(({ steps }) => steps > 24))(
  'a halving is found, its interval holds the date and the size: $steps steps, $mean each, dispersion $dispersion',
  (kind) => {
    const random = randomCounts(22);
    const held = { found: 0, date: 0, size: 0 };
    for (let run = 0; run < runs; run++) {
      const from = Math.floor(kind.steps * (0.3 + (0.4 * run) / runs));
      const changes = levelChanges(seriesOf(kind, random, (step) => (step >= from ? 0.5 : 1)));
      if (changes.length > 0) held.found++;
      const around = changes.find(({ earliest, latest }) => earliest <= from && from <= latest);
      if (around === undefined) continue;
      held.date++;
      if (around.low <= 0.5 && around.high >= 0.5) held.size++;
    }
    expect(held.found / runs).toBeGreaterThan(0.95);
    expect(held.date / held.found).toBeGreaterThan(0.87);
    expect(held.size / held.date).toBeGreaterThan(0.9);
  },
);

test('two changes are found where a level comes back, and two of one direction', () => {
  const random = randomCounts(23);
  const kind = { steps: 120, mean: 20, dispersion: 1.5, season: 0.3 };
  const back = levelChanges(seriesOf(kind, random, (step) => (step >= 40 && step < 80 ? 0.5 : 1)));
  expect(back).toHaveLength(2);
  expect(back[0]!.high).toBeLessThan(1);
  expect(back[1]!.low).toBeGreaterThan(1);
  const down = levelChanges(seriesOf(kind, random, (step) => (step >= 80 ? 0.35 : step >= 40 ? 0.6 : 1)));
  expect(down.map(({ high }) => high < 1)).toEqual([true, true]);
});

test('the length of months is not a change of level, and months not counted are left out', () => {
  const days = Array.from({ length: 60 }, (_, month) => (month < 30 ? 31 : 28));
  const counts = days.map((length) => length * 10);
  expect(levelChanges(counts, { exposure: days })).toEqual([]);
  expect(levelChanges(counts)).toMatchObject([{ at: 30, ratio: expect.closeTo(28 / 31, 6) }]);
  const gaps = counts.map((count, month) => (month % 7 === 3 ? null : month >= 40 ? count * 2 : count));
  expect(levelChanges(gaps, { exposure: days })).toMatchObject([{ at: 40, ratio: expect.closeTo(2, 6) }]);
  expect(() => levelChanges([...counts, -1])).toThrow(RangeError);
});

test('a series that is short or of few events has none', () => {
  expect(levelChanges(Array.from({ length: 23 }, (_, month) => (month < 12 ? 100 : 1)))).toEqual([]);
  expect(levelChanges(Array.from({ length: 60 }, (_, month) => (month % 20 === 0 ? 5 : 0)))).toEqual([]);
});

test('a change is within its intervals, and levels last for as long as they must', () => {
  const counts = fc.array(fc.option(fc.integer({ min: 0, max: 60 }), { nil: null, freq: 9 }), { minLength: 24, maxLength: 160 });
  const level = fc.record({ counts, from: fc.integer({ min: 6, max: 150 }), factor: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(level, (series) => {
      const changes = levelChanges(
        series.counts.map((count, step) => (count !== null && step >= series.from ? count * series.factor : count)),
      );
      expect(changes.length).toBeLessThanOrEqual(2);
      const bounds = [0, ...changes.map(({ at }) => at), series.counts.length];
      for (const [place, { at, earliest, latest, ratio, low, high }] of changes.entries()) {
        expect(earliest).toBeLessThanOrEqual(at);
        expect(latest).toBeGreaterThanOrEqual(at);
        expect(low).toBeLessThanOrEqual(ratio);
        expect(high).toBeGreaterThanOrEqual(ratio);
        expect(at - bounds[place]!).toBeGreaterThanOrEqual(6);
        expect(bounds[place + 2]! - at).toBeGreaterThanOrEqual(6);
      }
    }),
  );
});

/** The least deviance of so many changes and its ratios: every date or pair of dates with a regression of its own. */
function exhaustive(counts: readonly number[], changes: number) {
  const least = Math.max(6, Math.ceil(0.15 * counts.length));
  const seasonal =
    counts.length >= 36 &&
    Array.from({ length: 12 }, (_, season) => season).every((season) =>
      counts.some((count, step) => step % 12 === season && count > 0),
    );
  const ends = Array.from({ length: counts.length - least + 1 }, (_, step) => step).filter((step) => step >= least);
  const dates =
    changes === 1
      ? ends.map((at) => [at])
      : ends.flatMap((one) => ends.filter((other) => other - one >= least).map((other) => [one, other]));
  let best: { deviance: number; ratios: number[] } | undefined;
  for (const steps of dates) {
    const covariates = steps.map((at) => Float64Array.from(counts, (_, step) => (step >= at ? 1 : 0)));
    const group = Uint8Array.from(counts, (_, step) => (seasonal ? step % 12 : 0));
    const fit = fitLogLinear({ counts, group, groups: seasonal ? 12 : 1, covariates });
    if (fit !== undefined && fit.deviance < (best?.deviance ?? Infinity))
      best = { deviance: fit.deviance, ratios: fit.slopes.map(Math.exp) };
  }
  return best!;
}

test('dates and ratios are those of the best of all regressions', () => {
  const random = randomCounts(24);
  let found = 0;
  for (let run = 0; run < times(24, 200); run++) {
    const kind = { steps: 30 + (run % 5) * 8, mean: 4 + 8 * (run % 3), dispersion: 1 + (run % 2), season: 0.6 };
    const [first, second] = [Math.round(kind.steps * 0.3) + (run % 4), Math.round(kind.steps * 0.65)];
    const counts = seriesOf(kind, random, (step) => (step >= second ? 1 : step >= first ? 0.4 : 1.2));
    const changes = levelChanges(counts);
    if (changes.length === 0) continue;
    found++;
    const { ratios } = exhaustive(counts, changes.length);
    expect(
      changes.map(({ ratio }) => ratio.toFixed(6)),
      `run ${run}`,
    ).toEqual(ratios.map((ratio) => ratio.toFixed(6)));
  }
  expect(found).toBeGreaterThan(10);
});
