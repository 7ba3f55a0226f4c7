import type { Summary } from '@monitor/contract';
import { canonicalPairs } from '@monitor/contract/without-schemas';
import {
  locationCoverage,
  areaNames,
  type Dimension,
  type DimensionName,
  dimensionNames,
  dimensions,
  type Filter,
  type FilterName,
  type Measure,
  type Period,
  wholeOf,
} from '@monitor/domain';
import type { ClusterChange } from '@monitor/statistics';
import { amountOf, ratioOfAmounts } from './change.ts';
import { compareCoverage, type CoverageDifference, leastShare } from './compare-coverage.ts';
import type { WithAlike } from './compared-within.ts';
import { type Dataset, namedLocations, overlapOf } from './dataset-coverage.ts';
import { answeredRate, type FindPopulation, type PopulationRate } from './population-rate.ts';
import { isNotReported, notReportedOf } from './reported.ts';

/*
 * Two selections side by side: A, and B that it is compared with. They can differ in anything: in their periods, their places, or in what
 * is counted.
 */

/** One of two selections that are compared. */
export interface Side {
  readonly filter: Filter;
  readonly summary: WithAlike<Pick<Summary, 'period' | 'totals' | 'facets'> & Partial<Pick<Summary, 'series'>>>;
  /** The datasets that hold incidents of it at any time: `datasetsHolding`. */
  readonly datasets: readonly Dataset[];
}

/** Whether the counts of two sides can be compared. */
export type SidesCoverage =
  /** Days of A and of B that the data covers. */
  { readonly kind: 'comparable'; readonly days: readonly [number, number] } | UnevenSides;

/** Why they cannot: their difference would be one of what was looked at. */
export type UnevenSides =
  | CoverageDifference
  /** The data has no day of one of them. */
  | { readonly kind: 'no_data' }
  /** They come from different datasets: titles of those of A only, and of B only. */
  | { readonly kind: 'other_data'; readonly titles: readonly [readonly string[], readonly string[]] };

/** The datasets that a notable share of a side's incidents comes from. */
function notableDatasets({ filter, summary: { totals, facets }, datasets }: Side): readonly Dataset[] {
  const counted = (facets.dataset ?? []).filter(({ value }) => filter.dataset?.includes(value) ?? true);
  const notable = new Set(counted.filter(({ incidents }) => incidents >= leastShare * totals.incidents).map(({ value }) => value));
  return datasets.filter(({ slug }) => notable.has(slug));
}

/** Whether two sides mean the same places. */
export function samePlaces(one: Filter, other: Filter): boolean {
  const names: readonly string[] = ['country', 'region', ...areaNames];
  return differentNames(one, other).every((name) => !names.includes(name));
}

/** Whether the same incident could be on both sides: their counts then depend on each other, and no interval knows how much. */
export function mayShareIncidents(a: Pick<Side, 'filter' | 'summary'>, b: Pick<Side, 'filter' | 'summary'>): boolean {
  const [periodA, periodB] = [a.summary.period, b.summary.period];
  if (periodA === null || periodB === null || overlapOf(periodA, periodB) === undefined) return false;
  const areApart = (one: readonly string[] | undefined, other: readonly string[] | undefined) =>
    one !== undefined && other !== undefined && one.every((value) => !other.includes(value));
  // Of several weapons or victims, one can be on either side.
  const single = dimensionNames.filter((name) => dimensions[name].isWhole);
  return (
    !areApart(namedLocations(a.filter), namedLocations(b.filter)) &&
    single.every((name) => !areApart(a.filter[name], b.filter[name]))
  );
}

/** Whether two sides have the same filter, apart from their periods. */
function differInPeriodOnly(one: Filter, other: Filter): boolean {
  return differentNames(one, other).every((name) => name === 'from' || name === 'to');
}

/** The names of the constraints that differ. */
function differentNames(one: Filter, other: Filter): FilterName[] {
  const [texts, others] = [new Map(canonicalPairs(one)), new Map(canonicalPairs(other))];
  return [...new Set([...texts.keys(), ...others.keys()])].filter((name) => texts.get(name) !== others.get(name));
}

/**
 * Whether the data covers both sides alike. Where they mean the same places, the datasets must cover both periods; where not, each side
 * its own, and a notable part of neither may come from a dataset that the other does not have.
 */
export function coverageOfSides(a: Side, b: Side): SidesCoverage {
  const [periodA, periodB] = [a.summary.period, b.summary.period];
  if (periodA === null || periodB === null) return { kind: 'no_data' };
  if (!differInPeriodOnly(a.filter, b.filter) && a.summary.totals.incidents > 0 && b.summary.totals.incidents > 0) {
    const [ofA, ofB] = [notableDatasets(a), notableDatasets(b)];
    const only = (these: readonly Dataset[], those: readonly Dataset[]) =>
      these.filter(({ slug }) => those.every((one) => one.slug !== slug)).map(({ title }) => title);
    const titles = [only(ofA, ofB), only(ofB, ofA)] as const;
    if (titles[0].length > 0 || titles[1].length > 0) return { kind: 'other_data', titles };
  }
  if (samePlaces(a.filter, b.filter)) {
    const slugs = new Set(a.datasets.map(({ slug }) => slug));
    const datasets = [...a.datasets, ...b.datasets.filter(({ slug }) => !slugs.has(slug))];
    // It takes the later period first, and says of each what it has of the data.
    return periodA.from >= periodB.from
      ? inOrder(compareCoverage(datasets, a.filter, periodA, periodB), (days, otherDays) => [days, otherDays])
      : inOrder(compareCoverage(datasets, a.filter, periodB, periodA), (days, otherDays) => [otherDays, days]);
  }
  const [ofA, ofB] = [ownCoverage(a, periodA), ownCoverage(b, periodB)];
  if (ofA.kind !== 'comparable') return ofA;
  if (ofB.kind !== 'comparable') return ofB;
  return { kind: 'comparable', days: [ofA.days, ofB.days] };
}

