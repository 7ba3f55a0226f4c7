import {
  type AgeBand,
  linkWithoutNames,
  type PersonOutcome,
  type PersonRole,
  publisherOfLink,
  type Relationship,
  remembering,
  type SeizureMode,
  type Sex,
  type WeaponClass,
} from '@monitor/domain';
import { unknownCode } from '../check/check-code.ts';
import type { Findings, WarningKind } from '../findings.ts';
import { type RawPerson, type RawWeapon, unknownPerson, unknownWeapon } from '../raw-incident.ts';
import { cell, type Row } from '../row.ts';

/**
 * A numbered list of the Gun Violence Archive, `0::a||1::b`, by number. In some copies the marks are single: `0:a|1:b`.
 * Empty values are left out. Nothing else is: a part without a number belongs to the value before it, and so does one whose number has a value.
 */
export function numberedList(text: string | null): Map<number, string> {
  const found = new Map<number, string>();
  let number = 0;
  for (const part of text?.split(/\|\|?/) ?? []) {
    const match = /^\s*(\d+)\s*::?(.*)$/s.exec(part);
    number = Number(match?.[1] ?? number);
    const value = (match?.[2] ?? part).trim();
    if (value !== '') found.set(number, found.has(number) ? `${found.get(number)}|${value}` : value);
  }
  return found;
}

/** A plain list of the archive, `a||b`, or `a|b` in some copies. */
export function plainList(text: string | null): string[] {
  return (text?.split(/\|\|?/) ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

/** A list of links. A single bar parts two of them only where another link follows, since bars occur inside links. */
export function linkList(text: string | null): string[] {
  return (text?.split(/\|\||\|(?=https?:)/) ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

/**
 * A list of links, each whole if its address cannot name anyone, else the address of its publisher. What is not a link is a bare mark,
 * for the check to report.
 */
export function linksWithoutNames(text: string): string {
  return linkList(text).map(withoutNames).join('||');
}

/** The same link is in several columns. */
const withoutNames = remembering((link: string) => {
  if (!/^https?:/i.test(link) || !URL.canParse(link)) return '[not a link]';
  const { href, protocol } = new URL(link);
  return linkWithoutNames(href) ?? `${protocol}//${publisherOfLink(href)}`;
});

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

/**
 * Weapon classes behind the archive's gun types, which are kinds and calibres. `22 LR` is fired by pistols and rifles alike;
 * `[AR-15]` and `[AK-47]` are rifles of a military pattern.
 */
const classes: Readonly<Record<string, WeaponClass>> = {
  Handgun: 'handgun',
  '9mm': 'handgun',
  '10mm': 'handgun',
  '25 Auto': 'handgun',
  '32 Auto': 'handgun',
  '380 Auto': 'handgun',
  '38 Spl': 'handgun',
  '357 Mag': 'handgun',
  '40 SW': 'handgun',
  '44 Mag': 'handgun',
  '45 Auto': 'handgun',
  Rifle: 'rifle_or_shotgun',
  Shotgun: 'rifle_or_shotgun',
  '12 gauge': 'rifle_or_shotgun',
  '16 gauge': 'rifle_or_shotgun',
  '20 gauge': 'rifle_or_shotgun',
  '28 gauge': 'rifle_or_shotgun',
  '410 gauge': 'rifle_or_shotgun',
  '30-06 Spr': 'rifle_or_shotgun',
  '30-30 Win': 'rifle_or_shotgun',
  '300 Win': 'rifle_or_shotgun',
  '308 Win': 'rifle_or_shotgun',
  '223 Rem [AR-15]': 'automatic_or_military',
  '7.62 [AK-47]': 'automatic_or_military',
  Other: 'other',
  '22 LR': 'not_reported',
  Unknown: 'not_reported',
};

/** The guns of an incident, those of one class and possession counted together. Only "Stolen" says how a gun is possessed. */
export function readGuns(row: Row, mode: SeizureMode | null, findings: Findings): RawWeapon[] {
  const types = numberedList(cell(row, 'gun_type'));
  const stolen = numberedList(cell(row, 'gun_stolen'));
  const counts = new Map<string, number>();
  for (const number of new Set([...types.keys(), ...stolen.keys()])) {
    const type = types.get(number) ?? 'Unknown';
    if (classes[type] === undefined) findings.warn('unknown_code', unknownCode(Object.keys(classes), type, 'gun_type'));
    const key = `${classes[type] ?? 'not_reported'} ${stolen.get(number) === 'Stolen' ? 'illegal' : 'not_reported'}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const [weaponClass = null, legal = null] = key.split(' ');
    return { ...unknownWeapon, class: weaponClass, count: String(count), legal, mode };
  });
}
