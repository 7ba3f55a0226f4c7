import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concentration, type PlacesOfCount } from './concentration.ts';

const countsOf = (list: readonly number[]): PlacesOfCount[] =>
  [...new Set(list)].map((events) => ({ events, places: list.filter((one) => one === events).length }));
const measured = (counts: readonly PlacesOfCount[], share = 0.05) => concentration({ counts, share, draws: 199, seed: 1 })!;

test('the shares of the busiest places, counted by hand', () => {
  // Of forty places two have half of the events.
  const counts = [
    { events: 19, places: 2 },
    { events: 1, places: 38 },
  ];
  const found = measured(counts);
  expect(found.places).toBe(40);
  expect(found.events).toBe(76);
  expect(found.busiest.value).toBeCloseTo(0.5, 12);
  expect(found.lorenz.find(({ places }) => places === 0.5)?.events).toBeCloseTo((38 + 18) / 76, 12);
  expect(found.p).toBe(1 / 200);
  expect(found.busiest.low).toBeLessThan(0.5);
});

test('fewer events than places, put there by chance, are not taken for concentrated', () => {
  // The counts of 300 events in 1,000 places with a Poisson distribution of mean 0.3.
  const found = measured([
    { events: 0, places: 741 },
    { events: 1, places: 222 },
    { events: 2, places: 33 },
    { events: 3, places: 4 },
  ]);
  expect(found.busiest.value).toBeGreaterThan(0.25);
  expect(found.byChance.low).toBeLessThan(found.busiest.value);
  expect(found.byChance.high).toBeGreaterThan(found.busiest.value);
  expect(found.p).toBeGreaterThan(0.05);
});

test.each([
  // As even as they can be: 0, with as many events as places and with fewer.
  [[3, 3, 3, 3], 0],
  [[1, 1, 0, 0, 0], 0],
  // All in one of n places: 1 − 1/n; of c events in more places: 1 − 1/c.
  [[12, 0, 0, 0], 0.75],
  [[3, 0, 0, 0, 0, 0], 2 / 3],
  // The usual coefficient: Σ|x − y| / (2 n² mean), over all pairs.
  [[1, 2, 3, 4], 0.25],
])('the generalised Gini coefficient of %j is %s', (list, gini) => {
  expect(measured(countsOf(list)).gini).toBeCloseTo(gini, 12);
});

test('the curve rises from 0 to 1, never faster than before, and starts above the equal one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 60 }), (list) => {
      const found = concentration({ counts: countsOf(list), share: 0.05, draws: 19, seed: 1 });
      if (found === null) {
        expect(list.every((one) => one === 0)).toBe(true);
        return;
      }
      expect(found.lorenz[0]).toMatchObject({ places: 0, events: 0 });
      expect(found.lorenz.at(-1)?.events).toBeCloseTo(1, 12);
      for (const { places, events } of found.lorenz) expect(events).toBeGreaterThanOrEqual(places - 1e-12);
      expect(found.gini).toBeGreaterThanOrEqual(-1e-12);
      expect(found.gini).toBeLessThanOrEqual(1);
    }),
  );
});

test('nothing is said of no events or one place, and odd counts are refused', () => {
  expect(concentration({ counts: [{ events: 0, places: 9 }], share: 0.05, draws: 9, seed: 1 })).toBeNull();
  expect(concentration({ counts: [{ events: 9, places: 1 }], share: 0.05, draws: 9, seed: 1 })).toBeNull();
  expect(() => measured([{ events: 0.5, places: 9 }])).toThrow(RangeError);
});
