import type { Signal, SignalLevel, SignalSeries } from '@monitor/contract';
import { type IncidentType, isSilent, type Reported, reportedOf, type WatchedClass } from '@monitor/domain';
import { lastWeekOf } from '../judge/unusual.ts';
import type { Voice } from './voice.ts';

/** What was counted of a series, and what was expected: a signal, or the closest there is to one. */
export type CountedWeek = Pick<Signal, 'series' | 'query' | 'to' | 'incidents' | 'low' | 'high'> & Partial<Pick<Signal, 'weeks'>>;

/** The name of what a series is of: a location, or all that are watched together. */
export function placeOfSeries({ place, countries }: SignalSeries, voice: Voice): string {
  return place === 'all' ? voice.t('signals.all', { count: countries.length }) : voice.place(place);
}

/** `North Macedonia: 9 celebratory shootings, 0–6 expected`, with the number of weeks where there are several. */
export function signalTitle(series: SignalSeries, { incidents, low, high, weeks = 1 }: CountedWeek, voice: Voice): string {
  const { t, number } = voice;
  const range = t('signals.range', { low: number.count(low), high: number.count(high) });
  const what = countedOf(series, incidents, voice);
  const counted = weeks === 1 ? what : t('signals.inWeeks', { what, number: number.count(weeks) });
  return t('signals.signal', { place: placeOfSeries(series, voice), what: counted, range });
}

/** `9 celebratory shootings`. */
function countedOf({ dimension, value }: SignalSeries, count: number, { t, number }: Voice): string {
  const words = { count, number: number.count(count) };
  return dimension === 'type'
    ? t(`signals.type.${value as IncidentType | 'violence'}`, words)
    : t(`signals.weapon.${value as WatchedClass}`, words);
}

/** How rare it is by chance: `Rare by chance.` */
export function rarityWords(level: SignalLevel, { t }: Voice): string {
  return t(`signals.level.${level}`);
}

/** `Week of 17–23 Nov 2025. Rare by chance.` */
export function whenWords({ to, level }: Signal, voice: Voice): string {
  return voice.t('signals.when', { week: voice.date.step(lastWeekOf({ to }), 'week'), level: rarityWords(level, voice) });
}

/** How often chance does the same. @param series number of all that are watched */
export function chanceWords({ onceInWeeks }: Signal, series: number, voice: Voice): string {
  return voice.t('signals.chance', { series: voice.number.count(series), time: timeBetween(onceInWeeks, voice) });
}

const weeksPerMonth = 365.25 / 12 / 7;
const weeksPerYear = 365.25 / 7;
const mostYears = 100;

/** `6 weeks`, `4 months`, `3 years`, of which all are over, so that the same words never stand beside two levels. */
function timeBetween(weeks: number, { t, number }: Voice): string {
  const amount = (unit: 'weeks' | 'months' | 'years', value: number) => {
    const count = Math.max(1, Math.floor(value));
    return t(`signals.once.${unit}`, { count, number: number.count(count) });
  };
  if (weeks < 2 * weeksPerMonth) return amount('weeks', weeks);
  if (weeks < 2 * weeksPerYear) return amount('months', weeks / weeksPerMonth);
  if (weeks < mostYears * weeksPerYear) return amount('years', weeks / weeksPerYear);
  return t('signals.once.longer', { years: amount('years', mostYears * weeksPerYear) });
}

/** Share of the incidents from which on a day is said to drive a signal. */
const notableShare = 0.4;

/** What the incidents of a signal have in common, in a sentence or two. */
export function driversWords({ incidents, drivers }: Signal, series: SignalSeries, voice: Voice): string {
  const { t, number, date } = voice;
  const { places, day, types } = drivers;
  const named = places.filter((one) => one.incidents > 1 || places.length === 1);
  const where = named.map(({ value, incidents: count }) =>
    t('signals.drivers.place', { number: number.count(count), place: voice.place(value) }),
  );
  const [type] = series.dimension === 'type' && series.value !== 'violence' ? [] : types;
  const what =
    type === undefined
      ? []
      : [t('signals.drivers.type', { number: number.count(type.incidents), type: voice.label('type', type.value) })];
  const when =
    day === null || day.incidents < 3 || day.incidents < notableShare * incidents
      ? []
      : [t('signals.drivers.day', { number: number.count(day.incidents), day: date.weekdayAndDay(day.value) })];
  const first = [...where, ...when, ...what].join(t('signals.drivers.between'));
  const harm = harmWords(reportedOf({ incidents, ...drivers }, 'killed'), reportedOf({ incidents, ...drivers }, 'injured'), voice);
  return [...(first === '' ? [] : [t('signals.drivers.first', { text: first })]), ...harm].join(' ');
}

/** How many people were killed and injured, as far as it is reported. */
function harmWords(killed: Reported, injured: Reported, { t, number }: Voice): string[] {
  const values = { killed: number.count(killed.count), injured: number.count(injured.count) };
  if (isSilent(killed)) return [isSilent(injured) ? t('signals.drivers.unknown') : t('signals.drivers.injuredOnly', values)];
  if (isSilent(injured)) return [t('signals.drivers.killedOnly', values)];
  if (killed.count + injured.count === 0) return [t('signals.drivers.nobody')];
  const isSome = killed.notReported + injured.notReported > 0;
  return [t('signals.drivers.harm', values), ...(isSome ? [t('signals.drivers.some')] : [])];
}
