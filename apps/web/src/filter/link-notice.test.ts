import { expect, test } from 'vitest';
import { readExploreState } from './explore-state.ts';
import { linkProblemKind } from './link-notice.tsx';

const kinds = (query: string) => readExploreState(query).problems.map(linkProblemKind);

test('a period that ends before it begins is said as such', () => {
  expect(kinds('from=2024-05-01&to=2023-05-01')).toEqual(['last_before_first']);
});

test('impossible days and days outside the data get different notices', () => {
  expect(kinds('from=2023-02-29')).toEqual(['no_such_day']);
  expect(kinds('to=yesterday')).toEqual(['no_such_day']);
  expect(kinds('from=0999-01-01')).toEqual(['day_out_of_range']);
});

test('words that cannot be searched for say why', () => {
  expect(kinds('q=%00')).toEqual(['unsearchable_character']);
  expect(kinds(`q=${'a'.repeat(500)}`)).toEqual(['text_too_long']);
  expect(kinds('q=!!!')).toEqual(['no_searchable_word']);
});

test('all else keeps its code', () => {
  expect(kinds('country=serbia&colour=red')).toEqual(['bad_value', 'unknown_parameter']);
});
