import { expect, test } from 'vitest';
import { farringtonExpectation, noufailyThreshold, outbreakWeights } from './farrington.ts';
import { randomCounts } from './random-counts.ts';
import { rangeAndSignal } from './weekly-signal.ts';

const weeksPerYear = 365.25 / 7;
const seasonAt = (week: number) => 1 + 0.5 * Math.sin((2 * Math.PI * week) / weeksPerYear);

test('weights: five residuals of 0 and five of 2 with a threshold of 0 weigh 1.6 and 0.4', () => {
  // tests/testthat/test-farringtonFlexible.R of the R package surveillance 1.26.
  const residuals = Float64Array.from([0, 0, 0, 0, 0, 2, 2, 2, 2, 2]);
  expect([...outbreakWeights(residuals, 0)]).toEqual([...Array<number>(5).fill(1.6), ...Array<number>(5).fill(0.4)]);
  expect([...outbreakWeights(new Float64Array(10), 0)]).toEqual(Array<number>(10).fill(1));
});

test('it expects the season and the level of the years before, and knows how sure that is', () => {
  const random = randomCounts(17);
  const errors: number[] = [];
  for (let run = 0; run < 200; run++) {
    const at = 264 + (run % 52);
    const counts = Array.from({ length: at + 1 }, (_, week) => random(12 * seasonAt(week), 1.5));
    const { logMean, error, dispersion, years } = farringtonExpectation(counts, at)!;
    expect(years).toBe(5);
    expect(dispersion).toBeGreaterThanOrEqual(1);
    errors.push((logMean - Math.log(12 * seasonAt(at))) / error);
  }
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const within = errors.filter((error) => Math.abs(error) < 2).length / errors.length;
  expect(Math.abs(mean)).toBeLessThan(0.4);
  expect(within).toBeGreaterThan(0.88);
});

test('it follows a clear trend, and none that would lead above every earlier week', () => {
  const random = randomCounts(5);
  const falling = Array.from({ length: 270 }, (_, week) => random(40 * Math.exp((-0.3 * week) / weeksPerYear), 1));
  const expectation = farringtonExpectation(falling, 269)!;
  expect(expectation.trend).toBe(true);
  expect(Math.exp(expectation.logMean)).toBeCloseTo(40 * Math.exp((-0.3 * 269) / weeksPerYear), -1);
  const explosive = Array.from({ length: 270 }, (_, week) => Math.round(Math.exp(week / 40)));
  expect(farringtonExpectation(explosive, 269)?.trend).toBe(false);
});

test('earlier outbreaks weigh little, and the last half year nothing', () => {
  const quiet = Array.from({ length: 270 }, (_, week) => 5 + (week % 3));
  const expected = Math.exp(farringtonExpectation(quiet, 269)!.logMean);
  const outbreak = quiet.map((count, week) => (week >= 269 - 104 && week < 269 - 102 ? 60 : count));
  expect(Math.exp(farringtonExpectation(outbreak, 269)!.logMean) / expected).toBeLessThan(1.15);
  const recent = quiet.map((count, week) => (week >= 269 - 26 ? 60 : count));
  expect(Math.exp(farringtonExpectation(recent, 269)!.logMean)).toBeCloseTo(expected, 9);
});

test('it needs three years, and takes a series without an event, or a part of the year without one', () => {
  expect(farringtonExpectation(Array<number>(170).fill(3), 159)).toBeUndefined();
  expect(farringtonExpectation(Array<number>(170).fill(3), 160)?.years).toBe(3);
  expect(Math.exp(farringtonExpectation(Array<number>(300).fill(0), 290)!.logMean)).toBeLessThan(0.01);
  const summers = Array.from({ length: 300 }, (_, week) => (week % 52 > 20 && week % 52 < 30 ? 4 : 0));
  expect(farringtonExpectation(summers, 290)?.dispersion).toBeGreaterThan(1);
});

test('the thresholds that the tests of the R package surveillance 1.26 know', () => {
  // tests/testthat/test-farringtonFlexible.R: an expectation of 5, its logarithm with an error of ln 2, 11 observed, α = 5%.
  const known: [dispersion: number, method: 'muan' | 'nbPlugin', low: number, high: number, p: number][] = [
    [1.5, 'muan', 8, 24, 0.859_779_7],
    [1, 'muan', 9, 22, 0.909_309_9],
    [1.5, 'nbPlugin', 1, 10, 0.037_636_57],
    [1, 'nbPlugin', 2, 9, 0.013_695_27],
  ];
  for (const [dispersion, method, low, high, p] of known) {
    const threshold = noufailyThreshold({ logMean: Math.log(5), error: Math.log(2), dispersion }, 11, 0.05, method);
    expect(threshold).toEqual({ low, high, p: expect.closeTo(p, 6) });
  }
});

test('a week of a feast is compared with those of earlier years, and the weeks around it without them', () => {
  const random = randomCounts(23);
  const feasts = [12, 64, 116, 169, 221, 273];
  const found = { plain: 0, known: 0, after: 0, doubled: 0 };
  for (let run = 0; run < 200; run++) {
    const counts = Array.from({ length: 276 }, (_, week) => random(feasts.includes(week) ? 16 : 4, 1.2));
    if (rangeAndSignal(counts.slice(0, 274), 273).signal) found.plain++;
    if (rangeAndSignal(counts.slice(0, 274), 273, feasts).signal) found.known++;
    if (rangeAndSignal(counts, 275, feasts).signal) found.after++;
    counts[273] = 50;
    if (rangeAndSignal(counts.slice(0, 274), 273, feasts).signal) found.doubled++;
  }
  expect(found.plain).toBeGreaterThan(50);
  expect(found.known).toBeLessThan(4);
  expect(found.after).toBeLessThan(4);
  expect(found.doubled).toBeGreaterThan(150);
});

test('a feast that is none in a series changes nothing of its other weeks', () => {
  const counts = Array.from({ length: 270 }, (_, week) => 5 + (week % 3));
  expect(farringtonExpectation(counts, 269, [12, 64, 116, 169, 221])).toEqual(farringtonExpectation(counts, 269));
  expect(farringtonExpectation(Array<number>(270).fill(0), 269, [12, 64, 116, 169, 221])?.feast).toBeUndefined();
});
