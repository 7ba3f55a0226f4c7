import {
  ageBandOf,
  ageBands,
  type Casualties,
  type IncidentSubtype,
  type IncidentType,
  type Person,
  type Sex,
  unknownAges,
} from '@monitor/domain';
import type { DayPlan } from './plan.ts';
import { type LevelledOutcome, levelledOutcomes, profiles } from './profiles.ts';
import { type Draw, numbers, type Random } from './random.ts';

/** Mean number of people where there is at least one. */
export const peopleAtOnce = { killed: 1.1, injured: 1.22, threatened: 1.35, unharmed: 1.3 } as const;

/** What happened to people, in full, before reporting hides some of it. */
export type Outcomes = Readonly<Record<LevelledOutcome | 'suicides', number>>;

const nobody: Outcomes = { killed: 0, injured: 0, threatened: 0, unharmed: 0, suicides: 0 };

/** Draws the people harmed in an incident of a type. */
export function drawOutcomes(random: Random, type: IncidentType, factors: DayPlan['factors']): Outcomes {
  if (type === 'weapon_seizure' || type === 'weapon_theft') return nobody;
  // Share of suicidal acts that end in death (assumption).
  if (type === 'suicide') return random.chance(0.92) ? { ...nobody, suicides: 1 } : { ...nobody, injured: 1 };
  const { people, unscaled } = profiles[type];
  const count = (outcome: LevelledOutcome): number => {
    const mean = peopleAtOnce[outcome];
    return random.chance((people[outcome] * (unscaled ? 1 : factors[outcome])) / mean) ? random.atLeastOne(mean) : 0;
  };
  const killed = count('killed');
  // Share of killings in a family after which the perpetrator dies by suicide (about 11 of some 40 in 2020).
  const suicides = type === 'domestic_violence' && killed > 0 && random.chance(0.27) ? 1 : 0;
  return { killed, injured: count('injured'), threatened: count('threatened'), unharmed: count('unharmed'), suicides };
}

/**
 * The counts as reported. Where nobody was harmed, some reports do not say so, which is `null` and not 0; where
 * somebody was, a few give a range around the best estimate.
 */
export function reportedCasualties(random: Random, type: IncidentType, outcomes: Outcomes): Casualties {
  const { vague } = profiles[type];
  const reported = (count: number, share: number) => (count === 0 && vague && random.chance(share) ? null : count);
  const killed = reported(outcomes.killed, 0.01);
  const injured = reported(outcomes.injured, 0.06);
  const killedRange = killed !== null && killed > 0 && random.chance(0.03);
  const injuredRange = injured !== null && injured > 0 && random.chance(0.06);
  return {
    killed,
    killed_low: killedRange ? killed - 1 : null,
    killed_high: killedRange ? killed + random.integer(0, 1) : null,
    injured,
    injured_low: injuredRange ? injured - 1 : null,
    injured_high: injuredRange ? injured + random.integer(1, 2) : null,
    threatened: reported(outcomes.threatened, 0.1),
    suicides: outcomes.suicides,
  };
}

/** Share of women among victims whose sex is reported. */
function womenShare(type: IncidentType, outcome: Person['outcome']): number {
  if (type === 'domestic_violence') return outcome === 'killed' ? 0.68 : 0.66;
  if (type === 'suicide') return 0.05;
  if (type === 'accidental_shooting') return 0.08;
  return outcome === 'killed' ? 0.1 : outcome === 'injured' ? 0.11 : 0.2;
}

function drawSex(random: Random, women: number, notReported: number): Sex {
  if (random.chance(notReported)) return 'not_reported';
  return random.chance(women) ? 'woman' : 'man';
}

/** Mostly 19 to 35, closely followed by 36 to 60. */
const perpetratorAges = numbers(3, 46, 42, 9);
/** First year and oldest age that is drawn of each band. */
const bandLimits = [3, 18, 19, 35, 36, 60, 61, 88] as const;

function drawAge(
  random: Random,
  bands: Draw<number>,
  notReported: number,
  youngest: number,
): Pick<Person, keyof typeof unknownAges | 'age_band'> {
  if (random.chance(notReported)) return { ...unknownAges, age_band: 'not_reported' };
  const band = bands(random);
  // Of some, only the band is known.
  if (random.chance(0.3)) return { ...unknownAges, age_band: ageBands.codes[band] ?? 'not_reported' };
  const age = random.integer(Math.max(bandLimits[2 * band] ?? 0, youngest), bandLimits[2 * band + 1] ?? 0);
  return { ...unknownAges, age, age_band: ageBandOf(age) };
}

function drawRelationship(random: Random, type: IncidentType, subtype: IncidentSubtype | null): Person['relationship'] {
  if (type === 'suicide' || type === 'weapon_seizure' || type === 'weapon_theft') return 'not_reported';
  if (subtype === 'domestic_violence.intimate_partner') return 'intimate_partner';
  return type === 'domestic_violence' ? 'family_member' : profiles[type].ties(random);
}

/** What an incident is, as far as its people depend on it. */
interface IncidentOutline {
  readonly type: IncidentType;
  readonly subtype: IncidentSubtype | null;
  readonly outcomes: Outcomes;
  /** True if weapons were found or handed in, so that there is no perpetrator. */
  readonly ownerless: boolean;
}

/** The victims of each outcome, then the perpetrators. */
export function drawPeople(random: Random, { type, subtype, outcomes, ownerless }: IncidentOutline): Person[] {
  const people: Person[] = [];
  const relationship = drawRelationship(random, type, subtype);
  const isSuicide = type === 'suicide';
  const { ages, perpetrators } = profiles[type];
  const victims = (count: number, outcome: Person['outcome']) => {
    for (let one = 0; one < count; one += 1) {
      const sex = drawSex(random, womenShare(type, outcome), 0.03);
      people.push({ role: 'victim', sex, ...drawAge(random, ages, 0.14, isSuicide ? 14 : 0), outcome, relationship });
    }
  };
  for (const outcome of levelledOutcomes) victims(outcomes[outcome], outcome);
  if (isSuicide) victims(outcomes.suicides, 'suicide');
  if (isSuicide || ownerless) return people;
  const count = Math.max(perpetrators(random), outcomes.suicides);
  for (let one = 0; one < count; one += 1) {
    const outcome = one < outcomes.suicides ? 'suicide' : random.chance(0.55) ? 'unharmed' : 'not_reported';
    const sex = drawSex(random, 0.0155, type === 'weapon_seizure' ? 0.13 : 0.33);
    people.push({ role: 'perpetrator', sex, ...drawAge(random, perpetratorAges, 0.33, 15), outcome, relationship });
  }
  return people;
}
