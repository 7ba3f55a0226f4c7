import type { Measure } from '@monitor/domain';
import { compareSides, type Side, type SidesComparison } from '@monitor/findings';
import { population } from '@monitor/geography';
import { useMemo } from 'react';
import type { Answers, OneSide } from './use-answers.ts';

/** Both sides of a comparison, A first; undefined if nothing is compared, and until both have answers. */
export function sidesOf(answers: Answers): readonly [Side, Side] | undefined {
  const [a, b] = [sideOf(answers), answers.against && sideOf(answers.against)];
  return a === undefined || b === undefined ? undefined : [a, b];
}

function sideOf({ summary: { data }, filterOfFigures, datasetsConcerned }: OneSide): Side | undefined {
  return data && { filter: filterOfFigures, summary: data, datasets: datasetsConcerned };
}

/** The same of one side: one object for as long as its answer stays the same. */
export function useSide(answers: OneSide | undefined): Side | undefined {
  const { filterOfFigures, datasetsConcerned } = answers ?? {};
  const data = answers?.summary.data;
  return useMemo(
    () => data && filterOfFigures && datasetsConcerned && { filter: filterOfFigures, summary: data, datasets: datasetsConcerned },
    [data, filterOfFigures, datasetsConcerned],
  );
}

/** A measure of both sides; undefined as `sidesOf`. */
export function comparisonOf(answers: Answers, measure: Measure = answers.measure): SidesComparison | undefined {
  const sides = sidesOf(answers);
  return sides && compareSides(...sides, measure, population);
}
