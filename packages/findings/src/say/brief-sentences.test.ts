import { calendarPeriodBefore, parseCalendarPeriod, yearsEarlier } from '@monitor/domain';
import { expect, test } from 'vitest';
import { figureChange } from '../judge/change.ts';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { intervalWords, leadWords, saidVerdict, withoutWords } from './brief-sentences.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
const quarter = parseCalendarPeriod('2026-Q3')!;

/** How incidents changed on another period. @param earlier undefined if there is none */
function change(now: number, earlier: number | undefined, period = quarter, other = yearsEarlier(period, 1)) {
  const { totals } = madeUpAnswer({ incidents: now });
  const rule = other.from.slice(4) === period.from.slice(4) ? 'year_earlier' : 'preceding';
  const comparison =
    earlier === undefined ? null : ({ ...other, rule, totals: madeUpAnswer({ incidents: earlier }).totals } as const);
  return figureChange({ period, totals, comparison }, period, 'incidents', []);
}

const lead = (now: number, earlier?: number, period = quarter) =>
  leadWords(period, now, change(now, earlier, period), undefined, voice);

test.each([
  [-0.22, -0.06, '22% to 6% fewer'],
  [0.05, 0.4, '5% to 40% more'],
  [-0.17, 0.37, '17% fewer to 37% more'],
  [-0.0002, 0.37, '0.1% fewer to 37% more'],
])('an interval from %d to %d is said in words', (low, high, words) => {
  expect(intervalWords({ low, high }, voice)).toBe(words);
});

test('the published fall of 2025 is said with its interval', () => {
  expect(lead(804, 939, parseCalendarPeriod('2025-Q3'))).toBe(
    'Fewer violent incidents: 804 from July to September 2025, compared with 939 a year before (95% interval −22%\u00a0to\u00a0−6%).',
  );
  expect(lead(123, 126)).toBe(
    'No clear change in violence: 123 violent incidents from July to September 2026, compared with 126 a year before (95% interval −24%\u00a0to\u00a0+25%).',
  );
});

test('too few to compare, nothing at all, and no earlier data are said as such', () => {
  expect(lead(9, 4)).toBe('Too few to compare: 9 violent incidents from July to September 2026, compared with 4 a year before.');
  expect(lead(0)).toBe('No violent incidents were recorded from July to September 2026.');
  expect(lead(1, undefined, parseCalendarPeriod('2014'))).toBe(
    '1 violent incident in 2014. No earlier data, so there is no comparison with the year before.',
  );
});

test('none in a period is said of the days that the data covers', () => {
  const none = (to: string, from = '2014-01-01') => leadWords(quarter, 0, change(0, undefined), { from, to }, voice);
  expect(none('2026-12-01')).toBe('No violent incidents were recorded from July to September 2026.');
  expect(none('2026-08-31')).toBe(
    'No violent incidents were recorded from July to September 2026, of which the data covers only Jul–Aug 2026.',
  );
  expect(none('2026-12-01', '2026-09-30')).toMatch(/, of which the data covers only 30 Sept 2026\.$/);
});

test('a figure is compared with the year before and with the quarter before, each with its interval', () => {
  expect(saidVerdict(change(126, 118), 'incidents', voice)).toEqual({
    verdict: 'No clear change',
    detail: '118\u00a0a year before (−17%\u00a0to\u00a0+37%)',
    isClear: false,
  });
  expect(saidVerdict(change(126, 80, quarter, calendarPeriodBefore(quarter)), 'incidents', voice)).toEqual({
    // Per day: the second quarter has 91, the third 92.
    verdict: '56% more',
    detail: '80 in the previous 3 months (+18%\u00a0to\u00a0+106%)',
    isClear: true,
  });
});

test('what is left of the years that one seizure makes is said together', () => {
  const year = (years: number, count: number, ofOne?: number) => ({ period: yearsEarlier(quarter, years), count, ofOne });
  expect(withoutWords([year(5, 1060, 900), year(1, 225), year(0, 1248, 1075)], 'weapons', voice)).toEqual([
    'Without the largest seizure: 160 in 2021 and 173 in 2026',
  ]);
  expect(withoutWords([year(0, 225)], 'weapons', voice)).toEqual([]);
});
