import type { Measure } from '@monitor/domain';
import { expect, test } from 'vitest';
import type { FigureChange } from '../judge/change.ts';
import { changeWords, findingWords } from './change-words.ts';
import type { CountedKind } from '@monitor/domain';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
/** Without the signs that keep an interval on one line. */
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
const words = (change: FigureChange, measure: Measure = 'killed') => {
  const said = changeWords(change, measure, voice);
  return { ...said, before: plain(said.before) };
};
const finding = (change: FigureChange, count: number, measure: Measure = 'incidents') =>
  plain(findingWords(change, 'chosen', measure, count, voice).text);

const before = { count: 939, baseline: { kind: 'period', from: '2024-06-01', to: '2024-08-31', years: 1 } } as const;
const change = { kind: 'change', difference: -0.144, low: -0.222, high: -0.058, before } as const;
const unclear = { ...change, difference: 0.286, low: -0.44, high: 1.94, before: { ...before, count: 14 } } as const;

test('a change is said as a verdict, then the earlier count, then the interval', () => {
  expect(words(change)).toMatchObject({ verdict: '14% fewer', isClear: true, before: '939 a year before (−22% to −6%)' });
  expect(words({ ...change, difference: 0.062, low: 0.012, high: 0.11 })).toMatchObject({
    verdict: '6% more',
    before: '939 a year before (+1% to +11%)',
  });
  const threeYears = { kind: 'period', from: '2020-01-01', to: '2022-12-31', years: 3 } as const;
  expect(words({ ...change, before: { count: 800, baseline: threeYears } }).before).toBe('800 in 2020–2022 (−22% to −6%)');
  const fromADay = { ...threeYears, from: '2020-08-15' } as const;
  expect(words({ ...change, before: { count: 700, baseline: fromADay } }).before).toBe(
    '700 during 15 Aug 2020 – 31 Dec 2022 (−22% to −6%)',
  );
  expect(words(change).explanation).toBe('14% fewer per day than in Jun–Aug 2024. 95% interval: −22% to −6%.');
});

test('where the interval includes zero no percentage is given for the change itself', () => {
  expect(words(unclear)).toMatchObject({
    verdict: 'No clear change',
    isClear: false,
    before: '14 a year before (−44% to +194%)',
    explanation:
      'Compared with Jun–Aug 2024, the 95% interval of the change per day is −44% to +194%. It includes zero, so there may be no change.',
  });
  expect(words({ ...change, high: 0 }).verdict).toBe('No clear change');
  expect(words({ ...change, high: -0.0004 })).toMatchObject({ verdict: '14% fewer', before: '939 a year before (−22% to −0.1%)' });
});

test('the finding is one sentence', () => {
  expect(finding(unclear, 18, 'killed')).toBe('No clear change: 18 people killed, against 14 a year before (−44% to +194%)');
  expect(finding(change, 804)).toBe('14% fewer incidents than in Jun–Aug 2024: 804 incidents, against 939 (−22% to −6%)');
  expect(finding({ ...change, difference: 0.5, low: 0.2, high: 0.8 }, 1408, 'weapons')).toBe(
    '50% more weapons than in Jun–Aug 2024: 1,408 weapons, against 939 (+20% to +80%)',
  );
  expect(finding({ kind: 'too_few', before: { ...before, count: 1 } }, 3, 'suicides')).toBe(
    'Too few to compare: 3 suicides, against 1 a year before',
  );
  const leapDay = { count: 2, baseline: { kind: 'period', from: '2023-02-28', to: '2023-02-28', years: 1 } } as const;
  expect(finding({ kind: 'too_few', before: leapDay }, 6)).toBe('Too few to compare: 6 incidents, against 2 on 28 Feb 2023');
  const ofDays = (from: string, to: string) =>
    finding({ ...change, before: { count: 939, baseline: { kind: 'period', from, to, years: 3 } } }, 804);
  expect(ofDays('2023-01-01', '2024-11-27')).toMatch(/^14% fewer incidents than in 1 Jan 2023 – 27 Nov 2024: /);
  expect(ofDays('2023-01-05', '2023-01-05')).toMatch(/^14% fewer incidents than on 5 Jan 2023: /);
  expect(finding({ kind: 'no_earlier_data' }, 1)).toBe('1 incident · No earlier data');
});

