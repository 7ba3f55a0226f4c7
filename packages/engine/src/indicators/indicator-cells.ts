import { filterQuery, type IndicatorCell, type IndicatorGap } from '@monitor/contract';
import {
  coversWhole,
  type Filter,
  type Indicator,
  type IndicatorVerdict,
  isMeasureOfDescribed,
  leavingOut,
  type Measure,
  partsCompared,
  partsOf,
  type Period,
  type RecordPart,
} from '@monitor/domain';
import {
  type Amount,
  amountOfSum,
  compareCoverage,
  type CoverageComparison,
  coveredPeriods,
  type Dataset,
  datasetsInScope,
  denominatorOf,
  dispersionOfSum,
  overlapOf,
  populationRate,
  type PopulationRate,
  ratioOfAmounts,
} from '@monitor/findings';
import { population } from '@monitor/geography';
import { daysPerYear } from '@monitor/statistics';
import { type Counted, type Counts, together, type Wanted } from './count-amounts.ts';

/** Locations that figures are given for: one, or several together. */
export interface Place {
  /** Null for all together. */
  readonly code: string | null;
  readonly countries: readonly string[];
  /** The filter that selects them. */
  readonly filter: Filter;
}

/** How much of a year, and of the one before, the data of a place covers. */
interface YearCoverage {
  /** Whether what covers it whole has most of its incidents. */
  readonly complete: boolean;
  readonly covered: boolean;
  readonly comparison: CoverageComparison;
  /** What the comparison leaves out, and the datasets without it. */
  readonly leftOut: readonly string[];
  readonly datasets: readonly Dataset[];
}

/** The coverage of places and years, worked out once for all indicators. */
export class Coverages {
  readonly #datasets: readonly Dataset[];
  readonly #scope: Pick<Filter, 'dataset'>;
  readonly #known = new Map<string, YearCoverage>();

  constructor(datasets: readonly Dataset[], scope: Pick<Filter, 'dataset'>) {
    this.#datasets = datasets;
    this.#scope = scope;
  }

  of({ code, countries }: Place, year: number): YearCoverage {
    const key = `${code} ${year}`;
    const known = this.#known.get(key) ?? this.#find(countries, yearOf(year), yearOf(year - 1));
    this.#known.set(key, known);
    return known;
  }

