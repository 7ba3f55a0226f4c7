import type { CountedPeople } from './counted-people.ts';
import type { incidentFields, NamesOf, personFields, sourceFields, ValuesOf, weaponFields } from './fields.ts';
import {
  type AgeBand,
  type IncidentSubtype,
  type IncidentType,
  type Outcome,
  type PartOfDay,
  partsOfDay,
  type PersonOutcome,
  type Relationship,
} from './vocabularies.ts';

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
  /** Public identifier. */
  readonly id: string;
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

/** The oldest age that is believed, in years. */
export const oldestAge = 120;

/** Years in a range of ages that may be public, as in the five-year groups of official statistics. A narrower one is almost an age. */
const publicYears = 5;

/**
 * What everybody may see of a range of ages, the last included: all of it, or nothing. Of minors the band is enough. A limit that says
 * nothing is null.
 */
export function publicAges(from: number, to: number): Pick<Person, 'age_from' | 'age_to'> {
  if (to - from + 1 < publicYears || ageBandOf(to) === ageBandOf(0)) return { age_from: null, age_to: null };
  return { age_from: from === 0 ? null : from, age_to: to === oldestAge ? null : to };
}

/** Hours of each part of the day. */
export const hoursOfPart = 24 / partsOfDay.codes.length;

/** The part of the day of a local time, `HH:MM`. */
export function partOfDayOf(time: string): PartOfDay {
  const part = partsOfDay.codes[Math.floor(Number(time.slice(0, 2)) / hoursOfPart)];
  if (part === undefined) throw new RangeError(`"${time}" is not a local time`);
  return part;
}

/** What decides whether an incident is sensitive. A public record has all of it but ages. */
export interface Exposure extends Pick<
  IncidentDraft,
  'type' | 'subtype' | 'killed' | 'injured' | 'threatened' | 'suicides' | 'point_basis'
> {
  readonly people: readonly (Pick<Person, 'age_band' | 'outcome' | 'relationship'> & Partial<Pick<Person, 'age'>>)[];
}

const sensitiveTypes: readonly IncidentType[] = ['domestic_violence', 'suicide'];
const sensitiveRelationships: readonly Relationship[] = ['intimate_partner', 'family_member'];
const harmed: readonly PersonOutcome[] = ['killed', 'injured', 'threatened'];

/** True for the sub-types that are sexual violence (ICCS 03). */
export function isSexualViolence(subtype: IncidentSubtype | null): boolean {
  return subtype?.endsWith('.sexual_violence') ?? false;
}

/**
 * True if place, time and links could expose a person. Two things make it so. What is on record: domestic violence, sexual violence or a
 * suicide by type, sub-type, number or a person, anyone involved who is a partner or relative, and anyone of 18 or younger. And what is not
 * known: somebody was, or may have been, harmed, and nobody has said that the type is harmless or that the source has published the point.
 * See docs/publishing.md and docs/adr/0004-public-point.md.
 */
export function isSensitive(exposure: Exposure): boolean {
  return isExposing(exposure) || (exposure.point_basis === null && mayHaveHarmed(exposure));
}

function isExposing({ type, subtype, suicides, point_basis, people }: Exposure): boolean {
  return (
    point_basis === 'sensitive' ||
    sensitiveTypes.some((one) => one === type || subtype?.startsWith(`${one}.`)) ||
    isSexualViolence(subtype) ||
    (suicides ?? 0) > 0 ||
    people.some(
      ({ age, age_band, outcome, relationship }) =>
        outcome === 'suicide' ||
        ageBandOf(age ?? null) === '0-18' ||
        age_band === '0-18' ||
        sensitiveRelationships.includes(relationship),
    )
  );
}

/** Not reported is not zero. */
function mayHaveHarmed(exposure: Exposure): boolean {
  return outcomesOf(exposure)[0] !== 'none' || exposure.people.some(({ outcome }) => harmed.includes(outcome));
}

/**
 * The outcomes of an incident: each of killed, injured, threatened and suicide of which at least one person is reported.
 *
 * If there are none of them, the numbers of people harmed distinguish unknown from zero: `['none']` where killed and injured are
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
