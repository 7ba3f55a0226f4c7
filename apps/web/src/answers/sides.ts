import type { Measure } from '@monitor/domain';
import { compareSides, type Side, type SidesComparison } from '@monitor/findings';
import { population } from '@monitor/geography';
import { useMemo } from 'react';
import type { Answers } from './use-answers.ts';

/** Both sides of a comparison, A first; undefined where nothing is compared, and until both have answers with the measure. */
export function sidesOf(answers: Answers): readonly [Side, Side] | undefined {
  const [a, b] = [sideOf(answers, answers.measure), answers.against && sideOf(answers.against, answers.measure)];
  return a === undefined || b === undefined ? undefined : [a, b];
}

function sideOf({ summary: { data }, filterOfFigures, datasets, datasetsConcerned }: Answers, measure: Measure): Side | undefined {
  if (data === undefined || datasets === undefined || data.totals[measure] === undefined) return undefined;
  return { filter: filterOfFigures, summary: data, datasets: datasetsConcerned };
}

/** The same of one side, as long as its answer is the same the same object. */
export function useSide(answers: Answers | undefined): Side | undefined {
  const { filterOfFigures, datasets, datasetsConcerned } = answers ?? {};
  const data = answers?.summary.data;
  return useMemo(() => {
    if (data === undefined || filterOfFigures === undefined || datasets === undefined) return undefined;
    return { filter: filterOfFigures, summary: data, datasets: datasetsConcerned ?? [] };
  }, [data, filterOfFigures, datasets, datasetsConcerned]);
}

/** A measure of both sides; undefined as `sidesOf`. */
export function comparisonOf(answers: Answers, measure: Measure = answers.measure): SidesComparison | undefined {
  const sides = sidesOf(answers);
  if (sides === undefined || sides.some(({ summary }) => summary.totals[measure] === undefined)) return undefined;
  return compareSides(...sides, measure, population);
}

/** Whether a figure of one of the sides is of an earlier selection. */
export function isOutdated({ summary, against }: Answers): boolean {
  return summary.outdated || (against?.summary.outdated ?? false);
}