  #find(countries: readonly string[], period: Period, before: Period): YearCoverage {
    const filter: Filter = { ...this.#scope, country: countries };
    const found = partsCompared(this.#datasets, [
      { ...period, filter },
      { ...before, filter },
    ]);
    const perDay = (isMeant: (part: RecordPart) => boolean) =>
      partsOf(this.#datasets, filter).reduce((sum, part) => sum + (isMeant(part) ? part.perDay : 0), 0);
    // Where nothing covers both years, it is said of all.
    const { leave_out: leftOut = [] } = found.kept.length === 0 ? filter : leavingOut(filter, found);
    const datasets = datasetsInScope({ leave_out: leftOut }, this.#datasets);
    return {
      covered: countries.some((code) => coveredPeriods(code, this.#datasets).some((one) => overlapOf(one, period) !== undefined)),
      complete: 2 * perDay((part) => coversWhole(part, period)) > perDay((part) => overlapOf(part, period) !== undefined),
      comparison: compareCoverage(datasets, filter, period, before),
      leftOut,
      datasets,
    };
  }
}

/** What all cells of an answer have in common. */
export interface CellContext {
  readonly datasets: readonly Dataset[];
  /** The datasets that were asked for, if any. */
  readonly scope: Pick<Filter, 'dataset'>;
  readonly counts: Counts;
  readonly coverages: Coverages;
  /** Parts of the record that are not counted. */
  readonly leftOut?: readonly string[];
}

/** All that must be counted for an indicator. */
export function wantedFor(indicator: Indicator): Wanted[] {
  const filters = indicator.kind === 'share' ? [indicator.filter, indicator.whole, indicator.unknown] : [indicator.filter];
  return filters.map((filter) => ({ filter, measure: indicator.measure }));
}

function yearOf(year: number): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** An indicator of one year, before it is compared. */
interface Figure {
  readonly value: number | null;
  readonly gap: IndicatorGap | null;
  readonly counted: Counted;
  readonly denominator: number | null;
  readonly unknown: number | null;
  readonly unknownShare: number | null;
  readonly rate?: PopulationRate & { readonly kind: 'rate' };
}

/** The cell of an indicator in one place and year, compared with the year before. */
export function indicatorCell(indicator: Indicator, place: Place, year: number, context: CellContext): IndicatorCell {
  const figure = figureOf(indicator, place, year, context);
  const coverage = context.coverages.of(place, year);
  const alike = coverage.leftOut.length === 0 ? context : { ...context, datasets: coverage.datasets, leftOut: coverage.leftOut };
  const before = figureOf(indicator, place, year - 1, alike);
  const compared = alike === context ? figure : figureOf(indicator, place, year, alike);
  const { rate } = figure;
  return {
    place: place.code,
    year,
    complete: coverage.complete,
    value: rounded(figure.value),
    low: rounded(rate?.low ?? null),
    high: rounded(rate?.high ?? null),
    gap: figure.gap,
    numerator: figure.counted.sum,
    denominator: rounded(figure.denominator),
    unknown: figure.unknown,
    unknownShare: rounded(figure.unknownShare),
    before: rounded(before.value),
    ...changeOf(indicator, compared, before, coverage.comparison),
    population: rate ? { source: rate.source, firstYear: rate.firstYear, lastYear: rate.lastYear } : null,
    query: filterQuery({
      ...indicator.filter,
      ...context.scope,
      ...ratedPlace(indicator, place, year, context).filter,
      ...yearOf(year),
    }),
  };
}

/** Of several locations, those of which an indicator that is a rate counts people and incidents; all if it has none. */
function ratedPlace({ kind }: Indicator, place: Place, year: number, { datasets }: CellContext): Place {
  const input = { filter: {}, period: yearOf(year), datasets, findPopulation: population };
  const isRated = (code: string) => ['denominator', 'no_days'].includes(denominatorOf(code, input).kind);
  const countries = kind === 'rate' ? place.countries.filter(isRated) : place.countries;
  const isWhole = countries.length === 0 || countries.length === place.countries.length;
  return isWhole ? place : { ...place, countries, filter: { country: countries } };
}

/** Digits beyond these say nothing, and would differ from one way of adding to another. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}

/** The same of a ratio, which is never zero. */
function significant(value: number): number {
  return Number(value.toPrecision(5));
}

function figureOf(indicator: Indicator, place: Place, year: number, context: CellContext): Figure {
  const { counts, coverages, leftOut } = context;
  const { measure } = indicator;
  const period = yearOf(year);
  const rated = ratedPlace(indicator, place, year, context);
  const countsOf = (filter: Filter) => rated.countries.map((country) => counts.of({ filter, measure }, country, year, leftOut));
  const parts = countsOf(indicator.filter);
  const counted = together(parts);
  const { covered } = coverages.of(place, year);
  if (!covered) return { value: null, gap: 'no_data', counted, denominator: null, unknown: null, unknownShare: null };
  if (indicator.kind === 'share') {
    const [whole, unknown] = [indicator.whole, indicator.unknown].map((filter) => together(countsOf(filter)).sum) as [
      number,
      number,
    ];
    const denominator = indicator.unknownCounts ? whole : whole - unknown;
    const unknownShare = percent(unknown, whole);
    const value = percent(counted.sum, denominator);
    return { value, gap: value === null ? 'none_counted' : null, counted, denominator, unknown, unknownShare };
  }
  const unknown = isAlwaysGiven(measure) ? null : counted.notReported;
  // Incidents that describe nobody are beside those that describe such people.
  const outOf = isMeasureOfDescribed(measure) ? counted.incidents + counted.notReported : counted.incidents;
  const known = { counted, unknown, unknownShare: unknown === null ? null : percent(unknown, outOf) };
  const isSilent = unknown !== null && counted.incidents > 0 && counted.sum === 0 && unknown >= counted.incidents;
  if (isSilent || !counts.isRecorded({ filter: indicator.filter, measure }))
    return { ...known, value: null, gap: 'not_reported', denominator: null };
  if (indicator.kind === 'count') return { ...known, value: counted.sum, gap: null, denominator: null };
  const rate = rateOf(indicator, rated, period, parts, context);
  if (rate.kind !== 'rate') return { ...known, value: null, gap: gapOf(rate), denominator: null };
  return { ...known, value: rate.rate, gap: null, denominator: rate.exposure / daysPerYear, rate };
}

function gapOf(without: Exclude<PopulationRate, { readonly kind: 'rate' }>): IndicatorCell['gap'] {
  if (without.kind === 'too_few' || without.kind === 'short') return without.kind;
  return 'parts' in without ? 'part_covered' : 'no_population';
}

/** Measures of which no incident leaves out the number, since no source says so. */
function isAlwaysGiven(measure: Measure): boolean {
  return measure === 'incidents' || measure === 'suicides';
}

function percent(part: number, whole: number): number | null {
  return whole > 0 ? (100 * part) / whole : null;
}

function rateOf(indicator: Indicator, { countries }: Place, period: Period, parts: readonly Counted[], { datasets }: CellContext) {
  const byLocation = countries.map((value, index) => ({
    value,
    [indicator.measure]: parts[index]!.sum,
  }));
  return populationRate(
    { filter: { country: countries }, period, datasets, findPopulation: population },
    byLocation,
    indicator.measure,
    dispersionOfSum(together(parts)),
  );
}

type Change = Pick<IndicatorCell, 'verdict' | 'ratio' | 'ratioLow' | 'ratioHigh'>;

/** The change on the year before as a ratio with its 95% interval, or why there is none. */
function changeOf({ measure }: Indicator, later: Figure, earlier: Figure, coverage: CoverageComparison): Change {
  const none = (verdict: IndicatorVerdict): Change => ({ verdict, ratio: null, ratioLow: null, ratioHigh: null });
  if (earlier.gap === 'no_data') return none(later.value === null ? 'no_value' : 'no_earlier_year');
  if (later.gap === 'too_few' || earlier.gap === 'too_few') return none('too_few');
  if (later.value === null || earlier.value === null) return none('no_value');
  if (coverage.kind === 'data_end') return none('incomplete_year');
  if (coverage.kind === 'data_begin') return none('no_earlier_year');
  if (coverage.kind !== 'comparable') return none('coverage_differs');
  const change = ratioOfAmounts(amountOf(measure, later, coverage.days), amountOf(measure, earlier, coverage.otherDays));
  if (change.kind !== 'change') return none(change.kind);
  const { ratio, low, high } = change;
  return {
    verdict: low > 1 ? 'rise' : high < 1 ? 'fall' : 'no_clear_change',
    ratio: significant(ratio),
    ratioLow: significant(low),
    ratioHigh: significant(high),
  };
}

/** The part of a share over its whole, a rate over its people, and a number over the days of the year that the data covers. */
function amountOf(measure: Measure, { counted, denominator }: Figure, days: number): Amount {
  return amountOfSum(counted, measure, denominator ?? days);
}
