import type { Summary } from '@monitor/contract';
import {
  type CountedFigures,
  isSilent,
  type Measure,
  recordOf,
  type Reported,
  type ReportedMeasure,
  reportedOf,
} from '@monitor/domain';
import type { Dataset } from './dataset-coverage.ts';

/**
 * How many incidents a sum leaves out because they do not give the number. Undefined for incidents themselves, and for suicides, since
 * hardly any source says of an incident that there were none.
 */
export function notReportedOf({ notReported }: Summary['totals'], measure: Measure): number | undefined {
  return measure === 'incidents' || measure === 'suicides' ? undefined : notReported[measure];
}

/** True if there are incidents and none of them says the number, so that 0 would be a lie. */
export function isNotReported(figures: CountedFigures, measure: Measure): boolean {
  return isSilent(reportedOf(figures, measure));
}

/** Counts as an answer gives them: plain numbers, with what is not reported beside them. */
export function saidCounts<Name extends ReportedMeasure>(
  counts: Readonly<Record<Name, Reported>>,
): Record<Name, number> & { notReported: Record<Name, number> } {
  const names = Object.keys(counts) as Name[];
  return { ...recordOf(names, (name) => counts[name].count), notReported: recordOf(names, (name) => counts[name].notReported) };
}

/**
 * The datasets that ever had a weapon seizure, in any place: of the others, that they have none says nothing.
 * @param ever answer to all weapon seizures of all days, by dataset
 */
export function recordingSeizures(datasets: readonly Dataset[], { facets }: Pick<Summary, 'facets'>): readonly Dataset[] {
  const slugs = new Set(facets.dataset?.map(({ value }) => value));
  return datasets.filter(({ slug }) => slugs.has(slug));
}

/** A part of a whole, such as women among the people killed. What is not reported may belong to it, so it is between `yes` and the sum. */
export interface Part {
  readonly yes: number;
  readonly unknown: number;
  readonly all: number;
}

/** The part of some people or things. @param no those that are known not to belong to it */
export function partOf({ yes, no, all }: { readonly yes: number; readonly no: number; readonly all: number }): Part {
  return { yes, unknown: Math.max(0, all - yes - no), all };
}
