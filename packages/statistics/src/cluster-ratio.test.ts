import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClusterChange, type ClusterCount, clusterRatio, clusterVariance, equivalentEvents } from './cluster-ratio.ts';
import { intervalOfRatio, rateRatio } from './rates.ts';

/** The count of incidents with this many people each. */
function countOf(people: readonly number[], exposure = 365): ClusterCount {
  const [first = 0, second = 0] = people.toSorted((one, other) => other - one);
  const sum = (of: (one: number) => number) => people.reduce((total, one) => total + of(one), 0);
  return { events: sum((one) => one), squares: sum((one) => one ** 2), largest: [first, second], exposure };
}
/** Park and Miller's generator, so that every run draws the same. */
function drawing(seed: number) {
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const poisson = (mean: number) => {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = random(); product > limit; product *= random()) count++;
    return count;
  };
  return { random, poisson };
}
const singles = (count: number) => Array.from({ length: count }, () => 1);

test('where nobody shares an incident it is the ratio of plain counts', () => {
  const count = fc.integer({ min: 10, max: 5000 });
  fc.assert(
    fc.property(count, count, (one, two) => {
      expect(clusterRatio(countOf(singles(one)), countOf(singles(two)))).toEqual({
        ...rateRatio({ events: one, exposure: 365 }, { events: two, exposure: 365 }),
        heaviest: undefined,
      });
    }),
    { numRuns: 30 },
  );
});

test('two mass shootings in the year before are no fall: without them the years could be alike', () => {
  expect(clusterRatio(countOf(singles(20)), countOf([10, 9, ...singles(31)]))).toEqual({
    kind: 'rests_on_largest',
    heaviest: { side: 'earlier', incidents: 2, people: 19, events: 50 },
  });
  expect(clusterRatio(countOf(singles(20)), countOf([15, 2, ...singles(30)]))).toEqual({
    kind: 'rests_on_largest',
    heaviest: { side: 'earlier', incidents: 1, people: 15, events: 47 },
  });
  // Plain counts call it one.
  expect(rateRatio({ events: 20, exposure: 365 }, { events: 50, exposure: 365 })).toMatchObject({ high: expect.closeTo(0.672, 2) });
});

test('a change is not driven by incidents that hold little of it, nor where it is unclear with them too', () => {
  // Six of 158 people: without them the interval just holds no change.
  const [later, earlier] = [countOf([3, 3, ...singles(152)]), countOf(singles(121))];
  expect(clusterRatio(later, earlier)).toMatchObject({ kind: 'change', low: expect.closeTo(1.026, 2) });
  expect(rateRatio({ ...later, events: 152 }, earlier)).toMatchObject({ low: expect.closeTo(0.989, 2) });
  expect(clusterRatio(countOf(singles(40)), countOf([12, 3, ...singles(40)]))).toMatchObject({
    kind: 'change',
    heaviest: { incidents: 2, people: 15, events: 55 },
  });
});

test('of years without outliers few are called driven by an incident, and one in twenty that are alike a change', () => {
  const { random, poisson } = drawing(20_260_101);
  const size = () => {
    let people = 1;
    while (random() < 0.3) people++;
    return people;
  };
  const year = (incidents: number) => countOf(Array.from({ length: poisson(incidents) }, size));
  const runs = 1500;
  const found = Array.from({ length: runs }, () => [clusterRatio(year(40), year(40)), clusterRatio(year(60), year(40))]);
  const share = (is: (alike: ClusterChange, different: ClusterChange) => boolean) =>
    found.filter(([alike, different]) => is(alike!, different!)).length / runs;
  const isClear = (change: ClusterChange) => change.kind === 'change' && (change.low > 1 || change.high < 1);
  const isDriven = ({ kind }: ClusterChange) => kind === 'rests_on_largest';
  expect(share((alike, different) => isDriven(alike) || isDriven(different))).toBeLessThan(0.01);
  expect(share((alike) => isClear(alike))).toBeLessThan(0.06);
  expect(share((_, different) => isClear(different))).toBeGreaterThan(0.35);
});

test('the same in the later year is no rise', () => {
  expect(clusterRatio(countOf([10, 10, ...singles(80)]), countOf(singles(58)))).toMatchObject({
    kind: 'rests_on_largest',
    heaviest: { side: 'later' },
  });
});

test('a change that remains without its largest incidents is one, and they are named where they are a notable part', () => {
  expect(clusterRatio(countOf([10, 9, ...singles(60)]), countOf(singles(300)))).toMatchObject({
    kind: 'change',
    heaviest: { side: 'later', incidents: 2, people: 19, events: 79 },
  });
  expect(clusterRatio(countOf(singles(100)), countOf([2, 2, ...singles(300)]))).toMatchObject({
    kind: 'change',
    heaviest: undefined,
  });
});

test('many people of few incidents say too little', () => {
  expect(clusterRatio(countOf([6, 6, 6, 6, 6]), countOf([5, 5, 5, 5, 5, 5]))).toEqual({
    kind: 'few_incidents',
  });
  expect(clusterRatio(countOf([12]), countOf(singles(12)))).toEqual({ kind: 'few_incidents' });
  expect(clusterRatio(countOf([9]), countOf(singles(50)))).toEqual({ kind: 'too_few' });
  // A dozen single people in waves are too few to compare, but no large incident is among them.
  expect(clusterRatio({ ...countOf(singles(12)), squares: 20 }, countOf(singles(50)))).toEqual({ kind: 'in_waves' });
  expect(equivalentEvents({ events: 30, squares: 180 })).toBe(5);
});

test('turning the comparison round inverts a change, and nothing else', () => {
  const people = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(people, people, (one, two) => {
      const there = clusterRatio(countOf(one), countOf(two));
      const back = clusterRatio(countOf(two), countOf(one));
      expect(back.kind).toBe(there.kind);
      if (there.kind !== 'change' || back.kind !== 'change') return;
      expect(there.ratio * back.ratio).toBeCloseTo(1, 9);
      expect(there.low * back.high).toBeCloseTo(1, 9);
      const plain = rateRatio(countOf(one), countOf(two));
      if (plain.kind === 'change') expect(there.low).toBeLessThanOrEqual(plain.low + 1e-12);
    }),
  );
});

test('the interval holds the true ratio nineteen times in twenty, where the plain one does far less often', () => {
  const { random: draw, poisson } = drawing(20_230_503);
  // On average a hundred incidents, one in ten with six people.
  const year = () => countOf(Array.from({ length: poisson(100) }, () => (draw() < 0.1 ? 6 : 1)));
  const held = { clustered: 0, plain: 0, of: 0 };
  for (let run = 0; run < 2000; run++) {
    const [later, earlier] = [year(), year()];
    const plain = rateRatio(later, earlier);
    const clustered = intervalOfRatio(later, earlier, clusterVariance(later, earlier));
    if (plain.kind !== 'change') continue;
    held.of++;
    if (plain.low <= 1 && plain.high >= 1) held.plain++;
    if (clustered.low <= 1 && clustered.high >= 1) held.clustered++;
  }
  expect(held.clustered / held.of).toBeGreaterThan(0.93);
  expect(held.clustered / held.of).toBeLessThan(0.97);
  expect(held.plain / held.of).toBeLessThan(0.85);
});
