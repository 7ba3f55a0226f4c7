import { expect, test } from 'vitest';
import { emptyParts, emptyWeek } from '@monitor/domain';
import { voiceOf } from './voice.ts';
import { weekFindingText, weekNotes, weekReadingText } from './week-words.ts';

const voice = voiceOf('en');
const year = { from: '2023-01-02', to: '2023-12-31' };

/** Without the signs that keep hours on one line. */
const read = (some: typeof hours) => weekReadingText(some, year, voice).replaceAll('\u2060', '');

const incidents = emptyWeek().map((hours) => hours.map(() => 50));
incidents[5]![21] = 850;
const hours = { known: 9200, unknown: 0, midnight: 0, parts: emptyParts(), incidents };

test('a title says the finding where one part is ahead, or none', () => {
  const title = (some: typeof hours) => weekFindingText(some, year, voice)?.replaceAll('\u2060', '');
  expect(title(hours)).toBe('Most frequent on Saturday evenings (18:00–24:00)');
  const close = incidents.map((day, weekday) => (weekday === 0 ? day.with(3, 800) : day));
  expect(title({ ...hours, incidents: close, known: 9950 })).toBeUndefined();
  expect(title({ ...hours, incidents: incidents.map((day) => day.with(21, 850)), known: 14_000 })).toBe(
    'Most frequent in the evening (18:00–24:00)',
  );
  expect(title({ ...hours, incidents: incidents.map((day) => day.with(21, 50)), known: 8400 })).toBe(
    'No clear pattern over the week',
  );
});

test('the sentence names the part of the week, its hours and its share', () => {
  expect(read(hours)).toBe(
    'Incidents are most frequent on Saturday evenings (18:00–24:00): 1,100 of the 9,200 with a known time (12%).',
  );
  const close = incidents.map((day, weekday) => (weekday === 0 ? day.with(3, 800) : day));
  expect(read({ ...hours, incidents: close, known: 9950 })).toBe(
    'Incidents are most frequent on Saturday evenings (18:00–24:00): 1,100 of the 9,950 with a known time (11%). Nearly as many happen in the early hours of Monday (00:00–06:00): 1,050.',
  );
});

test('where weekdays occur unequally often, the sentence says that it compares day for day', () => {
  const even = emptyWeek().map((day, weekday) => day.map((): number => (weekday === 0 ? 5 : 4)));
  even[1]![20]! += 20;
  even[0]![9]! += 16;
  const some = {
    known: even.flat().reduce((sum, count) => sum + count),
    unknown: 0,
    midnight: 0,
    parts: emptyParts(),
    incidents: even,
  };
  expect(weekReadingText(some, { from: '2023-01-02', to: '2023-01-30' }, voice).replaceAll('\u2060', '')).toBe(
    'Allowing for how often each weekday occurs, incidents are most frequent on Tuesday evenings (18:00–24:00): 44 of the 732 with a known time (6%). They are nearly as frequent on Monday mornings (06:00–12:00): 46.',
  );
});

test('hours that are ahead on several weekdays are read without a weekday', () => {
  const evenings = incidents.map((day) => day.with(21, 850));
  expect(read({ ...hours, incidents: evenings, known: 14_000 })).toBe(
    'Incidents are most frequent in the evening (18:00–24:00): 7,700 of the 14,000 with a known time (55%). No single weekday stands out.',
  );
});

test('few incidents are not read', () => {
  const few = {
    known: 12,
    unknown: 3,
    midnight: 0,
    parts: emptyParts(),
    incidents: emptyWeek().with(1, emptyWeek()[1]!.with(9, 12)),
  };
  expect(read(few)).toBe('Too few to compare: the time of day is known for only 12 incidents.');
});

test('the share with a known time is always said, and said with care below one half', () => {
  const notes = (known: number, unknown: number) => weekNotes({ ...hours, known, unknown }, voice);
  expect(notes(2132, 1363)).toEqual([
    'The time of day is known for 61% of 3,495 incidents. Where it could expose people, we withhold it.',
  ]);
  expect(notes(3495, 0)).toEqual(['The time of day is known for all 3,495 incidents.']);
  expect(notes(1000, 2495)).toEqual([
    'The time of day is known for only 29% of 3,495 incidents. Where it could expose people, we withhold it. The others may follow a different pattern.',
  ]);
  expect(notes(0, 0)).toEqual([]);
  expect(notes(0, 61_401)).toEqual([]);
});

test('many times at exactly midnight are pointed out', () => {
  const piled = incidents.map((day) => day.with(0, 200));
  expect(weekNotes({ ...hours, incidents: piled, midnight: 1200 }, voice)[1]).toBe(
    '1,200 of the times are exactly 00:00, which some sources use when the time is unknown.',
  );
});
