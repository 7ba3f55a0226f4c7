import { type IncidentDraft, type IsoDate, nothingReported, type Person } from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';

/**
 * The two mass shootings in Serbia of May 2023, the only real events whose scale the synthetic data repeats: 19 people
 * killed and 19 injured together (domain figures, from press reports; the division between the days likewise).
 * Nothing else about them is recorded, in particular nothing about the people.
 */
export const notableEvents = [
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

function victim(outcome: 'killed' | 'injured'): Person {
  return { role: 'victim', sex: 'not_reported', age: null, age_band: 'not_reported', outcome, relationship: 'not_reported' };
}

/** The incident of a notable event: its scale and settlement, and nothing more. */
export function notableDraft(event: NotableEvent, gazetteer: Gazetteer, sourceKey: string): IncidentDraft {
  const place = gazetteer.findPlace(event.place, { jurisdiction: 'RS' });
  return {
    ...nothingReported,
    source_key: sourceKey,
    occurred_on: event.date,
    date_precision: 'day',
    country: 'RS',
    region: place?.region ?? null,
    place: place?.name ?? null,
    lon: place?.lon ?? null,
    lat: place?.lat ?? null,
    place_precision: place === undefined ? 'jurisdiction' : 'settlement',
    setting: 'not_reported',
    urbanity: event.urbanity,
    type: 'other',
    type_as_reported: 'mass shooting',
    killed: event.killed,
    injured: event.injured,
    suicides: 0,
    people: [
      ...Array.from({ length: event.killed }, () => victim('killed')),
      ...Array.from({ length: event.injured }, () => victim('injured')),
    ],
    weapons: [],
    sources: [
      {
        kind: 'media',
        publisher: 'Synthetic daily 1',
        withheld_publisher: null,
        url: null,
        withheld_url: null,
        published_on: event.date,
        language: 'sr',
      },
    ],
  };
}
