import fc from 'fast-check';
import { type ConstraintName, dimensionNames, dimensions, type Filter, type OpenDimension } from '@monitor/domain';

export type OpenLists = Readonly<Record<OpenDimension, readonly string[]>>;

/** Filters that select some of random drafts for sure, to be tried before random ones. */
export const sureFilters: readonly Filter[] = [
  {},
  { country: ['RS', 'XK'], from: '2019-12-31' },
  { q: 'koha', to: '2022-12-31' },
  { weapon: ['handgun'], min_victims: 1 },
  { bbox: [18, 41, 24, 45], type: ['public_dispute', 'weapon_seizure'] },
];

/** Filters of a few constraints each, so that most of them select something. @param most constraints at most */
export function anyFilter(open: OpenLists, most = 4): fc.Arbitrary<Filter> {
  const lists = Object.fromEntries(
    dimensionNames.map((name) => {
      const { values } = dimensions[name];
      const codes = values instanceof RegExp ? open[name as OpenDimension] : (values.codes as readonly string[]);
      return [name, fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: Math.min(4, codes.length) })];
    }),
  );
  const degrees = (limit: number) => fc.integer({ min: -limit * 100, max: limit * 100 }).map((value) => value / 100 + 0);
  const near = (middle: number, reach: number) =>
    fc.integer({ min: -reach * 100, max: reach * 100 }).map((value) => middle + value / 100);
  const others: Readonly<Record<ConstraintName, fc.Arbitrary<unknown>>> = {
    from: fc.constantFrom('2013-05-01', '2016-02-29', '2019-12-31', '2021-07-01'),
    to: fc.constantFrom('2021-07-01', '2022-12-31', '2024-06-15', '2027-01-01'),
    id: fc.constantFrom(['AV-000000000000'], ['AV-000000000000', 'AV-3F9K2M7XQ0BT']),
    leave_out: fc.constantFrom(['demo/RS'], ['demo/AL', 'demo/RS', 'far-off/XK']),
    min_victims: fc.integer({ min: 1, max: 6 }),
    min_weapons: fc.integer({ min: 1, max: 12 }),
    q: fc.constantFrom('ниш', 'Šabac', 'tirane', 'koha', 'policija 100', 'r_1', 'shkoder albania', 'r1'),
    bbox: fc.oneof(
      fc.tuple(near(15, 5), near(38, 4), near(27, 8), near(48, 5)),
      fc.tuple(degrees(180), degrees(90), degrees(180), degrees(90)).map(([w, a, e, b]) => [w, Math.min(a, b), e, Math.max(a, b)]),
    ),
    within: fc.tuple(near(18, 3), near(41, 3), near(23, 3), near(46, 3)).map(([w, s, e, n]) => [
      [w, s],
      [e, s],
      [(w + e) / 2, n],
    ]),
    near: fc.record({
      lon: near(20, 6),
      lat: near(43, 4),
      km: fc.integer({ min: 1, max: 10_000 }).map((value) => value / 10),
    }),
  };
  const whole: Readonly<Record<string, fc.Arbitrary<unknown>>> = { ...lists, ...others };
  return fc
    .subarray(Object.keys(whole), { maxLength: most })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, whole[name] as fc.Arbitrary<unknown>]))),
    ) as fc.Arbitrary<Filter>;
}
