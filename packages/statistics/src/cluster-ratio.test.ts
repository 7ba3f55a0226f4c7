import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClusterCount, clusterRatio, clusterVariance, equivalentEvents } from './cluster-ratio.ts';
import { intervalOfRatio, rateRatio } from './rates.ts';

/** The count of incidents with this many people each. */
function countOf(people: readonly number[], exposure = 365): ClusterCount {
  const [first = 0, second = 0] = people.toSorted((one, other) => other - one);
  const sum = (of: (one: number) => number) => people.reduce((total, one) => total + of(one), 0);
  return { events: sum((one) => one), squares: sum((one) => one ** 2), largest: [first, second], exposure };
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
  const change = clusterRatio(countOf(singles(18)), countOf([10, 9, ...singles(21)]));
  expect(change).toEqual({
    kind: 'rests_on_largest',
    heaviest: { side: 'earlier', incidents: 2, people: 19, events: 40 },
  });
  expect(clusterRatio(countOf(singles(18)), countOf([14, 2, ...singles(24)]))).toEqual({
    kind: 'rests_on_largest',
    heaviest: { side: 'earlier', incidents: 1, people: 14, events: 40 },
  });
  // Plain counts call it one.
  expect(rateRatio({ events: 18, exposure: 365 }, { events: 40, exposure: 365 })).toMatchObject({ high: expect.closeTo(0.785, 2) });
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
    heaviest: { side: 'later', incidents: 2, people: 12, events: 30 },
  });
  // There is no second one to name.
  expect(clusterRatio(countOf([12]), countOf(singles(12)))).toEqual({
    kind: 'few_incidents',
    heaviest: { side: 'later', incidents: 1, people: 12, events: 12 },
  });
  expect(clusterRatio(countOf([9]), countOf(singles(50)))).toEqual({ kind: 'too_few' });
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
  // Park and Miller's generator, so that every run draws the same.
  let seed = 20_230_503;
  const draw = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const poisson = (mean: number) => {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = draw(); product > limit; product *= draw()) count++;
    return count;
  };
  // On average a hundred incidents, one in ten with six people.
  const year = () => countOf(Array.from({ length: poisson(100) }, () => (draw() < 0.1 ? 6 : 1)));
  const held = { clustered: 0, plain: 0, of: 0 };
  for (let run = 0; run < 2000; run++) {
    const [later, earlier] = [year(), year()];
    const plain = rateRatio(later, earlier);
    const clustered = intervalOfRatio(later, earlier, clusterVariance(later, earlier));
    if (plain.kind === 'too_few') continue;
    held.of++;
    if (plain.low <= 1 && plain.high >= 1) held.plain++;
    if (clustered.low <= 1 && clustered.high >= 1) held.clustered++;
  }
  expect(held.clustered / held.of).toBeGreaterThan(0.93);
  expect(held.clustered / held.of).toBeLessThan(0.97);
  expect(held.plain / held.of).toBeLessThan(0.85);
});
