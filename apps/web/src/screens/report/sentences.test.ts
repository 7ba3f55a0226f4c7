import { calendarPeriodBefore, parseCalendarPeriod, yearsEarlier } from '@monitor/domain';
import { expect, test } from 'vitest';
import { reportTitle, whenWords } from '../../filter/report-words.ts';
import { voiceOf } from '@monitor/findings';
import { englishTexts } from '../../i18n/english-texts.ts';
import { type BriefAnswers, changeOnPeriodBefore, changeOnYear, trendMonths } from './brief.ts';
import { changeVerdict, intervalWords, leadSentences } from './change-sentences.ts';
import { changedTypesWords } from './changed-types.ts';
import { answer, counted, covered, madeUpBrief } from './made-up-brief.ts';
import { harmedOf, peopleRows } from './people.ts';
import { briefPoints } from './points.ts';
import { trendReading } from './trend-words.ts';
import { typeRows } from './rows.ts';

const t = await englishTexts();
const names: Readonly<Record<string, string>> = { RS: 'Serbia', XK: 'Kosovo*' };
const labels: Readonly<Record<string, string>> = {
  criminal_context: 'Criminal context',
  public_dispute: 'Public dispute',
  undetermined_shooting: 'Undetermined shooting',
  domestic_violence: 'Domestic violence',
  handgun: 'Handgun',
};
const terms = {
  place: (code: string) => names[code] ?? code,
  label: (_: string, code: string) => labels[code] ?? code,
  definition: () => '',
};
const writing = { t, format: { ...voiceOf('en'), ...terms }, terms };

const periodOf = (text: string) => parseCalendarPeriod(text)!;
const quarter = periodOf('2026-Q3');
const serbia = { place: { kind: 'country', code: 'RS' }, period: quarter } as const;
/** Incidents of each month: those of a year in the months of a quarter, and one elsewhere. */
const quarterly = (byYear: Readonly<Record<string, number>>) => (start: string) => ({
  incidents: start.slice(5, 7) === '08' ? (byYear[start.slice(0, 4)] ?? 0) : 0,
});
const brief = (answers: Partial<BriefAnswers>, of: Parameters<typeof madeUpBrief>[0] = serbia) => madeUpBrief(of, answers);

test.each([
  ['2026-09', 'Serbia, September 2026', 'in September 2026'],
  ['2026-Q1', 'Serbia, first quarter of 2026', 'from January to March 2026'],
  ['2026-Q3', 'Serbia, third quarter of 2026', 'from July to September 2026'],
  ['2025', 'Serbia, 2025', 'in 2025'],
])('%s is named in a title and in a sentence', (text, title, when) => {
  expect(reportTitle(serbia.place, periodOf(text), t, writing.format, terms)).toBe(title);
  expect(whenWords(periodOf(text), t, writing.format)).toBe(when);
});

test.each([
  [-0.22, -0.06, '22% to 6% fewer'],
  [0.05, 0.4, '5% to 40% more'],
  [-0.17, 0.37, '17% fewer to 37% more'],
])('an interval from %d to %d is said in words', (low, high, words) => {
  expect(intervalWords(low, high, writing)).toBe(words);
});

test('the published fall of 2025 is said with its interval', () => {
  const of = { ...serbia, period: periodOf('2025-Q3') };
  const now = answer(of.period, { incidents: 804 }, { before: { incidents: 939 } });
  expect(leadSentences(brief({ now }, of), writing)).toEqual([
    'Serbia recorded 804 incidents from July to September 2025.',
    'That is 14% fewer than in the same quarter a year before (939; 95% interval: 22% to 6% fewer).',
  ]);
});

test('a figure is ranked among years that can all be compared, and only where it leads them', () => {
  const now = answer(quarter, { incidents: 126 }, { before: { incidents: 118 } });
  const months = (byYear: Readonly<Record<string, number>>) =>
    answer({ from: covered.from, to: quarter.to }, {}, { month: quarterly(byYear) });
  const rising = { 2021: 97, 2022: 104, 2023: 108, 2024: 113, 2025: 118, 2026: 126 };
  expect(leadSentences(brief({ now, months: months(rising) }), writing)).toEqual([
    'Serbia recorded 126 incidents from July to September 2026, the most in a third quarter since 2021.',
    'There is no clear change from the same quarter a year before (118; 95% interval: 17% fewer to 37% more).',
  ]);
  expect(leadSentences(brief({ now, months: months({ ...rising, 2022: 126 }) }), writing)[0]).toBe(
    'Serbia recorded 126 incidents from July to September 2026.',
  );
  const falling = { 2021: 197, 2022: 194, 2023: 188, 2024: 183, 2025: 178, 2026: 126 };
  expect(leadSentences(brief({ now, months: months(falling) }), writing)[0]).toContain('the fewest in a third quarter since 2021');
});

