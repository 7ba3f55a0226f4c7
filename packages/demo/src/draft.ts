import { type IncidentDraft, type IncidentSubtype, type IncidentType, type IsoDate, partOfDayOf, withheld } from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';
import { drawOutcomes, drawPeople, reportedCasualties } from './people.ts';
import type { DayPlan } from './plan.ts';
import { profiles } from './profiles.ts';
import { type Draw, numbers, type Random, weighted } from './random.ts';
import { drawSources } from './sources.ts';
import { drawMode, drawWeapons } from './weapons.ts';
import { drawWhereabouts, type MonitoredCode, type Settlements } from './whereabouts.ts';

/** What a draft is made from. */
export interface Making {
  readonly random: Random;
  readonly gazetteer: Gazetteer;
  readonly day: DayPlan;
  /** The day itself and the days on which reports may follow. */
  readonly dates: readonly IsoDate[];
  readonly key: string;
  readonly country: MonitoredCode;
  readonly settlements: Settlements;
}

const precisions = weighted(['day', 'week', 'month', 'year'] as const, [97.4, 1.6, 0.9, 0.1]);

const celebrations = (publicHoliday: number, family: number, other: number, unknown: number) =>
  weighted<IncidentSubtype | null>(
    ['celebratory_shooting.public_holiday', 'celebratory_shooting.family_celebration', 'celebratory_shooting.other', null],
    [publicHoliday, family, other, unknown],
  );
const atNewYear = celebrations(85, 5, 10, 0);
const otherwise = celebrations(0, 78, 17, 5);

/** Celebratory shootings are of holidays in the days around New Year, of families otherwise. */
function drawSubtype(random: Random, type: IncidentType, { month, dayOfMonth }: DayPlan): IncidentSubtype | null {
  if (type !== 'celebratory_shooting') return profiles[type].subtypes?.(random) ?? null;
  return ((month === 12 && dayOfMonth >= 30) || (month === 1 && dayOfMonth <= 15) ? atNewYear : otherwise)(random);
}

/** One made-up incident in a place. The order of the draws counts: with another one, the same seed gives other incidents. */
export function drawDraft({ random, gazetteer, day, dates, key, country, settlements }: Making): IncidentDraft {
  const type = day.types(random);
  const { urban, settings, words } = profiles[type];
  const subtype = drawSubtype(random, type, day);
  const precision = precisions(random);
  const outcomes = drawOutcomes(random, type, day.factors);
  const mode = drawMode(random, type);
  const casualties = reportedCasualties(random, type, outcomes);
  const people = drawPeople(random, { type, subtype, outcomes, ownerless: mode === 'found' || mode === 'surrendered' });
  const isUnknown = type !== 'weapon_seizure' && random.chance(0.03);
  const urbanity = isUnknown ? 'not_reported' : random.chance(urban) ? 'urban' : 'rural';
  const localTime = precision === 'day' ? drawLocalTime(random, type, day.weekday) : null;
  const withVictims = people.some((person) => person.role === 'victim');
  const { region, place, lon, lat, place_precision } = drawWhereabouts(random, gazetteer, settlements, urbanity);
  const { killed, killed_low, killed_high, injured, injured_low, injured_high, threatened, suicides } = casualties;
  // Spelt out, since putting it together from parts takes several times as long.
  const draft: IncidentDraft = {
    occurred_until: null,
    withheld_place: null,
    exact_lon: null,
    exact_lat: null,
    withheld_type: null,
    source_key: key,
    occurred_on: day.date,
    local_time: localTime,
    part_of_day: localTime === null ? null : partOfDayOf(localTime),
    date_precision: precision,
    country,
    region,
    place,
    lon,
    lat,
    place_precision,
    point_basis: 'mapped_type',
    setting: settings(random),
    urbanity,
    type,
    subtype,
    type_as_reported: words && random.chance(0.42) ? random.pick(words) : null,
    killed,
    killed_low,
    killed_high,
    injured,
    injured_low,
    injured_high,
    threatened,
    suicides,
    people,
    weapons: drawWeapons(random, type, withVictims, mode),
    sources: drawSources(random, country, dates),
  };
  return withheld(draft, gazetteer);
}

type Rhythm = (typeof profiles)[IncidentType]['rhythm'];

/** Nights out: Friday and Saturday evenings, and the small hours after them. */
function weekendFactor(weekday: number, hour: number): number {
  if ((weekday === 4 || weekday === 5) && hour >= 20) return 1.6;
  return (weekday === 5 || weekday === 6) && hour < 6 ? 2.2 : 1;
}

/** @param hours weight of each hour from 0 to 23 */
const week = (hours: readonly number[], factor: typeof weekendFactor) =>
  Array.from({ length: 7 }, (_, weekday) => numbers(...hours.map((weight, hour) => weight * factor(weekday, hour))));

/** Hours by weekday, and the share of incidents whose time is reported: assumptions. */
const times: Readonly<Record<Rhythm, { readonly reported: number; readonly week: readonly Draw<number>[] }>> = {
  day: { reported: 0.42, week: week([1, 1, 1, 1, 2, 4, 6, 7, 7, 7, 8, 8, 7, 6, 6, 6, 6, 6, 6, 5, 5, 4, 3, 2], () => 1) },
  evening: {
    reported: 0.7,
    week: week([5, 4, 3, 2, 1, 1, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6, 7, 8, 9, 10, 10, 10, 9, 7], weekendFactor),
  },
  night: {
    reported: 0.74,
    week: week([12, 9, 7, 5, 4, 2, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4, 5, 6, 8, 10, 12, 13], weekendFactor),
  },
};

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

function drawMinute(random: Random): number {
  const roundness = random.uniform();
  if (roundness < 0.35) return 30 * random.integer(0, 1);
  return roundness < 0.85 ? 5 * random.integer(0, 11) : random.integer(0, 59);
}

/** Local time `HH:MM`, or null if it is not reported. Weekday 0 is Monday. */
export function drawLocalTime(random: Random, type: IncidentType, weekday: number): string | null {
  const { reported, week: hours } = times[profiles[type].rhythm];
  if (!random.chance(reported)) return null;
  const hour = hours[weekday]?.(random) ?? 12;
  return `${twoDigits[hour]}:${twoDigits[drawMinute(random)]}`;
}
