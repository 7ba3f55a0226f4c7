import type { Signal, SignalList, SignalSeries } from '@monitor/contract';
import { dateOfDay, dayNumber, type IncidentType, type WeaponClass } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { Format } from '../format/use-format.ts';
import type { Terms } from '../i18n/terms.ts';

/** What the sentences about signals are made with. */
export interface SignalWording extends Format {
  readonly t: TFunction;
  readonly terms: Terms;
}

/** What was counted of a series, and what was expected: a signal, or the closest there is to one. */
export type Counted = Pick<Signal, 'to' | 'incidents' | 'low' | 'high'> & Partial<Pick<Signal, 'weeks'>>;

/** Monday of the last week of those counted together. */
export function lastWeekOf({ to }: Pick<Signal, 'to'>): string {
  return dateOfDay(dayNumber(to) - 6);
}

/** The name of what a series is of: a location, or all that are watched together. */
export function placeOf({ place, countries }: SignalSeries, { t, terms }: SignalWording): string {
  return place === 'all' ? t('signals.all', { count: countries.length }) : terms.place(place);
}

/** `North Macedonia: 9 celebratory shootings, 0–6 expected`, with the number of weeks where there are several. */
export function signalTitle(series: SignalSeries, { incidents, low, high, weeks = 1 }: Counted, wording: SignalWording): string {
  const { t, number } = wording;
  const range = t('signals.range', { low: number.count(low), high: number.count(high) });
  const what = countedOf(series, incidents, wording);
  const counted = weeks === 1 ? what : t('signals.inWeeks', { what, number: number.count(weeks) });
  return t('signals.signal', { place: placeOf(series, wording), what: counted, range });
}

/** `9 celebratory shootings`. */
function countedOf({ dimension, value }: SignalSeries, count: number, { t, number }: SignalWording): string {
  const words = { count, number: number.count(count) };
  return dimension === 'type'
    ? t(`signals.type.${value as IncidentType | 'violence'}`, words)
    : t(`signals.weapon.${value as Exclude<WeaponClass, 'not_reported'>}`, words);
}

const weeksPerMonth = 365.25 / 12 / 7;
const weeksPerYear = 365.25 / 7;
const mostYears = 100;

/** How seldom chance does something: `6 weeks`, `4 months`, `3 years`. */
export function rarity(weeks: number, { t, number }: Pick<SignalWording, 't' | 'number'>): string {
  const amount = (unit: 'weeks' | 'months' | 'years', value: number) => {
    const count = Math.max(1, Math.round(value));
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
export function driversWords({ incidents, drivers }: Signal, series: SignalSeries, wording: SignalWording): string {
  const { t, terms, number, date } = wording;
  const { places, day, types, killed, injured } = drivers;
  const named = places.filter((one) => one.incidents > 1 || places.length === 1);
  const where = named.map(({ value, incidents: count }) =>
    t('signals.drivers.place', { number: number.count(count), place: terms.place(value) }),
  );
  const [type] = series.dimension === 'type' && series.value !== 'violence' ? [] : types;
  const what =
    type === undefined
      ? []
      : [t('signals.drivers.type', { number: number.count(type.incidents), type: terms.label('type', type.value) })];
  const when =
    day === null || day.incidents < 3 || day.incidents < notableShare * incidents
      ? []
      : [t('signals.drivers.day', { number: number.count(day.incidents), day: date.weekdayAndDay(day.value) })];
  const harm =
    killed + injured === 0
      ? t('signals.drivers.nobody')
      : t('signals.drivers.harm', { killed: number.count(killed), injured: number.count(injured) });
  const first = [...where, ...when, ...what].join(t('signals.drivers.between'));
  return [first === '' ? '' : t('signals.drivers.first', { text: first }), harm].filter((text) => text !== '').join(' ');
}

/** How many of the signals shown are expected to be chance, in whole numbers that add up to those shown. */
export function chanceAmong({ signals, expectedFalse }: Pick<SignalList, 'signals' | 'expectedFalse'>) {
  const chance = Math.min(signals.length, Math.round(expectedFalse));
  return { chance, real: signals.length - chance };
}
