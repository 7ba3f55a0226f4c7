import type { CountedPeople } from './counted-people.ts';
import type { incidentFields, NamesOf, personFields, sourceFields, ValuesOf, weaponFields } from './fields.ts';
import { type AgeBand, type Outcome } from './vocabularies.ts';

/** A victim or perpetrator. */
export interface Person extends ValuesOf<typeof personFields> {}

export interface Weapon extends ValuesOf<typeof weaponFields> {}

/** A published account that the record rests on. */
export interface Source extends ValuesOf<typeof sourceFields> {}

/** Numbers of people. `null` is "not reported", which is not zero. */
export interface Casualties extends Pick<ValuesOf<typeof incidentFields>, NamesOf<typeof incidentFields, { values: 'people' }>> {}

/** One incident as an importer or an editor hands it to the store. All places and codes are resolved. */
export interface IncidentDraft extends ValuesOf<typeof incidentFields> {
  /** The source's own identifier, unique within the dataset. */
  readonly source_key: string;
  readonly people: readonly Person[];
  readonly weapons: readonly Weapon[];
  readonly sources: readonly Source[];
}

/** Everything about one published incident that a filter can use. */
export interface FilteredIncident extends IncidentDraft {
  readonly dataset: string;
  /** Everything that text search looks at, as written. */
  readonly searched: string;
}

/** The age band of an age in completed years. */
export function ageBandOf(age: number | null): AgeBand {
  if (age === null) return 'not_reported';
  if (age <= 18) return '0-18';
  if (age <= 35) return '19-35';
  if (age <= 60) return '36-60';
  return '61-plus';
}

/**
 * True where exact public coordinates could expose a person: domestic violence, suicide (by type, by number, or of a person on record),
 * or a victim of 18 or younger.
 * The public point of such an incident is its settlement.
 */
export function isSensitive(incident: Pick<IncidentDraft, 'type' | 'suicides' | 'people'>): boolean {
  return (
    incident.type === 'domestic_violence' ||
    incident.type === 'suicide' ||
    (incident.suicides ?? 0) > 0 ||
    incident.people.some((person) => person.outcome === 'suicide' || (person.role === 'victim' && person.age_band === '0-18'))
  );
}

/**
 * The outcomes of an incident: each of killed, injured, threatened and suicide of which at least one person is reported.
 *
 * Where there are none of them, the numbers of people harmed distinguish unknown from zero: `['none']` where killed and injured are
 * both reported to be 0, `['not_reported']` where either of them is not reported. Few sources say that nobody was threatened, and
 * hardly any that nobody died by suicide, so that a missing number of those leaves nothing open.
 */
export function outcomesOf(casualties: Pick<Casualties, CountedPeople>): Outcome[] {
  const found: Outcome[] = [];
  if ((casualties.killed ?? 0) > 0) found.push('killed');
  if ((casualties.injured ?? 0) > 0) found.push('injured');
  if ((casualties.threatened ?? 0) > 0) found.push('threatened');
  if ((casualties.suicides ?? 0) > 0) found.push('suicide');
  if (found.length > 0) return found;
  return casualties.killed === null || casualties.injured === null ? ['not_reported'] : ['none'];
}
