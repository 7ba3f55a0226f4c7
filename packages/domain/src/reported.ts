import type { Measure } from './measures.ts';

/*
 * A count of people or weapons says nothing without the number of incidents that leave it out: 0 injured in incidents none of which says
 * how many were injured is not a 0. So whoever prints such a count takes a `Reported`, which no plain number is.
 */

/** The measures that a source may leave out. Incidents themselves are always counted. */
export type ReportedMeasure = Exclude<Measure, 'incidents'>;

export function isReportedMeasure(measure: Measure): measure is ReportedMeasure {
  return measure !== 'incidents';
}

/** For each measure, how many of the incidents counted beside it do not give the number. */
export type NotReported<Always extends ReportedMeasure> = Readonly<Record<Always, number>> &
  Readonly<Partial<Record<ReportedMeasure, number>>>;

/** What circles, hexagons and settlements say of people, and of the measure that was asked for. */
export const placedNames = ['killed', 'injured', 'amount'] as const;
export type PlacedName = (typeof placedNames)[number];
export type PlacedFigures = Readonly<Record<PlacedName, number>> & {
  /** How many of the incidents do not give each of the numbers. */
  readonly notReported: Readonly<Record<PlacedName, number>>;
};

/** A count with what it is a count of. */
export interface Reported {
  /** People, weapons or rounds, of the incidents that give the number. */
  readonly count: number;
  /** Incidents that the count is of. */
  readonly incidents: number;
  /** How many of these do not give the number, or not of all their weapons. */
  readonly notReported: number;
}

/** Counts of some incidents, beside what is not reported of them. */
export interface CountedFigures extends Readonly<Partial<Record<ReportedMeasure, number>>> {
  readonly incidents: number;
  readonly notReported: Readonly<Partial<Record<ReportedMeasure, number>>>;
}

/** The count of no incidents: a true 0. */
export const noneReported: Reported = { count: 0, incidents: 0, notReported: 0 };

/** What a measure counts, with its incidents. A measure that was not asked for is a 0 that is reported. */
export function reportedOf(figures: CountedFigures, measure: Measure): Reported {
  const { incidents, notReported } = figures;
  return isReportedMeasure(measure)
    ? { count: figures[measure] ?? 0, incidents, notReported: notReported[measure] ?? 0 }
    : { count: incidents, incidents, notReported: 0 };
}

/** True if there are incidents and none of them says the number, so that 0 would be a lie. Nothing in no incidents is a true 0. */
export function isSilent({ count, incidents, notReported }: Reported): boolean {
  return count === 0 && incidents > 0 && notReported >= incidents;
}

/** Counts of different incidents together. */
export function reportedTogether(parts: Iterable<Reported>): Reported {
  const sum = { count: 0, incidents: 0, notReported: 0 };
  for (const part of parts) {
    sum.count += part.count;
    sum.incidents += part.incidents;
    sum.notReported += part.notReported;
  }
  return sum;
}
