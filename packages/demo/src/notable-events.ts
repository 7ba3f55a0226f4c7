import { type IncidentDraft, type IsoDate, nothingReported, type Person, unknownAges, unknownPublication } from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';

/**
 * The two mass shootings in Serbia of May 2023, the only real events whose scale the synthetic data repeats: 19 people
 * killed and 19 injured together (domain figures, from press reports; the division between the days likewise).
 * Nothing else about them is recorded, in particular nothing about the people.
 */
const notableEvents = [
  { date: '2023-05-03', place: 'Beograd', urbanity: 'urban', killed: 10, injured: 6 },
  { date: '2023-05-04', place: 'Mladenovac', urbanity: 'rural', killed: 9, injured: 13 },
] as const;

export type NotableEvent = (typeof notableEvents)[number];

/** People of an outcome in the notable events of a year. */
export function notableCasualties(measure: string, year: number): number {
  if (measure !== 'killed' && measure !== 'injured') return 0;
  return notableEvents.filter((event) => event.date.startsWith(`${year}-`)).reduce((sum, event) => sum + event[measure], 0);
}

/** The notable events up to a day. */
export function notableEventsUntil(until: IsoDate): readonly NotableEvent[] {
  return notableEvents.filter((event) => event.date <= until);
}

/** The incident of a notable event: its scale and settlement, and nothing more. */
export function notableDraft(event: NotableEvent, gazetteer: Gazetteer, sourceKey: string): IncidentDraft {
  const { date, urbanity, killed, injured } = event;
  const found = gazetteer.findPlace(event.place, { jurisdiction: 'RS' });
  const unknown = { ...unknownAges, sex: 'not_reported', age_band: 'not_reported', relationship: 'not_reported' } as const;
  const victims = (count: number, outcome: 'killed' | 'injured') =>
    Array.from({ length: count }, (): Person => ({ ...unknown, role: 'victim', outcome }));
  return {
    ...nothingReported,
    source_key: sourceKey,
    occurred_on: date,
    date_precision: 'day',
    country: 'RS',
    ...(found ? { region: found.region, place: found.name, lon: found.lon, lat: found.lat } : {}),
    place_precision: found ? 'settlement' : 'jurisdiction',
    setting: 'not_reported',
    urbanity,
    type: 'other',
    type_as_reported: 'mass shooting',
    killed,
    injured,
    suicides: 0,
    people: [...victims(killed, 'killed'), ...victims(injured, 'injured')],
    weapons: [],
    sources: [{ ...unknownPublication, kind: 'media', publisher: 'Synthetic daily 1', published_on: date, language: 'sr' }],
  };
}