test('it says which incidents are counted', () => {
  const amountOf = (kind: CountedKind) => findingWords(unclear, kind, 'incidents', 1618, voice).text.slice(17, 40);
  expect(amountOf('violence')).toBe('1,618 violent incidents');
  expect(amountOf('all')).toBe('1,618 incidents of all ');
});

test('only what clearly changed stands out', () => {
  expect(findingWords(change, 'chosen', 'incidents', 804, voice).isClear).toBe(true);
  expect(findingWords(unclear, 'violence', 'killed', 18, voice).isClear).toBe(false);
});

test('where the period before holds other seasons, the words say so', () => {
  const months = { ...change, before: { count: 9000, baseline: { kind: 'months', count: 34 } } } as const;
  expect(words(months).before).toBe('9,000 in the previous 34 months (−22% to −6%)');
  expect(words(months).explanation).toContain('The two periods cover different seasons');
  expect(finding(months, 8000)).toBe(
    '14% fewer incidents than in the previous 34 months, different seasons: 8,000 incidents, against 9,000 (−22% to −6%)',
  );
  expect(words(change).explanation).not.toContain('seasons');
});

test('a difference that one or two incidents make is not called a change, and they are named', () => {
  const heaviest = { side: 'earlier', incidents: 2, people: 19, events: 45 } as const;
  const ofPeople = { ...before, count: 45 };
  expect(words({ kind: 'rests_on_largest', heaviest, before: ofPeople })).toEqual({
    verdict: 'Driven by two incidents',
    isClear: false,
    before: '45 a year before',
    explanation:
      'The two largest incidents account for 19 of the 45 people killed in the comparison period. ' +
      'Without them there is no clear difference.',
  });
  expect(words({ kind: 'rests_on_largest', heaviest: { ...heaviest, incidents: 1 }, before: ofPeople }).verdict).toBe(
    'Driven by one incident',
  );
  expect(words({ kind: 'few_incidents', before: ofPeople })).toMatchObject({
    verdict: 'Depends on a few large incidents',
    explanation: expect.stringMatching(
      /^A few large incidents account for so many of the people killed in this period or in the one it is compared with/,
    ),
  });
  expect(words({ ...change, heaviest }).explanation).toContain('19 of the 45 people');
});

test('where there is no change the reason is shown instead', () => {
  expect(words({ kind: 'too_few', before: { ...before, count: 3 } })).toMatchObject({
    verdict: 'Too few to compare',
    before: '3 a year before',
  });
  expect(words({ kind: 'no_first_day' })).toMatchObject({ verdict: 'Pick a period to see the change', before: undefined });
  expect(words({ kind: 'data_end', day: '2025-09-30' }).verdict).toBe('Data ends on 30 Sept 2025');
  expect(words({ kind: 'data_begin', day: '2025-01-01' }).verdict).toBe('Data starts on 1 Jan 2025, too late to compare');
  expect(words({ kind: 'no_earlier_data' }).verdict).toBe('No earlier data');
});

test.each([
  ['incidents', 'There were too few incidents in this period'],
  ['killed', 'There were too few people killed in this period'],
  ['rounds', 'There were too few rounds of ammunition in this period'],
] as const)('too few %s to compare are said with what they are', (measure, beginning) => {
  expect(words({ kind: 'too_few', before }, measure).explanation).toContain(beginning);
});

test('parts of the data that hold one of the periods only are named with their days', () => {
  const later = { from: '2025-01-01', to: '2026-10-31' };
  const { verdict, explanation } = words({
    kind: 'uneven_data',
    parts: [
      { title: 'Demo', country: 'AL', ...later },
      { title: 'Archive', country: undefined, from: '2017-01-01', to: '2017-12-31' },
    ],
  });
  expect(verdict).toBe('The two periods have different data');
  expect(explanation).toContain('compared with: Albania in Demo (2025 – Oct 2026); Archive (2017). Choose');
});
