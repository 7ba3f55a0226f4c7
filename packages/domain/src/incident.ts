import type { incidentFields, NamesOf, personFields, sourceFields, ValuesOf, weaponFields } from './fields.ts';
import { maskOf } from './vocabulary.ts';
import {
  ageBands,
  type AgeBand,
  legalStatuses,
  type LegalStatus,
  outcomes,
  type Outcome,
  relationships,
  sexes,
  type Sex,
  sourceKinds,
  weaponClasses,
  type WeaponClass,
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
 * Where there are none of them, unknown is told from zero by the numbers that speak of harm: `['none']` where killed and injured are
 * both reported to be 0, `['not_reported']` where either of them is not reported. Few sources say that nobody was threatened, and
 * hardly any that nobody died by suicide, so that a missing number of those leaves nothing open.
 */
export function outcomesOf(casualties: Pick<Casualties, 'killed' | 'injured' | 'threatened' | 'suicides'>): Outcome[] {
  const found: Outcome[] = [];
  if ((casualties.killed ?? 0) > 0) found.push('killed');
  if ((casualties.injured ?? 0) > 0) found.push('injured');
  if ((casualties.threatened ?? 0) > 0) found.push('threatened');
  if ((casualties.suicides ?? 0) > 0) found.push('suicide');
  if (found.length > 0) return found;
  return casualties.killed === null || casualties.injured === null ? ['not_reported'] : ['none'];
}

/**
 * Bit masks that answer filters over the several people, weapons and sources of an incident without a join.
 * Pairs that belong to one person or one weapon share a mask, so that "a woman of 0–18" is one and the same victim.
 */
export interface IncidentMasks {
  /** Bit = position in `outcomes`. */
  readonly outcome_mask: number;
  /** Bit = position in `weaponClasses` × 3 + position in `legalStatuses`. */
  readonly weapon_mask: number;
  /** Bit = position in `sexes` × 5 + position in `ageBands`. */
  readonly victim_mask: number;
  /** Bit = position in `sexes`. */
  readonly perpetrator_mask: number;
  /** Bit = position in `relationships`, of all people. */
  readonly relationship_mask: number;
  /** Bit = position in `sourceKinds`. */
  readonly source_mask: number;
}

/** Bits of all pairs of one code from each list; an absent list stands for all codes. */
export function weaponPairMask(classes?: readonly WeaponClass[], legal?: readonly LegalStatus[]): number {
  let mask = 0;
  for (const one of classes ?? weaponClasses.codes)
    for (const other of legal ?? legalStatuses.codes)
      mask |= 1 << (weaponClasses.indexOf(one) * legalStatuses.codes.length + legalStatuses.indexOf(other));
  return mask;
}

/** Bits of all pairs of one code from each list; an absent list stands for all codes. */
export function victimPairMask(ofSex?: readonly Sex[], ofAge?: readonly AgeBand[]): number {
  let mask = 0;
  for (const sex of ofSex ?? sexes.codes)
    for (const band of ofAge ?? ageBands.codes) mask |= 1 << (sexes.indexOf(sex) * ageBands.codes.length + ageBands.indexOf(band));
  return mask;
}

/** The masks of an incident. One without any weapon on record counts as one weapon "not reported". */
export function masksOf(incident: Pick<IncidentDraft, keyof Casualties | 'people' | 'weapons' | 'sources'>): IncidentMasks {
  const victims = incident.people.filter((person) => person.role === 'victim');
  const perpetrators = incident.people.filter((person) => person.role === 'perpetrator');
  return {
    outcome_mask: maskOf(outcomes, outcomesOf(incident)),
    weapon_mask:
      incident.weapons.length === 0
        ? weaponPairMask(['not_reported'], ['not_reported'])
        : incident.weapons.reduce((mask, weapon) => mask | weaponPairMask([weapon.class], [weapon.legal]), 0),
    victim_mask: victims.reduce((mask, person) => mask | victimPairMask([person.sex], [person.age_band]), 0),
    perpetrator_mask: maskOf(
      sexes,
      perpetrators.map((person) => person.sex),
    ),
    relationship_mask: maskOf(
      relationships,
      incident.people.map((person) => person.relationship),
    ),
    source_mask: maskOf(
      sourceKinds,
      incident.sources.map((source) => source.kind),
    ),
  };
}
