/**
 * Levels that fill the gaps between the published figures. Nothing here is a fact: these numbers were chosen so that
 * the synthetic series runs smoothly through what was published, and a published figure always takes precedence.
 */
import { publishedValue, requiredFigure } from './published-figures.ts';

/** What is levelled quarter by quarter: all incidents, the types counted in the quarterly reports, and people by outcome. */
export const levelMeasures = [
  'incidents',
  'weapon_seizure',
  'celebratory_shooting',
  'criminal_context',
  'undetermined_shooting',
  'killed',
  'injured',
  'threatened',
  'unharmed',
] as const;
export type LevelMeasure = (typeof levelMeasures)[number];

export const firstYear = 2014;
/** Later years stay on the level of this one. */
export const lastLevelledYear = 2026;

/** SEESAC called the number stable at about 3,000 a year (March 2023). */
const usualIncidents = 3000;

/** Incidents a year, where not published. */
const incidentsOfYear: Readonly<Record<number, number>> = {
  2014: 3100,
  2015: 3130,
  2016: 3150,
  2017: 3140,
  2018: 3090,
  2019: 3000,
  2021: 3120,
  2024: 3480,
  2025: 3200,
  2026: 3150,
};

/** People killed, injured and threatened a year, suicides and the two events of May 2023 apart. */
const peopleOfYear = {
  killed: { usual: 135, 2024: 120, 2025: 112, 2026: 112 },
  injured: { usual: 345, 2024: 390, 2025: 335, 2026: 335 },
  threatened: { usual: 470, 2023: 410, 2024: 415, 2025: 385, 2026: 385 },
} as const satisfies Record<string, { readonly usual: number; readonly [year: number]: number }>;

/** Victims who were neither killed, injured nor threatened, and did not die by suicide: what the published outcomes of 2022 leave of all victims. */
const unharmedOfYear =
  requiredFigure('victims', '2022') -
  requiredFigure('killed', '2022') -
  requiredFigure('injured', '2022') -
  requiredFigure('threatened', '2022') -
  2 * (requiredFigure('suicides', '2022-Q4') + requiredFigure('suicides', '2024-Q1'));

/** Celebratory shootings a year: the two published quarters of 2022 and as much as the reports leave room for in the others. */
const celebrationsOfYear = 176;

/** Share of a year's incidents, for the types counted in the quarterly reports. */
const shareOfYear = { weapon_seizure: 0.48, criminal_context: 0.155, undetermined_shooting: 0.115 } as const;

/** The assumed level of a whole year. */
export function assumedOfYear(measure: LevelMeasure, year: number): number {
  const known = Math.min(year, lastLevelledYear);
  const incidents = publishedValue('incidents', `${known}`) ?? incidentsOfYear[known] ?? usualIncidents;
  switch (measure) {
    case 'incidents':
      return incidents;
    case 'weapon_seizure':
    case 'criminal_context':
    case 'undetermined_shooting':
      return shareOfYear[measure] * incidents;
    case 'celebratory_shooting':
      return celebrationsOfYear;
    case 'killed':
    case 'injured':
    case 'threatened': {
      const levels: { readonly usual: number; readonly [year: number]: number } = peopleOfYear[measure];
      return levels[known] ?? levels.usual;
    }
    case 'unharmed':
      return unharmedOfYear;
  }
}

/** How a year divides into quarters where nothing else is known; only the proportions count. */
export const seasons: Readonly<Record<LevelMeasure, readonly [number, number, number, number]>> = {
  incidents: [0.245, 0.238, 0.268, 0.249],
  weapon_seizure: [0.25, 0.25, 0.25, 0.25],
  celebratory_shooting: [25, 15, 116, 20],
  criminal_context: [0.25, 0.25, 0.24, 0.26],
  undetermined_shooting: [0.24, 0.24, 0.28, 0.24],
  killed: [0.23, 0.24, 0.3, 0.23],
  injured: [0.24, 0.25, 0.26, 0.25],
  threatened: [0.25, 0.25, 0.25, 0.25],
  unharmed: [0.25, 0.25, 0.25, 0.25],
};

/**
 * Share of each place in all incidents, from the published places: Albania 372 of 2,887 in 2020, Bosnia and Herzegovina
 * 529 of 3,495 in 2023, Serbia 113, North Macedonia 145 and Kosovo* 253 of 868 in the last quarter of 2023. North
 * Macedonia is set a little lower, since Bosnia and Herzegovina was second in the whole year. What is left is divided
 * between Montenegro and Moldova by assumption.
 */
export const placeShares = { XK: 0.288, BA: 0.152, MK: 0.15, RS: 0.13, AL: 0.129, ME: 0.095, MD: 0.056 } as const;
export type MonitoredCode = keyof typeof placeShares;

/** Standard deviation of the logarithm of a place's share from month to month, so that the series are not suspiciously even. */
export const monthlyVariation = 0.07;

/** How the incidents of all other types divide, from the first quarter of 2024 and the two special reports on 2022. */
export const otherTypeShares = {
  public_dispute: 0.472,
  domestic_violence: 0.135,
  accidental_shooting: 0.097,
  suicide: 0.082,
  undetermined_explosion: 0.07,
  police_encounter: 0.05,
  shooting_at_animals: 0.03,
  weapon_theft: 0.025,
  political_or_extremist: 0.003,
  other: 0.036,
} as const;
