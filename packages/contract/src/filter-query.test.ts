import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConstraintName, dimensionNames, type DimensionName, dimensions, type Filter, incidentTypes } from '@monitor/domain';
import { filterQuery, parseFilter } from './filter-query.ts';

const list = (name: DimensionName) => {
  const expected = dimensions[name].values;
  const value =
    expected instanceof RegExp
      ? fc.constantFrom(
          ...(name === 'country' ? ['RS', 'XK', 'AL'] : name === 'region' ? ['RS-20', 'UA-43'] : ['demo', 'gva-2017']),
        )
      : fc.constantFrom(...(expected.codes as readonly string[]));
  const some = fc.uniqueArray(value, { minLength: 1, maxLength: 4 });
  const groups = expected instanceof RegExp ? [] : expected.groups.map(({ codes }) => [...codes]);
  return (groups.length === 0 ? some : fc.oneof(some, fc.constantFrom(...groups))).map((values) => values.toSorted());
};
const degrees = (limit: number) => fc.integer({ min: -limit * 1e4, max: limit * 1e4 }).map((value) => value / 1e4 + 0);
const position = fc.tuple(degrees(180), degrees(90));

const others: { readonly [Name in ConstraintName]: fc.Arbitrary<NonNullable<Filter[Name]>> } = {
  from: fc.constantFrom('2014-01-01', '2020-02-29'),
  to: fc.constantFrom('2020-03-01', '2026-10-31'),
  min_victims: fc.integer({ min: 1, max: 100_000 }),
  min_weapons: fc.integer({ min: 1, max: 100_000 }),
  leave_out: fc.uniqueArray(fc.constantFrom('demo/RS', 'a-1/XK', 'words/BA'), { minLength: 1 }).map((names) => names.toSorted()),
  q: fc.constantFrom('Ниш', 'Čačak & Kraljevo', '100% = a+b#?'),
  bbox: fc
    .tuple(degrees(180), degrees(90), degrees(180), degrees(90))
    .map(([w, a, e, b]) => [w, Math.min(a, b), e, Math.max(a, b)] as const),
  id: fc.constantFrom(['AV-3F9K2M7XQ0BT'], ['AV-000000000000', 'AV-ZZZZZZZZZZZZ']),
  within: fc.array(position, { minLength: 3, maxLength: 8 }),
  near: fc.record({
    lon: degrees(180),
    lat: degrees(90),
    km: fc.integer({ min: 100, max: 1_000_000 }).map((metres) => metres / 1000),
  }),
};

const anyFilter: fc.Arbitrary<Filter> = fc.record(
  { ...Object.fromEntries(dimensionNames.map((name) => [name, list(name)])), ...others },
  { requiredKeys: [] },
) as fc.Arbitrary<Filter>;

test('a filter survives the way through its query text', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const { filter: read, problems } = parseFilter(new URLSearchParams(filterQuery(filter)));
      expect(problems).toEqual([]);
      expect(read).toEqual(filter);
    }),
  );
});

test('equal filters written differently have equal text', () => {
  const one = parseFilter(new URLSearchParams('type=suicide,other,other&country=XK,RS&from=2020-01-01'));
  const two = parseFilter(new URLSearchParams('from=2020-01-01&country=RS,%20XK&type=other,suicide&q='));
  expect(filterQuery(one.filter)).toBe('country=RS,XK&from=2020-01-01&type=other,suicide');
  expect(filterQuery(two.filter)).toBe(filterQuery(one.filter));
});

test('a name for several codes stands for all of them, alone or beside others, and is written where the list is just these', () => {
  const read = (type: string) => parseFilter(new URLSearchParams({ type })).filter;
  const violence = incidentTypes.codes.filter((code) => code !== 'weapon_seizure' && code !== 'weapon_theft').toSorted();
  expect(read('violence')).toEqual({ type: violence });
  expect(filterQuery({ type: violence })).toBe('type=violence');
  expect(filterQuery(read('weapon_theft,violence,suicide'))).toBe(`type=${[...violence, 'weapon_theft'].toSorted().join(',')}`);
  expect(filterQuery(read('violence,weapon_seizure,weapon_theft')).split(',')).toHaveLength(incidentTypes.codes.length);
  const { problems } = parseFilter(new URLSearchParams('type=violense'));
  expect(problems[0]?.allowed).toContain('violence');
});

