import {
  dayNumber,
  type DimensionName,
  dimensions,
  extraMeasures,
  type Filter,
  frameOf,
  type Measure,
  type SeriesPart,
  type SeriesStep,
  type SummaryAnswer,
  type SummaryRequest,
  type SummaryStep,
  valuesOfSplit,
} from '@monitor/domain';
import { type Amounts, amountsOf } from './amounts.ts';
import { FacetCounter } from './count-values.ts';
import { coverage } from './coverage.ts';
import type { Cube } from './cube.ts';
import { notReportedGroup } from './groups.ts';
import { groupOf } from './matching-combinations.ts';
import type { Population } from './population.ts';
import { splitSeries } from './split-series.ts';
import { totalsOf } from './totals.ts';
import { countHours } from './week-hours.ts';

/** Totals, comparison, series and facets of a filter. @param populate gives the population of a filter, made or remembered */
export function summarise(
  cube: Cube,
  filter: Filter,
  request: SummaryRequest,
  populate: (filter: Filter) => Population,
): SummaryAnswer {
  const frame = frameOf(filter, request.interval, coverage(cube, filter));
  const { period, comparison, interval, steps } = frame;
  const population = populate(filter);
  population.expect?.([...request.facets.map(groupOf), notReportedGroup, dimensions.place_precision.group]);
  const asked = extraMeasures(request);
  const facets = new FacetCounter(cube, filter, population, asked);
  const compared = comparison ? populate({ ...filter, from: comparison.from, to: comparison.to }) : undefined;
  const amounts = asked.map((name) => [name, amountsOf(cube, name, filter)] as const);
  return {
    datasetVersion: cube.version,
    period,
    totals: totalsOf(cube, population, filter, asked),
    comparison: comparison && compared ? { ...comparison, totals: totalsOf(cube, compared, filter, asked) } : null,
    series: {
      interval,
      points: steps.map((step) => pointOf(population, step, amounts)),
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
      { filter, population, compared },
      { split, values, frame, asked, withTotals: request.partTotals === true },
    );
  }
}

type MeasuredAmounts = readonly (readonly [Measure, Amounts])[];

function pointOf(population: Population, { start, next, partial }: SummaryStep, amounts: MeasuredAmounts): SeriesStep {
  const [first, after] = [dayNumber(start), dayNumber(next)];
  const extra = amounts.map(([name, amount]) => [name, population.amountOfDays(first, after, amount)] as const);
  return { start, ...population.ofDays(first, after), ...Object.fromEntries(extra), partial };
}
