import type { Casualties, IncidentType } from '@monitor/domain';
import { type LevelledOutcome, peopleAtOnce } from './outcome-rates.ts';
import type { QuarterRates } from './quarter-plan.ts';
import type { Random } from './random.ts';

/** What happened to people, in full, before reporting hides some of it. */
export interface Outcomes extends Readonly<Record<LevelledOutcome, number>> {
  readonly suicides: number;
}

const nobodyHarmed: Outcomes = { killed: 0, injured: 0, threatened: 0, unharmed: 0, suicides: 0 };

/** Share of suicidal acts that end in death (assumption). */
const fatalShare = 0.92;
/** Share of killings in a family after which the perpetrator dies by suicide (about 11 of some 40 in 2020). */
const murderSuicideShare = 0.27;

/** Draws the people harmed in an incident of a type. */
export function drawOutcomes(random: Random, type: IncidentType, rates: QuarterRates): Outcomes {
  if (type === 'weapon_seizure' || type === 'weapon_theft') return nobodyHarmed;
  if (type === 'suicide') {
    return random.chance(fatalShare) ? { ...nobodyHarmed, suicides: 1 } : { ...nobodyHarmed, injured: 1 };
  }
  const count = (outcome: LevelledOutcome): number => {
    const mean = peopleAtOnce[outcome];
    return random.chance(rates[outcome][type] / mean) ? random.atLeastOne(mean) : 0;
  };
  const killed = count('killed');
  const suicides = type === 'domestic_violence' && killed > 0 && random.chance(murderSuicideShare) ? 1 : 0;
  return { killed, injured: count('injured'), threatened: count('threatened'), unharmed: count('unharmed'), suicides };
}

/** Types in which reports often leave open whether somebody was hurt or threatened. */
const vague: ReadonlySet<IncidentType> = new Set([
  'criminal_context',
  'public_dispute',
  'domestic_violence',
  'undetermined_shooting',
  'undetermined_explosion',
  'police_encounter',
  'other',
]);

/**
 * The counts as reported. Where nobody was harmed, some reports do not say so, which is `null` and not 0; where
 * somebody was, a few give a range around the best estimate.
 */
export function reportedCasualties(random: Random, type: IncidentType, outcomes: Outcomes): Casualties {
  const open = vague.has(type);
  const reported = (count: number, share: number): number | null => (count === 0 && open && random.chance(share) ? null : count);
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
