import { type Against, differingNames, sortFields } from '@monitor/contract';
import { type ConstraintName, type Filter } from '@monitor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Choice } from './choice.ts';
import {
  defaultView,
  type ExploreState,
  opacities,
  readExploreState,
  type View,
  viewChoices,
  writeExploreState,
} from './explore-state.ts';

test('a location without data is meant as any other, and instead of its regions, of which nothing is known, so that the page is not about all data', () => {
  const read = (query: string) => {
    const { state, problems } = readExploreState(query);
    return { filter: state.filter, wrong: problems.map(({ value }) => value) };
  };
  expect(read('country=MC')).toEqual({ filter: { country: ['MC'] }, wrong: [] });
  expect(read('region=MC-MG,MC-CO')).toEqual({ filter: { country: ['MC'] }, wrong: ['MC-CO', 'MC-MG'] });
  expect(read('region=RS-20,MC-CO')).toEqual({ filter: { region: ['RS-20'] }, wrong: ['MC-CO'] });
  expect(read('region=RS-99')).toEqual({ filter: {}, wrong: ['RS-99'] });
  expect(read('country=ZZ')).toEqual({ filter: {}, wrong: ['ZZ'] });
});

const others: { readonly [Name in ConstraintName]: fc.Arbitrary<NonNullable<Filter[Name]>> } = {
  from: fc.constantFrom('2014-01-01', '2020-02-29'),
  to: fc.constantFrom('2020-03-01', '2026-10-31'),
  min_victims: fc.integer({ min: 1, max: 100_000 }),
  min_weapons: fc.integer({ min: 1, max: 100_000 }),
  leave_out: fc.uniqueArray(fc.constantFrom('demo/RS', 'a-1/XK', 'words/BA'), { minLength: 1 }).map((names) => names.toSorted()),
  q: fc.constantFrom('Ниш', 'Čačak & Kraljevo', '100% = a+b#?'),
  bbox: fc.constant([18.5, 41.25, 23, 46.125] as const),
  id: fc.constantFrom(['AV-3F9K2M7XQ0BT'], ['AV-000000000000', 'AV-ZZZZZZZZZZZZ']),
  within: fc.constant([
    [18.5, 41.25],
    [23, 41.25],
    [20.5, 46.125],
  ] as const),
  near: fc.constant({ lon: 20.5, lat: 44.75, km: 12.5 }),
};

const anyFilter: fc.Arbitrary<Filter> = fc.record(
  {
    country: fc.constantFrom(['RS'], ['AL', 'XK']),
    type: fc.constantFrom(['suicide' as const], ['other' as const, 'suicide' as const]),
    ...others,
  },
  { requiredKeys: [] },
);

/** One of its list for every choice that has a list. */
const anyChoice = Object.fromEntries(
  Object.entries(viewChoices as Readonly<Record<string, Choice<unknown>>>).flatMap(([name, { allowed }]) =>
    allowed === undefined ? [] : [[name, fc.constantFrom<string>(...allowed)]],
  ),
) as unknown as { [Name in keyof View]: fc.Arbitrary<View[Name]> };

const anyState: fc.Arbitrary<ExploreState> = fc
  .record({
    filter: anyFilter,
    view: fc.record(
      {
        ...anyChoice,
        columns: fc.shuffledSubarray([...sortFields], { minLength: 1 }),
        pinned: fc.shuffledSubarray([...sortFields]),
        widths: fc.dictionary(fc.constantFrom(...sortFields), fc.integer({ min: 40, max: 800 }), { noNullPrototype: true }),
        opacity: fc.integer({ min: opacities.least, max: opacities.most }),
        incident: fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/),
        hours: fc.constantFrom('RS-00', 'XK-01'),
        against: fc
          .record(
            {
              country: fc.constantFrom(['XK'], ['AL', 'RS'], null),
              type: fc.constantFrom(['weapon_seizure' as const], null),
              q: fc.constantFrom('Čačak & Kraljevo = 100%', null),
              within: fc.constantFrom(null),
              period: fc.constantFrom(
                { from: '2019-01-01', to: '2019-12-31' },
                { from: '2019-01-01', to: null },
                { from: null, to: null },
              ),
            },
            { requiredKeys: [] },
          )
          .map(({ period, ...rest }): Against => ({ ...rest, ...period }))
          .filter((against) => differingNames(against).length > 0),
        at: fc.record({
          lon: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((value) => value / 1e4 + 0),
          lat: fc.integer({ min: -900_000, max: 900_000 }).map((value) => value / 1e4 + 0),
          zoom: fc.integer({ min: 0, max: 2200 }).map((value) => value / 100),
        }),
      },
      { requiredKeys: Object.keys(defaultView) as Exclude<keyof ExploreState['view'], 'incident' | 'hours' | 'at' | 'against'>[] },
    ),
  })
  // A difference is between two.
  .map(({ filter, view }) => ({
    filter,
    view: view.layer === 'difference' && view.against === undefined ? { ...view, layer: defaultView.layer } : view,
  }));

test('a state survives the way through the address', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(readExploreState(writeExploreState(state))).toEqual({ state, problems: [] });
    }),
  );
});

test('what is at its default is left out, and an address that means everything says so', () => {
  expect(writeExploreState({ filter: {}, view: defaultView })).toBe('period=all');
  expect(readExploreState('period=all')).toEqual(readExploreState(''));
  expect(readExploreState('period=some').problems).toMatchObject([{ parameter: 'period', allowed: ['all'] }]);
  expect(readExploreState('')).toEqual({ state: { filter: {}, view: defaultView }, problems: [] });
  expect(writeExploreState({ filter: { country: ['RS'] }, view: { ...defaultView, sort: '-killed' } })).toBe(
    'country=RS&sort=-killed',
  );
});

test('a bad link keeps what is valid and says what was dropped', () => {
  const { state, problems } = readExploreState(
    '?country=RS,serbia&measure=wounded&at=500,1,2&sort=-killed&sort=killed&colour=red&toString=1&incident=../etc&interval=',
  );
  expect(state).toEqual({ filter: { country: ['RS'] }, view: { ...defaultView, sort: '-killed' } });
  expect(problems.map((problem) => [problem.parameter, problem.code])).toEqual([
    ['country', 'bad_value'],
    ['colour', 'unknown_parameter'],
    ['toString', 'unknown_parameter'],
    ['measure', 'bad_value'],
    ['at', 'bad_value'],
    ['sort', 'repeated_parameter'],
    ['incident', 'bad_value'],
  ]);
  expect(problems[3]?.allowed).toEqual(viewChoices.measure.allowed);
});

test('no text whatever makes the reader throw, and what it reads is stable', () => {
  const name = fc.constantFrom('against', 'at', 'incident', 'interval', 'sort', 'from', 'q', 'type');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.tuple(name, fc.string())).map((pairs) => String(new URLSearchParams(pairs))),
      ),
      (text) => {
        const { state } = readExploreState(text);
        expect(readExploreState(writeExploreState(state))).toEqual({ state, problems: [] });
      },
    ),
  );
});

test('a link to a picture that is no longer offered opens the nearest one', () => {
  expect(readExploreState('layer=points')).toMatchObject({ state: { view: { layer: 'circles' } }, problems: [] });
  for (const layer of ['locations', 'regions'])
    expect(readExploreState(`layer=${layer}`)).toMatchObject({ state: { view: { layer } }, problems: [] });
});
