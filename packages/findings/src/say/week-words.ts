import type { WeekHours } from '@monitor/contract';
import type { Period } from '@monitor/domain';
import { hasMidnightPile, type WeekPart, weekReading } from '../judge/week-reading.ts';
import type { SpreadHours } from '../judge/spread-hours.ts';
import type { Voice } from './voice.ts';

/** The hours in one sentence, or why there is none. */
export function weekReadingText(hours: WeekHours, period: Period | null, { t, number, date }: Voice): string {
  const reading = weekReading(hours, period);
  if (reading.kind === 'daily') {
    return t('chart.week.reading.daily', {
      when: t(`chart.week.daily.${reading.part}`),
      incidents: number.count(reading.incidents),
      known: number.count(hours.known),
      share: number.share(reading.share),
    });
  }
  if (reading.kind !== 'most') return t(`chart.week.reading.${reading.kind}`, { count: hours.known });
  const { first, close, share, perDay } = reading;
  const when = ({ weekday, part }: WeekPart) => t(`chart.week.part.${part}`, { weekday: date.weekday(weekday) });
  const values = {
    when: when(first),
    incidents: number.count(first.incidents),
    known: number.count(hours.known),
    share: number.share(share),
  };
  if (close === undefined) return t(`chart.week.reading.${perDay ? 'mostPerDay' : 'most'}`, values);
  return t(`chart.week.reading.${perDay ? 'closePerDay' : 'close'}`, {
    ...values,
    other: when(close),
    otherIncidents: number.count(close.incidents),
  });
}

/** What the hours show, as a title; undefined if they are not compared, or two parts are nearly alike. */
export function weekFindingText(hours: WeekHours, period: Period | null, { t, date }: Voice): string | undefined {
  const reading = weekReading(hours, period);
  if (reading.kind === 'daily') return t('chart.week.finding.most', { when: t(`chart.week.daily.${reading.part}`) });
  if (reading.kind === 'even' || reading.kind === 'several') return t(`chart.week.finding.${reading.kind}`);
  if (reading.kind !== 'most' || reading.close !== undefined) return undefined;
  const { weekday, part } = reading.first;
  return t('chart.week.finding.most', { when: t(`chart.week.part.${part}`, { weekday: date.weekday(weekday) }) });
}

/** How much of what is meant the picture can show, and what to beware of; one sentence each. */
export function weekNotes(hours: WeekHours, { t, number }: Voice): string[] {
  const { known, unknown, midnight } = hours;
  const all = known + unknown;
  // Where no time is known, the sentence says so.
  if (known === 0) return [];
  const share = known / all;
  const kind = unknown === 0 ? 'all' : share < 0.5 ? 'few' : 'some';
  const notes = [t(`chart.week.known.${kind}`, { share: number.share(share), count: all, all: number.count(all) })];
  if (hasMidnightPile(hours)) notes.push(t('chart.week.midnight', { count: midnight, midnight: number.count(midnight) }));
  return notes;
}

/** How many incidents the hours have, with those of known part of the day, and what is left out; one sentence each. */
export function spreadHoursNotes({ known }: WeekHours, { spread, unknown }: SpreadHours, { t, number }: Voice): string[] {
  return [
    t('placeTime.hours.known', { count: known, known: number.count(known) }),
    ...(spread === 0
      ? []
      : [t('placeTime.hours.spread', { count: spread, number: number.count(spread) }), t('placeTime.hours.other')]),
    ...(unknown === 0 ? [] : [t('placeTime.hours.unknown', { count: unknown, number: number.count(unknown) })]),
  ];
}
