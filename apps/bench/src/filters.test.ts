import { expect, test } from 'vitest';
import { filterQuery, parseFilter } from '@monitor/contract';
import { filterLimits } from '@monitor/domain';
import { crossingPolygon, distinctFilter, mostLocations, namedFilters } from './filters.ts';

test('no two of the unlike filters are equal, and all are possible', () => {
  const queries = Array.from({ length: 100_000 }, (_, number) => filterQuery(distinctFilter(number)));
  expect(new Set(queries).size).toBe(queries.length);
  for (const query of queries.filter((_, at) => at % 997 === 0))
    expect(parseFilter(new URLSearchParams(query)).problems, query).toEqual([]);
});

test('no two of the lists of most locations are equal, and all leave out two', () => {
  const queries = Array.from({ length: 144 }, (_, number) => filterQuery(mostLocations(number)));
  expect(new Set(queries).size).toBe(queries.length);
  const lengths = Array.from({ length: 1000 }, (_, number) => mostLocations(number).country?.length);
  expect(new Set(lengths)).toEqual(new Set([16]));
});

test('the named filters are possible', () => {
  for (const { filter } of namedFilters) expect(parseFilter(new URLSearchParams(filterQuery(filter))).problems).toEqual([]);
});

test('no two polygons are equal, and all are possible and have as many different corners as there may be', () => {
  const queries = Array.from({ length: 1000 }, (_, number) => filterQuery(crossingPolygon(997 * number)));
  expect(new Set(queries).size).toBe(queries.length);
  for (const query of [queries[0], queries.at(-1)]) {
    const { filter, problems } = parseFilter(new URLSearchParams(query));
    expect(problems).toEqual([]);
    expect(new Set(filter.within?.map(String)).size).toBe(filterLimits.ringCorners);
  }
});
