import {
  type DatePrecision,
  type IncidentDraft,
  type IncidentSubtype,
  type IncidentType,
  type IsoDate,
  partOfDayOf,
  type Urbanity,
  withheld,
} from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';
import type { MonitoredCode } from './assumed-levels.ts';
import { drawOutcomes, reportedCasualties } from './casualties.ts';
import { drawLocalTime } from './local-time.ts';
import { drawPeople } from './people.ts';
import type { DayPlan, QuarterRates } from './quarter-plan.ts';
import type { Random } from './random.ts';
import {
  celebrationSubtypes,
  settingsOf,
  subtypesByType,
  urbanityNotReported,
  urbanShare,
  wordings,
  wordingShare,
} from './scene-profiles.ts';
import { drawSources } from './sources.ts';
import { drawMode, drawWeapons } from './weapons.ts';
import { weightedCodes } from './weighted.ts';
import { drawWhereabouts, type SettlementsByCode } from './whereabouts.ts';

/** What all drafts of one day share. */
export interface DayOfDrafts {
  readonly random: Random;
  readonly gazetteer: Gazetteer;
  readonly settlements: SettlementsByCode;
  readonly day: DayPlan;
  readonly rates: QuarterRates;
  /** The day itself and the days on which reports may follow. */
  readonly dates: readonly IsoDate[];
}

const datePrecisions = weightedCodes<DatePrecision>({ day: 97.4, week: 1.6, month: 0.9, year: 0.1 });

function drawSubtype({ random, day }: DayOfDrafts, type: IncidentType): IncidentSubtype | null {
  if (type !== 'celebratory_shooting') return subtypesByType[type]?.draw(random) ?? null;
  return celebrationSubtypes((day.month === 12 && day.dayOfMonth >= 30) || (day.month === 1 && day.dayOfMonth <= 15)).draw(random);
}

function drawUrbanity(random: Random, type: IncidentType): Urbanity {
  if (type !== 'weapon_seizure' && random.chance(urbanityNotReported)) return 'not_reported';
  return random.chance(urbanShare(type)) ? 'urban' : 'rural';
}

function drawWording(random: Random, type: IncidentType): string | null {
  const words = wordings[type];
  return words !== undefined && random.chance(wordingShare) ? random.pick(words) : null;
}

/** One made-up incident of a type in a place. */
export function drawDraft(of: DayOfDrafts, sourceKey: string, country: MonitoredCode): IncidentDraft {
  const { random, day, rates, gazetteer } = of;
  const type = day.types.draw(random);
  const subtype = drawSubtype(of, type);
  const precision = datePrecisions.draw(random);
  const outcomes = drawOutcomes(random, type, rates);
  const mode = drawMode(random, type);
  const casualties = reportedCasualties(random, type, outcomes);
  const people = drawPeople(random, { type, subtype, outcomes, ownerless: mode === 'found' || mode === 'surrendered' });
  const urbanity = drawUrbanity(random, type);
  const localTime = precision === 'day' ? drawLocalTime(random, type, day.weekday) : null;
  const whereabouts = drawWhereabouts(random, gazetteer, of.settlements.get(country), urbanity);
  // Spelt out, which makes the object several times as fast as putting it together from the parts.
  const draft: IncidentDraft = {
    source_key: sourceKey,
    occurred_on: day.date,
    occurred_until: null,
    local_time: localTime,
    part_of_day: localTime === null ? null : partOfDayOf(localTime),
    date_precision: precision,
    country,
    region: whereabouts.region,
    place: whereabouts.place,
    withheld_place: null,
    lon: whereabouts.lon,
    lat: whereabouts.lat,
    place_precision: whereabouts.place_precision,
    point_basis: 'mapped_type',
    exact_lon: null,
    exact_lat: null,
    setting: settingsOf(type).draw(random),
    urbanity,
    type,
    subtype,
    type_as_reported: drawWording(random, type),
    withheld_type: null,
    killed: casualties.killed,
    killed_low: casualties.killed_low,
    killed_high: casualties.killed_high,
    injured: casualties.injured,
    injured_low: casualties.injured_low,
    injured_high: casualties.injured_high,
    threatened: casualties.threatened,
    suicides: casualties.suicides,
    people,
    weapons: drawWeapons(
      random,
      type,
      people.some((person) => person.role === 'victim'),
      mode,
    ),
    sources: drawSources(random, country, of.dates),
  };
  return withheld(draft, gazetteer);
}
