import {
  dayNumber,
  daysOfWeeks,
  type DimensionName,
  dispersionOfCounts,
  extraMeasures,
  figuresFrom,
  type Filter,
  frameOf,
  isFigureName,
  type Measure,
  peopleOfMeasure,
  type ReportedMeasure,
  type SeriesPart,
  type SeriesStep,
  type SubjectMeasure,
  type SummaryAnswer,
  type SummaryRequest,
  type SummaryStep,
  valuesOfSplit,
} from '@monitor/domain';
import { amountsOfRows, subjectAmountsOf, type SubjectSums, sumsOfTally, unreportedOfRows } from './amounts.ts';
import { FacetCounter } from './count-values.ts';
import { coverage } from './coverage.ts';
import type { Cube } from './cube.ts';
import { rowsOfDays } from './cube-rows.ts';
import { groupOf } from './matching-combinations.ts';
import { rowsWithout } from './missing.ts';
import type { Population } from './population.ts';
import { splitSeries } from './split-series.ts';
import { sumByStep } from './sum-amounts.ts';
import { totalsOf } from './totals.ts';
import { dispersionOfWeeks } from './week-dispersion.ts';
import { countHours } from './week-hours.ts';

/** Totals, comparison, series and facets of a filter. @param populate gives the population of a filter, made or remembered */
export function summarise(
  cube: Cube,
  filter: Filter,
  request: SummaryRequest,
  populate: (filter: Filter) => Population,
): SummaryAnswer {
  const frame = frameOf(filter, request.interval, coverage(cube, filter));
  const { period, comparison, interval, steps, weeks } = frame;
  const population = populate(filter);
  population.expect?.(request.facets.map(groupOf));
  const asked = extraMeasures(request);
  const facets = new FacetCounter(cube, filter, population, asked);
  const compared = comparison ? populate({ ...filter, from: comparison.from, to: comparison.to }) : undefined;
  const ofWeeks = weeks.weeks === 0 ? undefined : populate({ ...filter, ...daysOfWeeks(weeks) });
  const dispersion = ofWeeks ? dispersionOfWeeks(cube, ofWeeks, weeks) : dispersionOfCounts([]);
  const subjects = subjectAmountsOf(cube, asked, filter);
  const ends = endsOf(cube, steps);
  const hasSteps = request.interval !== 'none';
  const sumsOfSteps = (amountsOf: typeof amountsOfRows) =>
    new Map([...(hasSteps ? subjects : [])].map(([name, one]) => [name, sumByStep(ends, amountsOf(cube, one), population.rows())]));
  const amountsOfSteps = sumsOfSteps(amountsOfRows);
  const unreportedOfSteps = sumsOfSteps(unreportedOfRows);
  return {
    datasetVersion: cube.version,
    period,
    totals: totalsOf(cube, population, asked, dispersion, sumsIn(population)),
    comparison:
      comparison && compared ? { ...comparison, totals: totalsOf(cube, compared, asked, dispersion, sumsIn(compared)) } : null,
    series: {
      interval,
      points: hasSteps ? steps.map(pointOf) : [],
      ...(request.split && { parts: partsOf(request.split) }),
    },
    facets: Object.fromEntries(request.facets.map((facet) => [facet, facets.values(facet)])),
    ...(request.hours === true && { hours: countHours(cube, population) }),
  };

  function partsOf(split: DimensionName): SeriesPart[] {
    const counted = filter[split] ? [] : new FacetCounter(cube, filter, population, []).values(split);
    const values = valuesOfSplit(filter, split, counted);
    return splitSeries(
      cube,
      { filter, population, compared, ofWeeks, subjects, ends },
      { split, values, frame, asked, withTotals: request.partTotals === true, hasSteps },
    );
  }

  function sumsIn(counted: Population): (measure: SubjectMeasure) => SubjectSums {
    return (measure) => {
      const ofCombinations = subjects.get(measure)!;
      return sumsOfTally(ofCombinations, counted.tally(ofCombinations.group));
    };
  }

  function pointOf({ start, next, partial }: SummaryStep, at: number): SeriesStep {
    const [first, after] = [dayNumber(start), dayNumber(next)];
    const ofDays = population.ofDays(first, after);
    const amountOf = (name: Measure) => {
      if (isFigureName(name)) return ofDays[name];
      const people = peopleOfMeasure(name);
      if (people !== undefined) return population.peopleOfDays(first, after, people);
      return amountsOfSteps.get(name as SubjectMeasure)![at]!;
    };
    const missingOf = (name: ReportedMeasure) => {
      const rows = rowsWithout(cube, name);
      return rows ? population.amongDays(rows, first, after) : unreportedOfSteps.get(name as SubjectMeasure)![at]!;
    };
    return { start, ...figuresFrom(asked, amountOf, missingOf), partial };
  }
}

/** For each step, the row after its last. */
function endsOf(cube: Cube, steps: readonly SummaryStep[]): Uint32Array {
  return Uint32Array.from(steps, ({ next }) => rowsOfDays(cube, -Infinity, dayNumber(next) - 1).end);
}
