import { expect, test } from 'vitest';
import { facetLines, inOrder, shortLines } from './facet-values.ts';
import { allReported } from '../../../../packages/domain/testing/all-reported.ts';

const counted = (value: string, incidents: number) => ({ value, incidents, killed: 0, injured: 0, ...allReported });

test('a closed list is whole, its empty values last', () => {
  const lines = facetLines('legal', [counted('illegal', 7)], []);
  expect(lines).toEqual([
    { value: 'illegal', incidents: 7 },
    { value: 'legal', incidents: 0 },
    { value: 'not_reported', incidents: 0 },
  ]);
});

test('while counts are awaited the values are there without', () => {
  expect(facetLines('legal', undefined, [])[0]).toEqual({ value: 'legal', incidents: undefined });
});

test('of names, a chosen one without incidents stays, so that it can be removed', () => {
  expect(facetLines('country', [counted('RS', 3)], ['XK'])).toEqual([
    { value: 'RS', incidents: 3 },
    { value: 'XK', incidents: 0 },
  ]);
});

test('a short list keeps what is chosen and never hides a single line', () => {
  const lines = ['a', 'b', 'c', 'd', 'e'].map((value) => ({ value, incidents: 1 }));
  expect(shortLines(lines, ['e'], 2).map((line) => line.value)).toEqual(['a', 'b', 'e']);
  expect(shortLines(lines, [], 4)).toHaveLength(5);
});

test('lines in a given order are followed by new ones as they are', () => {
  const lines = ['e', 'a', 'd', 'b'].map((value) => ({ value }));
  expect(inOrder(lines, ['a', 'b', 'c']).map(({ value }) => value)).toEqual(['a', 'b', 'e', 'd']);
});
