import { expect, test } from 'vitest';
import { formatOf } from '@monitor/findings';
import { jurisdiction } from '@monitor/geography';
import { englishTexts } from '../i18n/english-texts.ts';
import { readExploreState } from './explore-state.ts';
import { linkProblemKind, problemText, withoutTable } from './link-notice.tsx';

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

test('a region of a location without data is said to have none, and no others are listed', () => {
  const [problem] = readExploreState('region=MC-CO').problems;
  expect(problemText(problem!, wording)).toBe('There is no data about Monaco.');
  expect(kinds('country=ZZ')).toEqual(['bad_value']);
  expect(kinds('region=RS-99')).toEqual(['bad_value']);
});

test('all else keeps its code', () => {
  expect(kinds('country=serbia&colour=red')).toEqual(['bad_value', 'unknown_parameter']);
});

const plain = (_: string, code: string) => code;
const wording = {
  t: await englishTexts(),
  terms: {
    label: plain,
    definition: plain,
    indicator: (id: string) => id,
    place: (code: string) => jurisdiction(code)?.name ?? code,
    value: plain,
  },
  format: formatOf('en-GB'),
};

test.each(['country=ZZ', 'region=ZZ-1', 'type=sorcery'])(
  'a shortened list of what is allowed ends in three dots, not four: %s',
  (query) => {
    const texts = readExploreState(query).problems.map((problem) => problemText(problem, wording));
    expect(texts).toEqual([expect.stringMatching(/: [^:]*[^.], …$/)]);
  },
);

test('a short list of what is allowed is named in full', () => {
  const [problem] = readExploreState('urbanity=lunar').problems;
  expect(problemText(problem!, wording)).toBe(
    '“lunar” is not a valid value for “urbanity”. Allowed values: urban, rural, not_reported',
  );
});

test('where there is no table of incidents, a wrong order of it is not mentioned', () => {
  const { problems } = readExploreState('sort=zzz&columns=zzz&from=2023-02-29');
  expect(problems.map(({ parameter }) => parameter).toSorted()).toEqual(['columns', 'from', 'sort']);
  expect(withoutTable(problems).map(({ parameter }) => parameter)).toEqual(['from']);
});
