import type { IncidentType } from '@monitor/domain';

/** Outcomes whose number of people is levelled quarter by quarter. */
export const levelledOutcomes = ['killed', 'injured', 'threatened', 'unharmed'] as const;
export type LevelledOutcome = (typeof levelledOutcomes)[number];

/** Mean number of people per incident, before it is scaled to the quarter's level. */
type Rates = Readonly<Record<LevelledOutcome, number>>;

const nobody: Rates = { killed: 0, injured: 0, threatened: 0, unharmed: 0 };

/**
 * Assumed means, anchored where something was published: accidental shootings with 10 killed and 57 injured in 65
 * incidents of 2022, undetermined shootings with 3 killed and 25 injured in 86 incidents of the last quarter of 2022,
 * domestic violence with 23% of those killed in 2022, threats mostly in robberies and disputes.
 */
export const outcomeRates: Readonly<Record<IncidentType, Rates>> = {
  weapon_seizure: nobody,
  criminal_context: { killed: 0.062, injured: 0.09, threatened: 0.47, unharmed: 0.07 },
  public_dispute: { killed: 0.1, injured: 0.23, threatened: 0.44, unharmed: 0.09 },
  domestic_violence: { killed: 0.35, injured: 0.18, threatened: 0.58, unharmed: 0.04 },
  undetermined_shooting: { killed: 0.06, injured: 0.28, threatened: 0.02, unharmed: 0.14 },
  undetermined_explosion: { killed: 0.03, injured: 0.14, threatened: 0, unharmed: 0.2 },
  celebratory_shooting: { killed: 0.01, injured: 0.06, threatened: 0, unharmed: 0 },
  accidental_shooting: { killed: 0.154, injured: 0.877, threatened: 0, unharmed: 0 },
  suicide: { ...nobody, injured: 0.08 },
  police_encounter: { killed: 0.04, injured: 0.26, threatened: 0.1, unharmed: 0.1 },
  shooting_at_animals: { ...nobody, threatened: 0.03 },
  weapon_theft: nobody,
  political_or_extremist: { killed: 0.08, injured: 0.2, threatened: 0.4, unharmed: 0.2 },
  armed_conflict: nobody,
  other: { killed: 0.04, injured: 0.12, threatened: 0.25, unharmed: 0.05 },
};

/** Types whose rates are taken as they are, since they were published as such or cannot rise above one person. */
export const unscaledTypes: ReadonlySet<IncidentType> = new Set(['accidental_shooting', 'suicide']);

/** Mean number of people where there is at least one. */
export const peopleAtOnce: Rates = { killed: 1.1, injured: 1.22, threatened: 1.35, unharmed: 1.3 };
