import { ageBandOf, type IncidentSubtype, type IncidentType, type Person, type Relationship, type Sex } from '@monitor/domain';
import type { Outcomes } from './casualties.ts';
import {
  ageNotReported,
  bandLimits,
  bandOnly,
  type KnownBand,
  perpetratorBand,
  perpetratorNumber,
  relationshipsOf,
  sexNotReported,
  victimBand,
  womenPerpetrators,
  womenShare,
} from './people-profiles.ts';
import type { Random } from './random.ts';
import type { Weighted } from './weighted.ts';

/** What an incident is, as far as its people depend on it. */
export interface IncidentOutline {
  readonly type: IncidentType;
  readonly subtype: IncidentSubtype | null;
  readonly outcomes: Outcomes;
  /** True where weapons were found or handed in, so that there is no perpetrator. */
  readonly ownerless: boolean;
}

type Age = Pick<Person, 'age' | 'age_band'>;

const unknownAge: Age = { age: null, age_band: 'not_reported' };

function drawAge(random: Random, bands: Weighted<KnownBand>, notReported: number, youngest: number): Age {
  if (random.chance(notReported)) return unknownAge;
  const band = bands.draw(random);
  if (random.chance(bandOnly)) return { age: null, age_band: band };
  const [from, to] = bandLimits[band];
  const age = random.integer(Math.max(from, youngest), to);
  return { age, age_band: ageBandOf(age) };
}

function drawSex(random: Random, women: number, notReported: number): Sex {
  if (random.chance(notReported)) return 'not_reported';
  return random.chance(women) ? 'woman' : 'man';
}

function drawRelationship(random: Random, { type, subtype }: IncidentOutline): Relationship {
  if (subtype === 'domestic_violence.intimate_partner') return 'intimate_partner';
  if (type === 'domestic_violence') return 'family_member';
  return relationshipsOf(type).draw(random);
}

function drawVictim(random: Random, type: IncidentType, outcome: Person['outcome'], relationship: Relationship): Person {
  const sex = drawSex(random, womenShare(type, outcome), sexNotReported.victim);
  const youngest = type === 'suicide' ? 14 : 0;
  return { role: 'victim', sex, ...drawAge(random, victimBand(type), ageNotReported.victim, youngest), outcome, relationship };
}

function drawPerpetrator(random: Random, type: IncidentType, outcome: Person['outcome'], relationship: Relationship): Person {
  const notReported = type === 'weapon_seizure' ? sexNotReported.seizure : sexNotReported.perpetrator;
  const sex = drawSex(random, womenPerpetrators, notReported);
  return { role: 'perpetrator', sex, ...drawAge(random, perpetratorBand, ageNotReported.perpetrator, 15), outcome, relationship };
}

/** The victims of each outcome, then the perpetrators. */
export function drawPeople(random: Random, outline: IncidentOutline): Person[] {
  const { type, outcomes, ownerless } = outline;
  const people: Person[] = [];
  const own = type === 'suicide';
  const relationship =
    own || type === 'weapon_seizure' || type === 'weapon_theft' ? 'not_reported' : drawRelationship(random, outline);
  const victims = (count: number, outcome: Person['outcome']) => {
    for (let one = 0; one < count; one += 1) people.push(drawVictim(random, type, outcome, relationship));
  };
  victims(outcomes.killed, 'killed');
  victims(outcomes.injured, 'injured');
  victims(outcomes.threatened, 'threatened');
  victims(outcomes.unharmed, 'unharmed');
  if (own) {
    victims(outcomes.suicides, 'suicide');
    return people;
  }
  if (ownerless) return people;
  const perpetrators = Math.max(Number(perpetratorNumber(type).draw(random)), outcomes.suicides);
  for (let one = 0; one < perpetrators; one += 1) {
    const outcome = one < outcomes.suicides ? 'suicide' : random.chance(0.55) ? 'unharmed' : 'not_reported';
    people.push(drawPerpetrator(random, type, outcome, relationship));
  }
  return people;
}
