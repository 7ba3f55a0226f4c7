import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seasonalProfile } from './seasonal-profile.ts';
import { randomCounts } from './random-counts.ts';

const wave = Array.from({ length: 12 }, (_, month) => 1 + 0.5 * Math.sin((2 * Math.PI * month) / 12));

test('it finds the months of counts that have a season, whatever the level of each year', () => {
  const counts = [40, 100, 60].flatMap((level) => wave.map((factor) => level * factor));
  const profile = seasonalProfile(counts)!;
  expect(profile.cycles).toBe(3);
  expect(profile.p).toBeLessThan(1e-9);
  for (const [month, factor] of profile.factors.entries()) expect(factor).toBeCloseTo(wave[month]!, 9);
});

test('it takes the newest whole years, and its first factor is of the month of the first count', () => {
  const counts = Array.from({ length: 31 }, (_, month) => (month < 7 ? 1e6 : 100) * wave[month % 12]!);
  const profile = seasonalProfile(counts)!;
  expect(profile.cycles).toBe(2);
  for (const [month, factor] of profile.factors.entries()) expect(factor).toBeCloseTo(wave[month]!, 9);
});

test('less than two whole years, or a year without an event, has none', () => {
  expect(seasonalProfile(Array<number>(23).fill(5))).toBeUndefined();
  expect(seasonalProfile([...Array<number>(12).fill(0), ...Array<number>(12).fill(5)])).toBeUndefined();
});

test('the factors have mean 1', () => {
  const years = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 24, maxLength: 100 });
  fc.assert(
    fc.property(years, (counts) => {
      const profile = seasonalProfile(counts);
      if (profile === undefined) return;
      expect(profile.factors.reduce((sum, factor) => sum + factor, 0) / 12).toBeCloseTo(1, 9);
      expect(profile.p).toBeGreaterThanOrEqual(0);
      expect(profile.p).toBeLessThanOrEqual(1);
    }),
  );
});

test('of years without a season, one in twenty has a p-value below 5%, with over-dispersion too', () => {
  const random = randomCounts(20_250_401);
  for (const dispersion of [1, 3]) {
    let below = 0;
    for (let run = 0; run < 2000; run++) {
      const counts = Array.from({ length: 48 }, () => random(20, dispersion));
      if (seasonalProfile(counts)!.p < 0.05) below++;
    }
    expect(below / 2000).toBeGreaterThan(0.03);
    expect(below / 2000).toBeLessThan(0.07);
  }
});
