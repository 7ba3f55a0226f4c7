import { expect, test } from 'vitest';
import { emptyParts, emptyWeek } from '@monitor/domain';
import { hasMidnightPile, weekReading } from './week-reading.ts';

const year = { from: '2023-01-02', to: '2023-12-31' };

/** Hours with an even spread, and more in some: weekday, hour, incidents. */
function week(even: number, ...more: [weekday: number, hour: number, incidents: number][]) {
  const incidents = emptyWeek().map((hours) => hours.map(() => even));
  for (const [weekday, hour, count] of more) incidents[weekday]![hour]! += count;
  return {
    known: incidents.flat().reduce((sum, count) => sum + count, 0),
    unknown: 0,
    midnight: 0,
    parts: emptyParts(),
    incidents,
  };
}

test('the part of the week with the most is named with its share of those whose time is known', () => {
  const hours = { ...week(10, [5, 20, 320]), unknown: 5000 };
  expect(weekReading(hours, year)).toEqual({
    kind: 'most',
    first: { weekday: 5, part: 'evening', incidents: 380 },
    close: undefined,
    share: 380 / 2000,
    perDay: false,
  });
});

test('another part that differs by no more than chance is named too', () => {
  expect(weekReading(week(10, [5, 20, 320], [4, 23, 300]), year)).toMatchObject({
    first: { weekday: 5 },
    close: { weekday: 4, part: 'evening', incidents: 360 },
  });
  expect(weekReading(week(10, [5, 20, 320], [4, 23, 200]), year)).toMatchObject({ close: undefined });
});

test('where the same hours of several weekdays are ahead, no weekday is singled out', () => {
  const evenings = week(10, ...[0, 1, 2, 3].map((weekday): [number, number, number] => [weekday, 21, 300 + weekday]));
  expect(weekReading(evenings, year)).toEqual({ kind: 'daily', part: 'evening', incidents: 1626, share: 1626 / evenings.known });
  expect(weekReading(week(10, [5, 20, 320], [4, 15, 300], [0, 8, 310]), year)).toEqual({ kind: 'several' });
});

test('a part of the day that is ahead of the others is named, where no part of the week is', () => {
  // Evenings have half as many again, and three parts of the week are as far ahead as each other.
  const evenings = [0, 1, 2, 3, 4, 5, 6].map((weekday): [number, number, number] => [weekday, 20, 30]);
  const hours = week(10, ...evenings, [0, 8, 70], [4, 15, 70], [2, 2, 70]);
  expect(weekReading(hours, year)).toEqual({ kind: 'daily', part: 'evening', incidents: 630, share: 630 / hours.known });
  expect(weekReading(week(10, ...evenings.map(([day]): [number, number, number] => [day, 20, 12])), year)).toMatchObject({
    kind: 'daily',
    part: 'evening',
  });
});

test('an even week stands out nowhere, and neither does the largest of 28 by chance', () => {
  expect(weekReading(week(10), year)).toEqual({ kind: 'even' });
  // 60 expected; the largest of 28 Poisson counts around 60 lies at 77 or so.
  expect(weekReading(week(10, [2, 13, 17]), year)).toEqual({ kind: 'even' });
  expect(weekReading(week(10, [2, 13, 30]), year)).toMatchObject({ kind: 'most', first: { weekday: 2, part: 'afternoon' } });
});

test('a weekday that the period has more often is not read as a peak', () => {
  // Five Mondays and four of each other weekday: a quarter more on Mondays is what an even spread gives.
  const incidents = emptyWeek().map((hours, weekday) => hours.map((): number => (weekday === 0 ? 125 : 100)));
  const hours = {
    known: incidents.flat().reduce((sum, count) => sum + count),
    unknown: 0,
    midnight: 0,
    parts: emptyParts(),
    incidents,
  };
  expect(weekReading(hours, { from: '2023-01-02', to: '2023-01-30' })).toEqual({ kind: 'even' });
  expect(weekReading(hours, { from: '2023-01-02', to: '2023-01-29' })).toEqual({ kind: 'several' });
});

test('a peak on a weekday that the period has less often is seen behind greater counts', () => {
  // Five Mondays and four of each other weekday: 4 on a day, and on Tuesday evenings 4.9 for each of the four Tuesdays.
  const incidents = emptyWeek().map((hours, weekday) => hours.map((): number => (weekday === 0 ? 5 : 4)));
  incidents[1]![20]! += 20;
  const hours = {
    known: incidents.flat().reduce((sum, count) => sum + count),
    unknown: 0,
    midnight: 0,
    parts: emptyParts(),
    incidents,
  };
  const fiveMondays = { from: '2023-01-02', to: '2023-01-30' };
  expect(weekReading(hours, fiveMondays)).toMatchObject({ kind: 'most', first: { weekday: 1, part: 'evening' }, perDay: false });
  // Mondays have a part with a greater count, though not one greater than their number explains.
  incidents[0]![9]! += 16;
  const more = { ...hours, known: hours.known + 16 };
  expect(weekReading(more, fiveMondays)).toMatchObject({
    kind: 'most',
    first: { weekday: 1, part: 'evening', incidents: 44 },
    close: { weekday: 0, part: 'morning', incidents: 46 },
    perDay: true,
  });
});

test('why nothing is named', () => {
  expect(weekReading(week(0), year)).toEqual({ kind: 'none' });
  expect(weekReading({ ...week(0), unknown: 800 }, year)).toEqual({ kind: 'noTime' });
  expect(weekReading(week(0, [5, 20, 139]), year)).toEqual({ kind: 'tooFew' });
  expect(weekReading(week(10, [5, 20, 320]), { from: '2023-01-02', to: '2023-01-28' })).toEqual({ kind: 'tooShort' });
});

test('a pile at midnight is not a peak of the small hours', () => {
  const piled = { ...week(10, [6, 0, 400]), midnight: 300 };
  expect(hasMidnightPile(piled)).toBe(true);
  expect(weekReading(piled, year)).toEqual({ kind: 'midnight' });
  // The same incidents, spread over the minutes of the hour.
  expect(weekReading({ ...piled, midnight: 60 }, year)).toMatchObject({ kind: 'most', first: { weekday: 6, part: 'night' } });
  expect(hasMidnightPile({ ...week(0, [6, 0, 9]), midnight: 9 })).toBe(false);
});
