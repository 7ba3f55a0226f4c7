import { dateOfDay, dayNumber, type Interval, intervalStart, nextIntervalStart } from '@monitor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedInterval, askedSteps, intervalOptions, readableSeries } from './shown-series.ts';

/** The series of a period as the API gives it, one incident a day. */
function series(interval: Interval, from: string, to: string) {
  const points = [];
  for (let start = intervalStart(from, interval); start <= to; start = nextIntervalStart(start, interval)) {
    const next = nextIntervalStart(start, interval);
    const [first, after] = [Math.max(dayNumber(start), dayNumber(from)), Math.min(dayNumber(next), dayNumber(to) + 1)];
    points.push({
      start,
      incidents: after - first,
      killed: 0,
      injured: 0,
      notReported: { killed: after - first, injured: 0 },
      partial: start < from || next > dateOfDay(dayNumber(to) + 1),
    });
  }
  return { interval, points };
}
const readable = (from: string, to: string, events: number) =>
  readableSeries(series(askedSteps({ from, to }), from, to), { from, to }, 'incidents', events);

test('a year is read by months, a few weeks by days, and few events in longer steps', () => {
  expect(readable('2025-11-01', '2026-10-31', 3000).interval).toBe('month');
  expect(readable('2025-11-01', '2026-10-31', 19).interval).toBe('quarter');
  expect(readable('2025-07-01', '2025-07-31', 300).interval).toBe('day');
  expect(readable('2025-07-01', '2025-07-31', 19).interval).toBe('week');
  expect(readable('2025-07-01', '2025-07-01', 7).interval).toBe('day');
  expect(readable('2025-07-01', '2025-10-31', 900).interval).toBe('week');
  expect(readable('2025-07-01', '2025-10-31', 12).interval).toBe('month');
  expect(readable('2014-01-01', '2026-10-31', 12).interval).toBe('quarter');
});

test('longer steps are those that the API would give: no event is lost, and a cut step is partial', () => {
  const day = fc.integer({ min: dayNumber('2014-01-01'), max: dayNumber('2026-10-31') });
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 3000 }), fc.constantFrom(5, 5000), (start, days, events) => {
      const [from, to] = [dateOfDay(start), dateOfDay(start + days)];
      const shown = readable(from, to, events);
      expect(shown).toEqual(series(shown.interval, from, to));
    }),
  );
});

const decades = { from: '2004-01-01', to: '2026-10-31' };

test('days are offered only where there are few enough', () => {
  expect(intervalOptions({ from: '2026-01-01', to: '2026-10-31' })).toEqual(['auto', 'day', 'week', 'month', 'quarter', 'year']);
  expect(intervalOptions(decades)).not.toContain('day');
});

test('a link that asks for too many steps gets the steps that readable ones are made of', () => {
  expect(askedInterval('day', decades)).toBe('month');
  expect(askedInterval('week', decades)).toBe('week');
  expect(askedInterval('day', undefined)).toBe('day');
});