test('too few to compare, nothing at all, and no earlier data are said as such', () => {
  expect(leadSentences(brief({ now: answer(quarter, { incidents: 9 }, { before: { incidents: 4 } }) }), writing)).toContain(
    'Too few to compare: 4 in the same quarter a year before.',
  );
  expect(leadSentences(brief({}), writing)).toEqual(['Serbia recorded no incidents from July to September 2026.']);
  const first = { ...serbia, period: periodOf('2014') };
  expect(leadSentences(brief({ now: answer(first.period, { incidents: 40 }) }, first), writing)[1]).toBe(
    'No earlier data, so there is no comparison with the year before.',
  );
  expect(leadSentences(brief({ now: answer(quarter, { incidents: 1 }) }, { ...serbia, place: { kind: 'all' } }), writing)[0]).toBe(
    'All locations together recorded 1 incident from July to September 2026.',
  );
});

test('a figure is compared with the year before and with the quarter before, each with its interval', () => {
  const now = answer(quarter, { incidents: 126 }, { before: { incidents: 118 } });
  const before = answer(calendarPeriodBefore(quarter), { incidents: 80 });
  const of = brief({ now, before });
  expect(changeVerdict(changeOnYear(of, 'incidents'), 'incidents', yearsEarlier(quarter, 1), writing)).toEqual({
    verdict: 'No clear change',
    detail: 'from Jul–Sept 2025 (118). 95% interval: 17% fewer to 37% more.',
    isClear: false,
  });
  const onQuarter = changeOnPeriodBefore(of, 'incidents');
  expect(onQuarter && changeVerdict(onQuarter, 'incidents', calendarPeriodBefore(quarter), writing)).toEqual({
    verdict: '56% more',
    // Per day: the second quarter has 91, the third 92.
    detail: 'than in Apr–Jun 2026 (80). 95% interval: 18% to 106% more.',
    isClear: true,
  });
  expect(changeOnPeriodBefore(brief({}, { ...serbia, period: periodOf('2025') }), 'incidents')).toBeUndefined();
});

test('people who are not described are in the cell of which neither sex nor age is known', () => {
  const now = answer(quarter, { incidents: 20, killed: 9, injured: 5 });
  const women = answer(quarter, {}, { facets: { victim_age: [counted('19-35', { killed: 2, injured: 1 })] } });
  const men = answer(quarter, {}, { facets: { victim_age: [counted('not_reported', { killed: 4 })] } });
  const rows = peopleRows(brief({ now, women, men }));
  expect(harmedOf(rows)).toBe(14);
  expect(rows.at(-1)).toEqual({
    age: 'not_reported',
    people: { women: { killed: 0, injured: 0 }, men: { killed: 4, injured: 0 }, unknownSex: { killed: 3, injured: 4 } },
  });
});

