/**
 * The expected number of incidents and people in each quarter. Where no figure was published, assumptions fill the gap: they are not
 * facts, but chosen so that the synthetic series runs smoothly through what was published.
 */
import { notableCasualties } from './notable-events.ts';
import { type FigureMeasure, type FigurePeriod, publishedValue, requiredFigure } from './published-figures.ts';

/** A calendar quarter, as the number of quarters since the year 0. */
export type Quarter = number;

export const firstYear = 2014;
/** Later years stay on the level of this one. */
export const lastLevelledYear = 2026;

/** What is assumed of a measure. */
interface Level {
  /** How a year divides into quarters where nothing else is known; only the proportions count. */
  readonly seasons: readonly [number, number, number, number];
  /** A year, where not published: a share of its incidents, whose level the measure follows, or a number, in some years another one. */
  readonly share?: number;
  readonly usual?: number;
  readonly years?: Readonly<Record<number, number>>;
}

const even = [0.25, 0.25, 0.25, 0.25] as const;
const sumOf = (measures: readonly FigureMeasure[], period: '2022' | '2022-Q4' | '2024-Q1') =>
  measures.reduce((sum, measure) => sum + requiredFigure(measure, period), 0);

/** All incidents, the types counted in the quarterly reports, and people by outcome, apart from suicides and the two events of May 2023. */
const levels = {
  /** SEESAC called the number stable at about 3,000 a year (March 2023). */
  incidents: {
    seasons: [0.245, 0.238, 0.268, 0.249],
    usual: 3000,
    years: { 2014: 3100, 2015: 3130, 2016: 3150, 2017: 3140, 2018: 3090, 2021: 3120, 2024: 3480, 2025: 3200, 2026: 3150 },
  },
  weapon_seizure: { seasons: even, share: 0.48 },
  /** The two published quarters of 2022 and as much as the reports leave room for in the others. */
  celebratory_shooting: { seasons: [25, 15, 116, 20], usual: 176 },
  criminal_context: { seasons: [0.25, 0.25, 0.24, 0.26], share: 0.155 },
  undetermined_shooting: { seasons: [0.24, 0.24, 0.28, 0.24], share: 0.115 },
  killed: { seasons: [0.23, 0.24, 0.3, 0.23], usual: 135, years: { 2024: 120, 2025: 112, 2026: 112 } },
  injured: { seasons: [0.24, 0.25, 0.26, 0.25], usual: 345, years: { 2024: 390, 2025: 335, 2026: 335 } },
  threatened: { seasons: even, usual: 470, years: { 2023: 410, 2024: 415, 2025: 385, 2026: 385 } },
  /** Victims who were neither killed, injured nor threatened, and did not die by suicide: what the outcomes of 2022 leave of all victims. */
  unharmed: {
    seasons: even,
    usual:
      sumOf(['victims'], '2022') -
      sumOf(['killed', 'injured', 'threatened'], '2022') -
      2 * (sumOf(['suicides'], '2022-Q4') + sumOf(['suicides'], '2024-Q1')),
  },
} as const satisfies Readonly<Record<string, Level>>;

export type LevelMeasure = keyof typeof levels;
export const levelMeasures = Object.keys(levels) as readonly LevelMeasure[];

function published(measure: LevelMeasure, period: FigurePeriod): number | undefined {
  return measure === 'unharmed' ? undefined : publishedValue(measure, period);
}

/** The level of a whole year, later ones as the last that is levelled. */
function levelOfYear(measure: LevelMeasure, year: number): number {
  const { share, usual = 0, years = {} }: Level = levels[measure];
  const known = Math.min(year, lastLevelledYear);
  const assumed = share === undefined ? (years[known] ?? usual) : share * levelOfYear('incidents', known);
  return published(measure, `${year}`) ?? assumed;
}

function weight(measure: LevelMeasure, quarter: Quarter): number {
  const { seasons, share }: Level = levels[measure];
  const season = seasons[quarter % 4] ?? 0;
  return share === undefined ? season : season * expectedInQuarter('incidents', quarter);
}

/**
 * Expected number of incidents or people in a quarter: the published figure where there is one, otherwise the quarter's
 * part of what the published quarters leave of the year. The events of May 2023 are not part of it.
 */
export function expectedInQuarter(measure: LevelMeasure, quarter: Quarter): number {
  const year = Math.floor(quarter / 4);
  const figure = (one: Quarter) => published(measure, `${year}-Q${(one % 4) + 1}`);
  const known = figure(quarter);
  if (known !== undefined) return known;
  let left = levelOfYear(measure, year) - notableCasualties(measure, year);
  let weights = 0;
  for (let one = 4 * year; one < 4 * year + 4; one += 1) {
    const ofOne = figure(one);
    if (ofOne === undefined) weights += weight(measure, one);
    else left -= ofOne;
  }
  return (Math.max(left, 0) * weight(measure, quarter)) / weights;
}
