import {
  comparisonOfPart,
  dayNumber,
  type DimensionName,
  type Figures,
  figuresWith,
  type Filter,
  filterOfPart,
  isSplitBy,
  isSubjectMeasure,
  type Measure,
  recordOf,
  type SeriesPart,
  type SummaryFrame,
} from '@monitor/domain';
import { amountsOf } from './amounts.ts';
import { coverage } from './coverage.ts';
import type { Cube } from './cube.ts';
import { rowsOfDays } from './cube-rows.ts';
import { PartCounts } from './part-counts.ts';
import { partitionOf } from './part-rows.ts';
import type { Population } from './population.ts';
import { groupsOfTotals, totalsOf } from './totals.ts';

/** What a series is split by, and what is wanted of its parts. */
export interface SplitRequest {
  readonly split: DimensionName;
  readonly values: readonly string[];
  readonly frame: SummaryFrame;
  /** Measures beside incidents, killed and injured. */
  readonly asked: readonly Measure[];
  readonly withTotals: boolean;
}

/** The series of each value of a list, with its totals if wanted. @param compared of the period compared with, if there is one */
export function splitSeries(
  cube: Cube,
  { filter, population, compared }: { filter: Filter; population: Population; compared: Population | undefined },
  { split, values, frame: { steps, comparison }, asked, withTotals }: SplitRequest,
): SeriesPart[] {
  if (values.length === 0) return [];
  const filters = values.map((value) => filterOfPart(filter, split, value));
  const partition = partitionOf(cube, filter, split, values);
  const subjects = new Map(
    asked.filter(isSubjectMeasure).map((name) => [name, amountsOfParts(cube, name, filter, split, filters)]),
  );
  const tallied = withTotals ? groupsOfTotals(asked) : [];
  const ends = Uint32Array.from(steps, ({ next }) => rowsOfDays(cube, -Infinity, dayNumber(next) - 1).end);
  const counts = new PartCounts(cube, population, partition, { ends, tallied, subjects });
  const others =
    withTotals && compared
      ? new PartCounts(cube, compared, partition, { ends: Uint32Array.of(cube.rows), tallied, subjects: new Map() })
      : undefined;
  return filters.map((part, at) => ({
    value: values[at]!,
    points: steps.map(({ start, partial }, step) => ({
      start,
      ...(recordOf(figuresWith(asked), (name) => counts.ofStep(name, at, step)) as Figures),
      partial,
    })),
    ...(withTotals && {
      totals: totalsOf(cube, counts.part(at), part, asked),
      comparison:
        others && comparisonOfPart(comparison, coverage(cube, part)) ? totalsOf(cube, others.part(at), part, asked) : null,
    }),
  }));
}

/** What a measure counts in each part. Only a split of what it counts makes a difference. */
function amountsOfParts(cube: Cube, measure: Measure, filter: Filter, split: DimensionName, filters: readonly Filter[]) {
  if (isSplitBy(measure, split)) return filters.map((part) => amountsOf(cube, measure, part));
  const amounts = amountsOf(cube, measure, filter);
  return filters.map(() => amounts);
}