test('the points are made of the answers alone', () => {
  const type = [
    counted('criminal_context', { incidents: 25, killed: 3, injured: 6 }),
    counted('domestic_violence', { incidents: 8, killed: 4, injured: 2 }),
    counted('public_dispute', { incidents: 16, killed: 1, injured: 5 }),
    counted('celebratory_shooting', { incidents: 7, injured: 1 }),
    counted('accidental_shooting', { incidents: 1, killed: 1 }),
  ];
  const legal = [
    counted('illegal', { incidents: 90 }),
    counted('legal', { incidents: 6 }),
    counted('not_reported', { incidents: 30 }),
  ];
  const now = answer(quarter, { incidents: 126, killed: 9, injured: 14 }, { facets: { type, legal } });
  const women = answer(
    quarter,
    {},
    {
      facets: {
        victim_age: [counted('19-35', { killed: 4, injured: 4 })],
        relationship: [counted('intimate_partner', { killed: 3 })],
      },
    },
  );
  const men = answer(quarter, {}, { facets: { victim_age: [counted('36-60', { killed: 5, injured: 9 })] } });
  const seizures = answer(
    quarter,
    { incidents: 52, weapons: 214 },
    {
      facets: { weapon: [counted('handgun', { weapons: 71 })], traced: [counted('yes', { weapons: 19 })] },
    },
  );
  const largeSeizures = answer(quarter, { incidents: 3, weapons: 120 });
  expect(
    briefPoints(brief({ now, women, men, seizures, largeSeizures }), writing).map(({ lead, text }) => `${lead} ${text}`),
  ).toEqual([
    'Most people killed or injured are men. 23 people: 14 men, 8 women, and 1 whose sex is not reported. Women are 4 of the 9 people killed.',
    'Seizures: 214 weapons in 52 incidents. 3 seizures were large (5 or more weapons). Largest class: Handgun (71, 33%). The origin was traced for 19 weapons (9%).',
    'Domestic violence: 4 of the 9 people killed. Criminal context: 25 incidents, 3 killed. Public dispute: 16 incidents, 1 killed. Undetermined shooting: 0 incidents, 0 killed.',
    'Domestic violence: 8 incidents. 4 of the 9 people killed and 2 of the 14 injured. 4 women were killed in all incidents, 3 of them by a partner.',
    'Celebratory shootings: 7 incidents. 0 killed and 1 injured. Accidental shootings: 1 incident, 1 killed and 0 injured.',
    'Illegal weapons: 90 (71%) of incidents. Legal weapons in 6 (5%). The legal status is not reported in 30 (24%).',
  ]);
  expect(briefPoints(brief({}), writing).map(({ lead }) => lead)).toEqual([
    'Nobody was recorded as killed or injured.',
    'No weapon seizures.',
    'Nobody was recorded as killed.',
    'Domestic violence: 0 incidents.',
    'Celebratory shootings: 0 incidents.',
    'No weapons.',
  ]);
});

test('types are named, the rest adds up, and only those that clearly changed are called changed', () => {
  const facets = (disputes: number) => ({
    type: [
      counted('weapon_seizure', { incidents: 400 }),
      counted('public_dispute', { incidents: disputes }),
      counted('suicide', { incidents: 7 }),
      counted('weapon_theft', { incidents: 2 }),
      counted('other', { incidents: 4 }),
      counted('police_encounter', { incidents: 1, injured: 1 }),
    ],
  });
  const of = (before: number) =>
    brief({
      now: answer(quarter, { incidents: 450 }, { facets: facets(36) }),
      yearBefore: answer(yearsEarlier(quarter, 1), {}, { facets: facets(before) }),
    });
  const rows = typeRows(of(36));
  expect(rows.reduce((sum, { now }) => sum + now, 0)).toBe(450);
  expect(rows).toHaveLength(10);
  expect(rows.at(-1)).toMatchObject({ code: 'rest', now: 5, injured: 1 });
  expect(changedTypesWords(of(40), writing)).toBe('No type clearly changed from 2025.');
  expect(changedTypesWords(of(80), writing)).toBe(
    'Clear change from the year before: Public dispute, 70% to 33% fewer (95% interval).',
  );
});

test('the trend says how many months are outside the usual range, and none where there is none', () => {
  const months = (of: number) =>
    answer(
      { from: covered.from, to: quarter.to },
      {},
      { month: (start) => ({ incidents: start === '2026-08-01' ? of : 30 + Number(start.slice(3, 4)) }) },
    );
  const reading = (of: number, period = quarter) =>
    trendReading(trendMonths(brief({ months: months(of) }, { ...serbia, period }), 36), writing);
  expect(reading(34)).toBe(
    'July 2026 (36) was the month with most incidents in this period. 2 of 3 months were outside the usual range of the previous five years.',
  );
  expect(reading(90)).toContain('August 2026 (90)');
  expect(reading(34, periodOf('2026-08'))).toBe('August 2026: 34. It was within the usual range of the previous five years.');
  expect(reading(90, periodOf('2026-08'))).toBe(
    'August 2026: 90. It was outside the usual range of the previous five years (31 to 35).',
  );
});