/** How the data covers the period of a side, as if it were compared with itself. */
function ownCoverage({ datasets, filter }: Side, period: Period) {
  return compareCoverage(datasets, filter, period, period);
}

function inOrder(
  found: ReturnType<typeof compareCoverage>,
  order: (days: number, otherDays: number) => readonly [number, number],
): SidesCoverage {
  return found.kind === 'comparable' ? { kind: 'comparable', days: order(found.days, found.otherDays) } : found;
}

/** What a measure counts on both sides, and how far they differ. */
export interface SidesComparison {
  /** Of A and of B; undefined if no source gives the number, or the data has no day of the period. */
  readonly counts: readonly [number | undefined, number | undefined];
  /**
   * A divided by B: per day or, where the sides mean different places whose population is known, per person and day. `largest` of a change
   * speaks of A as the later side. `identical`: A and B are one selection.
   */
  readonly change: ClusterChange | UnevenSides | { readonly kind: 'not_reported' } | { readonly kind: 'identical' };
  readonly per: 'day' | 'person';
  /** Per 100,000 people and year, or why there is none. */
  readonly rates: readonly [PopulationRate, PopulationRate];
  /** Covered days of A and of B; undefined if they cannot be compared. */
  readonly days: readonly [number, number] | undefined;
  /** What the counts are divided by: those days, or people × days. */
  readonly exposures: readonly [number, number] | undefined;
  /** Shares of the incidents of A and of B whose sources do not give the number. */
  readonly notReported: readonly [number, number];
  /** Whether A and B can have incidents in common. */
  readonly mayShare: boolean;
}

/** Whether the data has no day of a side's period. @param at 0 for A, 1 for B */
export function isWithoutData({ change, counts }: Pick<SidesComparison, 'change' | 'counts'>, at: 0 | 1): boolean {
  return change.kind === 'no_data' && counts[at] === undefined;
}

/** Compares what a measure counts on two sides. The facets of both have `country` and `dataset`. */
export function compareSides(a: Side, b: Side, measure: Measure, findPopulation: FindPopulation): SidesComparison {
  const sides = [a, b] as const;
  const hasDays = bothOf(sides, ({ summary: { period, totals } }) => totals.incidents > 0 || hasDataIn(period, a, b));
  const counts = bothOf(sides, ({ summary: { totals } }, at) =>
    isNotReported(totals, measure) || !hasDays[at] ? undefined : (totals[measure] ?? 0),
  );
  const rates = bothOf(sides, ({ filter, summary, datasets }) =>
    answeredRate({ filter, period: summary.period, datasets, findPopulation }, summary, measure),
  );
  const notReported = bothOf(sides, ({ summary: { totals } }) =>
    totals.incidents === 0 ? 0 : (notReportedOf(totals, measure) ?? 0) / totals.incidents,
  );
  const coverage = coverageOfSides(a, b);
  const days = coverage.kind === 'comparable' ? coverage.days : undefined;
  const found = { counts, rates, days, exposures: days, notReported, mayShare: mayShareIncidents(a, b), per: 'day' as const };
  if (hasDays.includes(false)) return { ...found, change: { kind: 'no_data' } };
  if (counts.includes(undefined)) return { ...found, change: { kind: 'not_reported' } };
  if (differentNames(a.filter, b.filter).length === 0) return { ...found, change: { kind: 'identical' } };
  if (coverage.kind !== 'comparable') return { ...found, change: coverage };
  const [rateA, rateB] = rates;
  const isOfPeople = !samePlaces(a.filter, b.filter) && rateA.kind === 'rate' && rateB.kind === 'rate';
  const exposures = isOfPeople ? ([rateA.exposure, rateB.exposure] as const) : coverage.days;
  const amounts = bothOf(sides, ({ summary: { totals } }, at) => {
    const amount = amountOf(totals, measure, exposures[at]);
    const rate = rates[at];
    // Locations without a population are in neither count nor denominator.
    return isOfPeople && rate.kind === 'rate' ? { ...amount, events: rate.events } : amount;
  });
  return { ...found, exposures, per: isOfPeople ? 'person' : 'day', change: ratioOfAmounts(...amounts) };
}

/** Whether the data of either side has a day of a period: outside it, nothing counted is not zero. */
function hasDataIn(period: Period | null, ...sides: readonly Side[]): boolean {
  const covered = sides.flatMap(({ datasets, filter }) => {
    const named = namedLocations(filter);
    return datasets.flatMap(locationCoverage).filter(({ country }) => named?.includes(country) ?? true);
  });
  // Where neither side selects anything at any time, it is not known which data they would be of.
  if (covered.length === 0) return true;
  return period !== null && covered.some((one) => overlapOf(one, period) !== undefined);
}

function bothOf<One, Result>(sides: readonly [One, One], of: (side: One, at: 0 | 1) => Result): readonly [Result, Result] {
  return [of(sides[0], 0), of(sides[1], 1)];
}

/** Whether a filter can select an incident with this value: a facet counts values beside those chosen in its own list. */
export function isMeant(filter: Filter, dimension: DimensionName, value: string): boolean {
  const chosen: readonly string[] | undefined = filter[dimension];
  if (chosen !== undefined && !chosen.includes(value)) return false;
  const { partOf }: Dimension = dimensions[dimension];
  if (partOf === undefined) return true;
  const wholes: readonly string[] | undefined = filter[partOf.whole];
  return wholes?.includes(wholeOf(dimension, value)) ?? true;
}
