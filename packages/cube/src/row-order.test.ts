import { anyDraft, anyFilter } from '../../domain/testing/arbitraries.ts';
import fc from 'fast-check';
import { codesIn, type Measure, type SortField, traitsOf } from '@monitor/domain';
import { refereeAmount, refereeMeets } from '../../domain/testing/referee.ts';
import { expect, test } from 'vitest';
import { cubeOfDrafts, draftsByKey, idOfKey } from '../testing/cube-of-drafts.ts';
import { keysAt, orderOfKeys, orderRows, rowsBefore } from './row-order.ts';
import { populationOf } from './select-population.ts';
import { times } from '../../../testing/depth.ts';

const incidents = fc.sample(anyDraft('draft'), { numRuns: 600, seed: 5 }).map((draft, index) => ({
  ...draft,
  key: index + 1,
  id: idOfKey(index + 1),
  dataset: index % 3 === 0 ? 'second' : 'first',
  searched: '',
}));
const cube = cubeOfDrafts(draftsByKey(incidents));
const measure: Measure = 'weapons';

type Value = string | number | null;

/** What each of these orders compares, in plain terms. */
const valueOf: Partial<Record<SortField, (one: (typeof incidents)[number]) => Value>> = {
  occurred_on: (one) => one.occurred_on,
  killed: (one) => one.killed,
  threatened: (one) => one.threatened,
  country: (one) => one.country,
  region: (one) => one.region,
  subtype: (one) => one.subtype,
  place_precision: (one) => one.place_precision,
  dataset: (one) => one.dataset,
  weapons: (one) => codesIn('weapon', traitsOf(one).weapon_traits).join(',') || null,
  amount: (one) => refereeAmount(one, measure, {}),
};

/** Keys in an order: those without a value last, and equals by identifier, the other way round where it goes down. */
function sorted(all: typeof incidents, field: SortField, descending: boolean): number[] {
  const way = descending ? -1 : 1;
  const compare = (one: Value, other: Value) => {
    if (one === null || other === null) return (one === null ? 1 : 0) - (other === null ? 1 : 0);
    return one < other ? -way : one > other ? way : 0;
  };
  const value = valueOf[field]!;
  return all
    .toSorted((one, other) => compare(value(one), value(other)) || way * (one.id < other.id ? -1 : 1))
    .map(({ key }) => key);
}

test('the rows of any filter stand where sorting them one by one puts them', () => {
  const fields = Object.keys(valueOf) as SortField[];
  fc.assert(
    fc.property(
      anyFilter({ text: false }),
      fc.constantFrom(...fields),
      fc.boolean(),
      fc.nat(600),
      (filter, field, descending, offset) => {
        const order = orderRows(cube, { field, measure, filter: {} })!;
        const selected = populationOf(cube, filter).rows();
        const expected = sorted(
          incidents.filter((one) => refereeMeets(one, filter)),
          field,
          descending,
        );
        expect(keysAt(cube, order, selected, { descending, offset, limit: 20 })).toEqual(expected.slice(offset, offset + 20));
        const key = expected[offset % Math.max(1, expected.length)];
        if (key !== undefined) expect(rowsBefore(order, selected, cube.rowOfKey[key]! - 1, descending)).toBe(expected.indexOf(key));
      },
    ),
    { numRuns: times(60, 300) },
  );
});

test('an order of the database is taken where it is of the same incidents', () => {
  const keys = Uint32Array.from(incidents.toReversed(), ({ key }) => key);
  const order = orderOfKeys(cube, keys, keys.length)!;
  const selected = populationOf(cube, {}).rows();
  expect(keysAt(cube, order, selected, { descending: false, offset: 0, limit: 3 })).toEqual([600, 599, 598]);
  expect(keysAt(cube, order, selected, { descending: true, offset: 598, limit: 3 })).toEqual([599, 600]);
  expect(orderOfKeys(cube, keys.subarray(1), 0)).toBeUndefined();
  expect(
    orderOfKeys(
      cube,
      Uint32Array.from(keys, (key) => key + 1),
      0,
    ),
  ).toBeUndefined();
});

test('what the cube does not have as it is published, it does not sort by', () => {
  for (const field of ['place', 'local_time', 'lon', 'id'] as const)
    expect(orderRows(cube, { field, measure, filter: {} })).toBeUndefined();
});
