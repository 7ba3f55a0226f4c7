import {
  comparisonOfPart,
  type DimensionName,
  dispersionOfCounts,
  figuresFrom,
  type Filter,
  filterOfPart,
  isSplitBy,
  type Measure,
  type SeriesPart,
  type SummaryFrame,
} from '@monitor/domain';
import type { SubjectAmounts } from './amounts.ts';
import { coverage } from './coverage.ts';
import type { Cube } from './cube.ts';
import { groupOf } from './matching-combinations.ts';
import { amountsOfParts } from './part-amounts.ts';
import { PartCounts } from './part-counts.ts';
import { partitionOf } from './part-rows.ts';
import type { Population } from './population.ts';
import { rowsOfGroup } from './select.ts';
import { totalsOf } from './totals.ts';
import { dispersionOfWeeks } from './week-dispersion.ts';

/** What a series is split by, and what is wanted of its parts. */
export interface SplitRequest {
  readonly split: DimensionName;
  readonly values: readonly string[];
  readonly frame: SummaryFrame;
  /** Measures beside incidents, killed and injured. */
  readonly asked: readonly Measure[];
  readonly withTotals: boolean;
  /** Whether the series are wanted, beside the totals. */
  readonly hasSteps: boolean;
}

/** The answer that the parts belong to. */
interface Whole {
  readonly filter: Filter;
  readonly population: Population;
  /** Of the period compared with; undefined if there is none. */
  readonly compared: Population | undefined;
  /** Of the weeks that say how incidents vary; undefined if there is none. */
  readonly ofWeeks: Population | undefined;
  readonly subjects: SubjectAmounts;
  /** For each step, the row after its last. */
  readonly ends: Uint32Array;
}

/** The series of each value of a list, with its totals if wanted. */
export function splitSeries(
  cube: Cube,
  { filter, population, compared, ofWeeks, subjects, ends }: Whole,
  { split, values, frame: { steps, comparison, weeks }, asked, withTotals, hasSteps }: SplitRequest,
): SeriesPart[] {
  if (values.length === 0) return [];
  const filters = values.map((value) => filterOfPart(filter, split, value));
  const partition = partitionOf(cube, filter, split, values);
  // Only for the list that splits the series is it something else in a part than in the whole.
  const amounts = new Map(
    [...subjects].map(([name, ofWhole]) => [
      name,
      isSplitBy(name, split) ? amountsOfParts(cube, name, filters) : { ...ofWhole, stride: 0 },
    ]),
  );
  const counts = new PartCounts(cube, population, partition, { ends, amounts });
  const others =
    withTotals && compared ? new PartCounts(cube, compared, partition, { ends: Uint32Array.of(cube.rows), amounts }) : undefined;
  const dispersions = filters.map((part) =>
    withTotals && ofWeeks
      ? dispersionOfWeeks(cube, ofWeeks, weeks, rowsOfGroup(cube, groupOf(split), part))
      : dispersionOfCounts([]),
  );
  return filters.map((part, at) => ({
    value: values[at]!,
    points: (hasSteps ? steps : []).map(({ start, partial }, step) => ({
      start,
      ...figuresFrom(
        asked,
        (name) => counts.ofStep(name, at, step),
        (name) => counts.missingOfStep(name, at, step),
      ),
      partial,
    })),
    ...(withTotals && {
      totals: totalsOf(cube, counts.part(at), asked, dispersions[at]!, (name) => counts.subjects(name, at)),
      comparison:
        others && comparisonOfPart(comparison, coverage(cube, part))
          ? totalsOf(cube, others.part(at), asked, dispersions[at]!, (name) => others.subjects(name, at))
          : null,
    }),
  }));
}
