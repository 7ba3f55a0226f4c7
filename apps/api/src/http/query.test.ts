import fc from 'fast-check';
import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { canonicalPairs, intervalChoices } from '@monitor/contract';
import { dimensionNames, type Filter, isDimension } from '@monitor/domain';
import { anyFilter } from '../../../../packages/domain/testing/arbitraries.ts';
import { flag, oneOf, shortText, someOf, wholeNumber } from '@monitor/engine';
import { readQuery } from './query.ts';
import { times } from '../../../../testing/depth.ts';

const parameters = {
  interval: oneOf(intervalChoices, 'auto', ''),
  facets: someOf(dimensionNames, ''),
  hours: flag(''),
  limit: wholeNumber(1, 500, 50, ''),
  cursor: shortText(20, ''),
};

function read(pairs: readonly (readonly [string, string])[]) {
  const url = `/api/v1/made-up?${new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString()}`;
  return readQuery({ raw: { url }, server: { knownCodes: {} } } as unknown as FastifyRequest, parameters);
}

/** Ways to write a list: its values in any order, some of them twice, with spaces between. */
function waysToList(values: readonly string[]): fc.Arbitrary<string> {
  const all = fc.shuffledSubarray([...values], { minLength: values.length });
  return fc.tuple(all, fc.subarray([...values])).map((parts) => parts.flat().join(' , '));
}

/** Ways to write a value of an own parameter; where it is the default, one of them is to leave it out. */
const ownWays: fc.Arbitrary<readonly [name: string, ways: fc.Arbitrary<string>][]> = fc
  .record({
    interval: fc.constantFrom(...intervalChoices),
    facets: fc.constantFrom([], dimensionNames.slice(0, 1), dimensionNames.slice(0, 3), dimensionNames),
    hours: fc.boolean(),
    limit: fc.constantFrom(1, 50),
    cursor: fc.constantFrom('', 'undefined', 'null', 'a&limit=1', '"'),
  })
  .map(({ interval, facets, hours, limit, cursor }) => [
    ['interval', fc.constantFrom(interval, interval === 'auto' ? '' : interval)],
    ['facets', waysToWrite(facets)],
    ['hours', fc.constantFrom(...(hours ? ['1'] : ['0', '']))],
    ['limit', fc.constantFrom(String(limit), `00${limit}`, limit === 50 ? '' : String(limit))],
    ['cursor', fc.constant(cursor)],
  ]);

function waysToWrite(facets: readonly string[]): fc.Arbitrary<string> {
  if (facets.length === 0) return fc.constant('none');
  return facets.length === dimensionNames.length ? fc.oneof(fc.constantFrom('', 'all'), waysToList(facets)) : waysToList(facets);
}

/** Ways to write one request: parameters in any order, those that are empty left out or not. */
const requestsOf = (filters: fc.Arbitrary<Filter>) =>
  fc.tuple(filters, ownWays).map(([filter, own]) => {
    const ways = [
      ...canonicalPairs(filter).map(([name, value]): readonly [string, fc.Arbitrary<string>] => [
        name,
        isDimension(name) ? waysToList(value.split(',')) : fc.constant(value),
      ]),
      ...own,
    ].map(([name, values]) => values.map((value) => [name, value] as const));
    return fc
      .tuple(fc.tuple(...ways), fc.boolean(), fc.nat(ways.length))
      .map(([pairs, keepsEmpty, start]) =>
        [...pairs.slice(start), ...pairs.slice(0, start)].filter(([, value]) => keepsEmpty || value !== ''),
      );
  });

test('a request has one canonical text however it is written', () => {
  fc.assert(
    fc.property(
      requestsOf(anyFilter()).chain((ways) => fc.tuple(ways, ways)),
      ([one, other]) => {
        expect(read(other).canonical).toBe(read(one).canonical);
      },
    ),
    { numRuns: times(60, 600) },
  );
});

test('different requests never have the same canonical text', () => {
  const understoodOf = new Map<string, unknown>();
  fc.assert(
    fc.property(
      requestsOf(fc.constantFrom({}, { type: ['suicide'] }, { q: 'limit=1' })).chain((ways) => ways),
      (pairs) => {
        const { canonical, ...understood } = read(pairs);
        expect(understoodOf.get(canonical) ?? understood).toEqual(understood);
        understoodOf.set(canonical, understood);
      },
    ),
    { numRuns: times(300, 3000) },
  );
});

test('a list reads an earlier name of a value as the one that took its place', () => {
  const list = someOf(['place_precision', 'type'], '', { former: new Map([['precision', 'place_precision']]) });
  expect(list.read('precision,type', 'facets', {})).toEqual({ value: ['place_precision', 'type'] });
  expect(someOf(['place_precision'], '').read('precision', 'facets', {})).toMatchObject({
    allowed: ['place_precision', 'all', 'none'],
  });
});

test('the sentence for people names the values that are possible, unless they are many', () => {
  expect(() => read([['interval', 'hour']])).toThrow(
    '"hour" is not a valid value of "interval". Use one of auto, day, week, month, quarter, year.',
  );
  expect(() => read([['type', 'sorcery']])).toThrow(
    /"sorcery" is not a valid value of "type"\. Use one of weapon_seizure, .*, other, violence\.$/,
  );
  expect(() => read([['subtype', 'sorcery']])).toThrow(/"subtype"\./);
  expect(() => read([['contry', 'RS']])).toThrow(/^"contry" is not a parameter\. Remove it or check its spelling\.$/);
});
