import type { AgeBand, PersonOutcome, PersonRole, Relationship, Sex } from '@monitor/domain';
import { unknownCode } from '../check/check-code.ts';
import type { Findings, WarningKind } from '../findings.ts';
import { type RawPerson, unknownPerson } from '../raw-incident.ts';
import { cell, type Row } from '../row.ts';
import { numberedList } from './gva-lists.ts';

const roles: Readonly<Record<string, PersonRole>> = { Victim: 'victim', 'Subject-Suspect': 'perpetrator' };
const sexes: Readonly<Record<string, Sex>> = { Male: 'man', Female: 'woman' };

/** "Adult 18+" is left out: it reaches over two of our bands, and eighteen belongs to the lower one. */
const bands: Readonly<Record<string, AgeBand>> = { 'Child 0-11': '0-18', 'Teen 12-17': '0-18', 'Adult 18+': 'not_reported' };

/** A status may join several words; the gravest counts. An arrest alone says nothing of harm. */
const outcomes: Readonly<Record<string, PersonOutcome>> = {
  Killed: 'killed',
  Injured: 'injured',
  Unharmed: 'unharmed',
  Arrested: 'not_reported',
};

const relationships: Readonly<Record<string, Relationship>> = {
  'Significant others - current or former': 'intimate_partner',
  Family: 'family_member',
  Aquaintance: 'acquaintance',
  Acquaintance: 'acquaintance',
  Friends: 'acquaintance',
  Neighbor: 'acquaintance',
  'Co-worker': 'acquaintance',
  'Home Invasion - Perp Knows Victim': 'acquaintance',
  'Mass shooting - Perp Knows Victims': 'acquaintance',
  'Home Invasion - Perp Does Not Know Victim': 'stranger',
  'Mass shooting - Random victims': 'stranger',
  'Drive by - Random victims': 'stranger',
  'Gang vs Gang': 'other',
  'Armed Robbery': 'other',
};

/** The participants of an incident, in the order of their numbers. Names are not among the columns. */
export function readParticipants(row: Row, findings: Findings): RawPerson[] {
  const list = (column: string) => numberedList(cell(row, column));
  const types = list('participant_type');
  const ages = list('participant_age');
  const groups = list('participant_age_group');
  const genders = list('participant_gender');
  const statuses = list('participant_status');
  const relations = list('participant_relationship');
  const numbers = new Set([types, ages, groups, genders, statuses, relations].flatMap((one) => [...one.keys()]));
  const translate = <Code>(
    table: Readonly<Record<string, Code>>,
    text: string | undefined,
    field: string,
    kind: WarningKind = 'unexplained',
  ): Code | null => {
    const code = text !== undefined && Object.hasOwn(table, text) ? table[text] : undefined;
    if (text !== undefined && code === undefined) findings.warn(kind, unknownCode(Object.keys(table), text, field));
    return code ?? null;
  };
  const outcomeOf = (status: string | undefined): PersonOutcome | null => {
    const said = status?.split(',').map((word) => translate(outcomes, word.trim(), 'participant_status'));
    return Object.values(outcomes).find((outcome) => said?.includes(outcome)) ?? null;
  };
  const people = [...numbers]
    .toSorted((one, other) => one - other)
    .map((number) => ({
      ...unknownPerson,
      role: translate(roles, types.get(number), 'participant_type', 'unknown_code'),
      sex: translate(sexes, genders.get(number), 'participant_gender', 'unknown_code'),
      age: ages.get(number) ?? null,
      age_band: translate(bands, groups.get(number), 'participant_age_group'),
      outcome: outcomeOf(statuses.get(number)),
      relationship: translate(relationships, relations.get(number), 'participant_relationship'),
    }));
  return withRelationshipOfVictim(people);
}

/**
 * The archive writes how victim and suspect know each other beside one of them, mostly the suspect. Where there is one victim, and nothing
 * else is said, it is the victim's relationship too.
 */
function withRelationshipOfVictim(people: readonly RawPerson[]): RawPerson[] {
  const victims = people.filter(({ role }) => role === 'victim');
  const said = new Set(people.flatMap(({ relationship }) => relationship ?? []));
  const [relationship] = said;
  if (victims.length !== 1 || said.size !== 1) return [...people];
  return people.map((person) => (person.role === 'victim' ? { ...person, relationship: relationship ?? null } : person));
}

/**
 * The people of an incident with a suicide, the one who died by it marked where that is certain: the only perpetrator killed or,
 * where nobody was murdered, the only person killed. The archive itself says "Killed" of all.
 */
export function markSuicide(people: readonly RawPerson[], murdered: boolean): RawPerson[] {
  const killed = people.filter(({ outcome }) => outcome === 'killed');
  const perpetrators = killed.filter(({ role }) => role === 'perpetrator');
  const [one, ...others] = murdered || perpetrators.length > 0 ? perpetrators : killed;
  return people.map((person) => (person === one && others.length === 0 ? { ...person, outcome: 'suicide' } : person));
}
