import { calendarPeriodBefore, parseCalendarPeriod, yearsEarlier } from '@monitor/domain';
import { expect, test } from 'vitest';
import { figureChange } from '../judge/change.ts';
import type { PeriodAmounts } from '../judge/brief-figures.ts';
import type { BriefPlace } from '../judge/brief-subject.ts';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import { intervalWords, leadWords, saidVerdict } from './brief-sentences.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
const quarter = parseCalendarPeriod('2026-Q3')!;
const serbia = { kind: 'country', code: 'RS' } as const;

/** How incidents changed on another period. @param earlier undefined if there is none */
function change(now: number, earlier: number | undefined, period = quarter, other = yearsEarlier(period, 1)) {
  const { totals } = madeUpAnswer({ incidents: now });
  const rule = other.from.slice(4) === period.from.slice(4) ? 'year_earlier' : 'preceding';
  const comparison =
    earlier === undefined ? null : ({ ...other, rule, totals: madeUpAnswer({ incidents: earlier }).totals } as const);
  return figureChange({ period, totals, comparison }, period, 'incidents', []);
}

const lead = (
  now: number,
  earlier?: number,
  { place = serbia, period = quarter, years = [] }: { place?: BriefPlace; period?: typeof quarter; years?: PeriodAmounts[] } = {},
) => leadWords({ place, period }, now, years, change(now, earlier, period), voice);

test.each([
  [-0.22, -0.06, '22% to 6% fewer'],
  [0.05, 0.4, '5% to 40% more'],
  [-0.17, 0.37, '17% fewer to 37% more'],
])('an interval from %d to %d is said in words', (low, high, words) => {
  expect(intervalWords({ low, high }, voice)).toBe(words);
});

test('the published fall of 2025 is said with its interval', () => {
  expect(lead(804, 939, { period: parseCalendarPeriod('2025-Q3')! })).toBe(
    'Serbia recorded 804 incidents from July to September 2025. ' +
      'That is 14% fewer than in the same quarter a year before (939; 95% interval: 22% to 6% fewer).',
  );
});

test('a rank is said where there is one', () => {
  const years = [97, 104, 113, 126].map((incidents, index) => ({
    period: yearsEarlier(quarter, 3 - index),
    amounts: { incidents, killed: 0, injured: 0, weapons: 0 },
  }));
  expect(lead(126, 118, { years })).toBe(
    'Serbia recorded 126 incidents from July to September 2026, the most in a third quarter from 2023 to 2026. ' +
      'There is no clear change from the same quarter a year before (118; 95% interval: 17% fewer to 37% more).',
  );
});

test('too few to compare, nothing at all, and no earlier data are said as such', () => {
  expect(lead(9, 4)).toContain('Too few to compare: 4 in the same quarter a year before.');
  expect(lead(0)).toBe('Serbia recorded no incidents from July to September 2026.');
  expect(lead(40, undefined, { period: parseCalendarPeriod('2014')! })).toContain(
    'No earlier data, so there is no comparison with the year before.',
  );
  expect(lead(1, undefined, { place: { kind: 'all' } })).toContain(
    'All locations together recorded 1 incident from July to September 2026.',
  );
});

test('a figure is compared with the year before and with the quarter before, each with its interval', () => {
  expect(saidVerdict(change(126, 118), 'incidents', yearsEarlier(quarter, 1), voice)).toEqual({
    verdict: 'No clear change',
    detail: 'from Jul–Sept 2025 (118). 95% interval: 17% fewer to 37% more.',
    isClear: false,
  });
  const before = calendarPeriodBefore(quarter);
  expect(saidVerdict(change(126, 80, quarter, before), 'incidents', before, voice)).toEqual({
    verdict: '56% more',
    // Per day: the second quarter has 91, the third 92.
    detail: 'than in Apr–Jun 2026 (80). 95% interval: 18% to 106% more.',
    isClear: true,
  });
});