test('what is wrong is reported and what is right is kept', () => {
  const { filter, problems } = parseFilter(
    new URLSearchParams('from=2023-02-30&to=2023-12-31&type=suicide,sorcery&wepon=handgun&country=RS&country=XK&bbox=1,2,3'),
  );
  expect(filter).toEqual({ to: '2023-12-31', type: ['suicide'], country: ['RS'] });
  expect(problems.map((problem) => [problem.parameter, problem.code])).toEqual([
    ['from', 'bad_value'],
    ['type', 'bad_value'],
    ['wepon', 'unknown_parameter'],
    ['country', 'repeated_parameter'],
    ['bbox', 'bad_value'],
  ]);
  expect(problems[1]?.allowed).toContain('suicide');
});

test('a name of earlier addresses reads as the one that took its place', () => {
  const { filter, problems } = parseFilter([['precision', 'exact,region']]);
  expect(problems).toEqual([]);
  expect(filter).toEqual({ place_precision: ['exact', 'region'] });
  expect(filterQuery(filter)).toBe('place_precision=exact,region');
  const twice = parseFilter([
    ['place_precision', 'exact'],
    ['precision', 'region'],
  ]);
  expect(twice.filter).toEqual({ place_precision: ['exact'] });
  expect(twice.problems.map(({ parameter, code }) => [parameter, code])).toEqual([['precision', 'repeated_parameter']]);
});

test('a reversed period keeps its first day and says so', () => {
  const { filter, problems } = parseFilter(new URLSearchParams('from=2024-01-01&to=2023-01-01'));
  expect(filter).toEqual({ from: '2024-01-01' });
  expect(problems[0]?.message).toContain('before');
});

test('a period of one day is one', () => {
  const day = { from: '2024-01-01', to: '2024-01-01' };
  expect(parseFilter(new URLSearchParams(day))).toEqual({ filter: day, problems: [] });
});

test('no text whatever makes the reader throw', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.oneof(fc.constantFrom('from', 'type', 'bbox', 'within', 'q', 'min_victims', 'min_weapons'), fc.string()),
          fc.string(),
        ),
      ),
      (pairs) => {
        const { filter } = parseFilter(pairs);
        expect(parseFilter(new URLSearchParams(filterQuery(filter))).filter).toEqual(filter);
      },
    ),
  );
});

test('dates beyond two centuries around today are refused', () => {
  expect(parseFilter([['to', '9999-12-31']]).problems[0]?.code).toBe('bad_value');
  expect(parseFilter([['from', '0001-01-01']]).problems[0]?.code).toBe('bad_value');
});

test('a polygon is refused with what is wrong with it', () => {
  const message = (within: string) => parseFilter([['within', within]]).problems[0]?.message;
  expect(message('10,40,20,40,20,50')).toBeUndefined();
  expect(message('10,40,20,40')).toContain('must have 3 to 200 corners');
  expect(message('170,40,190,40,190,50,170,50')).toContain('a longitude from -180 to 180 and a latitude from -90 to 90');
  expect(message('10,40,20,40,20,95')).toContain('a latitude from -90 to 90');
});

describe('codes that exist', () => {
  const known = { country: ['RS', 'XK'], region: ['RS-00', 'RS-20', 'XK-01'] };
  const parse = (query: string) => parseFilter(new URLSearchParams(query), [], known);

  test('are used, and others are refused with those that are allowed', () => {
    const { filter, problems } = parse('country=RS,XX&region=RS-20,RS-99,XX-1');
    expect(filter).toEqual({ country: ['RS'], region: ['RS-20'] });
    expect(problems.map(({ parameter, code, value, allowed }) => [parameter, code, value, allowed])).toEqual([
      ['country', 'bad_value', 'XX', ['RS', 'XK']],
      ['region', 'bad_value', 'RS-99', ['RS-00', 'RS-20']],
      ['region', 'bad_value', 'XX-1', ['RS-…', 'XK-…']],
    ]);
  });

  test('do not matter where nobody knows them', () => {
    expect(parseFilter(new URLSearchParams('country=XX')).problems).toEqual([]);
  });
});

test('words that cannot be searched for are refused with the reason', () => {
  const codes = (q: string) => parseFilter([['q', q]]).problems.map(({ parameter, code }) => [parameter, code]);
  expect(codes('% -')).toEqual([['q', 'no_searchable_word']]);
  expect(codes('!!!')).toEqual([['q', 'no_searchable_word']]);
  expect(codes('a'.repeat(201))).toEqual([['q', 'text_too_long']]);
  expect(codes('a b c d e f g h i j k')).toEqual([['q', 'text_too_long']]);
  // Also where it lies behind what is quoted of the value.
  expect(codes(`${'a'.repeat(150)}\u0000`)).toEqual([['q', 'unsearchable_character']]);
  expect(codes('')).toEqual([]);
});
