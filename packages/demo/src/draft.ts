import { type IncidentDraft, type IncidentSubtype, type IncidentType, type IsoDate, partOfDayOf, withheld } from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';
import { drawLocalTime } from './local-time.ts';
import { drawOutcomes, drawPeople, reportedCasualties } from './people.ts';
import type { DayPlan } from './plan.ts';
import { profiles } from './profiles.ts';
import { type Random, weighted } from './random.ts';
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
