import type { Summary } from '@monitor/contract';
import { type DimensionName, type Filter, hasArea, kindOf, type Measure, reportedOf, typesOfKind } from '@monitor/domain';
import {
  benjaminiHochberg,
  type ClusterCount,
  clusterVariance,
  intervalOfRatio,
  pValueOfChange,
  type Weight,
  withoutLargest,
} from '@monitor/statistics';
import { type Amount, amongOthers, amountOf, type Before, type FigureChange, figureChange } from './change.ts';
import { compareCoverage } from './compare-coverage.ts';
import { partAnswer, taking, type WithAlike } from './compared-within.ts';
import type { Dataset } from './dataset-coverage.ts';
import { falseDiscoveries } from './verdict.ts';

/** What of a filter is compared: its violence, its seizures, or the types that it selects itself. */
export type ComparedKind = 'violence' | 'weapon_seizure' | 'chosen';

/** What is compared of each. */
export const comparedMeasures: Readonly<Record<ComparedKind, readonly Measure[]>> = {
  violence: ['incidents', 'killed', 'injured'],
  weapon_seizure: ['incidents', 'weapons'],
  chosen: ['incidents', 'killed', 'injured'],
};

/** The incidents of one kind under a filter. */
export interface ComparedFilter {
  readonly kind: ComparedKind;
  readonly filter: Filter;
}

/** What is compared of the incidents of a filter. */
export function comparedKindOf(filter: Filter): ComparedKind {
  const kind = kindOf(filter);
  return kind === 'violence' || kind === 'weapon_seizure' ? kind : 'chosen';
}

/** What is compared under a filter: violence and seizures apart, or the types that are chosen. */
export function comparedFilters(filter: Filter): readonly ComparedFilter[] {
  if (kindOf(filter) !== 'all') return [{ kind: comparedKindOf(filter), filter }];
  return (['violence', 'weapon_seizure'] as const).map((one) => ({ kind: one, filter: { ...filter, type: typesOfKind(one) } }));
}

/** A difference between two periods as a share of one, with its 95% interval: −0.04 is 4% fewer. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How far a difference can be relied on. `clear`: it stands out after correction for the number of comparisons. `driven`: it would, but not
 * without one or two incidents. `chance`: it is no more than chance brings about among so many. `none`: the two periods are not compared.
 */
export type Evidence = 'clear' | 'driven' | 'chance' | 'none';

/** A measure of one place in a period, beside the period that it is compared with. */
export interface Comparison {
  /** Its code, or another value that is compared with its own past. */
  readonly place: string;
  readonly kind: ComparedKind;
  readonly measure: Measure;
  readonly count: number;
  /** Incidents that do not give the number. */
  readonly notReported: number;
  readonly before: Before | undefined;
  /** What the figures of the screens say of it. */
  readonly change: FigureChange;
  readonly evidence: Evidence;
  /** With all incidents, also where it is driven by one or two; undefined if there is none. */
  readonly difference: Difference | undefined;
  /** P-value after correction for the number of comparisons; 1 where the periods are not compared. */
  readonly p: number;
  /** The largest incidents where they matter, and the difference that is left without them (undefined if too few are). */
  readonly without: (Weight & { readonly difference: Difference | undefined }) | undefined;
  /** Selects the incidents behind the count. */
  readonly filter: Filter;
}

/** The comparisons of a period, in each group the strongest first. */
export interface NotableChanges {
  readonly clear: readonly Comparison[];
  readonly driven: readonly Comparison[];
  readonly chance: readonly Comparison[];
  /** Too few events, or data that does not cover both periods. */
  readonly none: readonly Comparison[];
}

/** The summary of one kind, split by place or another list with the totals of each part. */
export interface ComparedSummary extends ComparedFilter {
  /** The list that it is split by, and what is compared, where that is other than the locations and measures of all pages. */
  readonly dimension?: DimensionName;
  readonly measures?: readonly Measure[];
  readonly summary: WithAlike<Pick<Summary, 'period' | 'comparison' | 'series'>>;
  /** Those that hold incidents of the kind at any time (`datasetsHolding`). */
  readonly datasets: readonly Dataset[];
}

/**
 * Compares the measures of each place with the period before. The p-values are read from the intervals, which allow for several people in
 * one incident, and corrected over all comparisons together (Benjamini and Hochberg, 1995). All pages that list locations take this one
 * family of comparisons, so that a change stands out on all of them or on none.
 */
export function notableChanges(kinds: readonly ComparedSummary[]): NotableChanges {
  return judged(kinds.flatMap(comparisonsOf));
}

/** The comparisons that the change of a number is judged among: those of single locations, or those of all of an area or everywhere. */
export interface ChangeFamilies {
  readonly single: NotableChanges;
  readonly together: NotableChanges;
  /** How the incidents of one region changed, as it stands among all regions. */
  readonly region?: { readonly kind: ComparedKind; readonly change: FigureChange | undefined };
}

export function changeFamilies(
  kinds: readonly (ComparedSummary & { readonly summary: Pick<Summary, 'totals'> })[],
): ChangeFamilies {
  const together = kinds.flatMap((one) => comparisonsIn(one, everywhere, one.filter, one.summary));
  return { single: notableChanges(kinds), together: judged(together) };
}

/** In place of the code of a place. */
const everywhere = '';

/** Whether a filter is of regions, or of an area that somebody drew. */
export function isOfArea(filter: Filter): boolean {
  return filter.region !== undefined || hasArea(filter);
}

/** Whether a filter is of several whole locations: what they are together is in no family. */
export function isOfSeveral(filter: Filter): boolean {
  return !isOfArea(filter) && (filter.country?.length ?? 0) > 1;
}

/** A change of one location, of an area, or of all together, as it stands in its family. */
export function withinFamily(
  change: FigureChange,
  families: ChangeFamilies | undefined,
  filter: Filter,
  measure: Measure,
): FigureChange {
  if (families === undefined || isOfSeveral(filter)) return change;
  const kind = comparedKindOf(filter);
  const { region } = families;
  if (measure === 'incidents' && region?.kind === kind) return region.change ?? change;
  const place = isOfArea(filter) ? everywhere : (filter.country?.[0] ?? everywhere);
  const family = place === everywhere ? families.together : families.single;
  const isChance = family.chance.some((one) => one.place === place && one.kind === kind && one.measure === measure);
  return amongOthers(change, !isChance, countCompared(family));
}

function judged(found: readonly Comparison[]): NotableChanges {
  const tested = found.filter(({ difference }) => difference !== undefined);
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p));
  const all = tested.map((one, index) => judge(one, adjusted[index] ?? 1));
  const group = (evidence: Evidence) =>
    all.filter((one) => one.evidence === evidence).toSorted((one, other) => one.p - other.p || sizeOf(other) - sizeOf(one));
  return {
    clear: group('clear'),
    driven: group('driven'),
    chance: group('chance'),
    none: found.filter(({ difference }) => difference === undefined),
  };
}

/** Those of some places; of all where none are named. */
export function ofPlaces({ clear, driven, chance, none }: NotableChanges, places: readonly string[] | undefined): NotableChanges {
  const of = (group: readonly Comparison[]) => group.filter(({ place }) => places?.includes(place) ?? true);
  return { clear: of(clear), driven: of(driven), chance: of(chance), none: of(none) };
}

/** How many comparisons were made, of which those that stand out are some. */
export function countCompared({ clear, driven, chance }: NotableChanges): number {
  return clear.length + driven.length + chance.length;
}

/** Codes of the places whose number of incidents of a kind changed so that it stands out. */
export function placesStandingOut({ clear }: NotableChanges, kind: ComparedKind): ReadonlySet<string> {
  return new Set(clear.flatMap((one) => (one.kind === kind && one.measure === 'incidents' ? [one.place] : [])));
}

function judge(comparison: Comparison, p: number): Comparison {
  const standsOut = p <= falseDiscoveries;
  const evidence = !standsOut ? 'chance' : comparison.change.kind === 'change' ? 'clear' : 'driven';
  return { ...comparison, p, evidence };
}

/** Size of a difference on the log scale, on which half and twice are equally far. */
function sizeOf({ difference }: Comparison): number {
  return difference === undefined ? 0 : Math.abs(Math.log(1 + difference.difference));
}

function comparisonsOf(compared: ComparedSummary): Comparison[] {
  const { filter, summary, dimension = 'country' } = compared;
  return (summary.series.parts ?? []).flatMap(({ value }) => {
    const part = partAnswer(summary, value);
    return part === undefined ? [] : comparisonsIn(compared, value, { ...filter, [dimension]: [value] }, part);
  });
}

/** The comparisons of one place, or of all together. */
function comparisonsIn(
  { kind, datasets: all, measures = comparedMeasures[kind] }: ComparedSummary,
  place: string,
  own: Filter,
  whole: WithAlike<Pick<Summary, 'period' | 'totals' | 'comparison'>>,
): Comparison[] {
  const { answer, filter, datasets } = taking('compared', whole, own, all);
  return measures.map((measure) => {
    const change = figureChange(whole, own, measure, all);
    const { difference, without } = strengthOf(answer, filter, measure, datasets, change);
    return {
      place,
      kind,
      measure,
      count: answer.totals[measure] ?? 0,
      notReported: reportedOf(answer.totals, measure).notReported,
      before: 'before' in change ? change.before : undefined,
      change,
      evidence: 'none',
      difference,
      p: difference === undefined ? 1 : pOf(difference),
      without,
      filter,
    };
  });
}

function pOf({ difference, low, high }: Difference): number {
  return pValueOfChange({ ratio: 1 + difference, low: 1 + low, high: 1 + high });
}

/** The difference with all incidents, and without the largest where these matter. */
function strengthOf(
  { period, totals, comparison }: Pick<Summary, 'period' | 'totals' | 'comparison'>,
  filter: Filter,
  measure: Measure,
  datasets: readonly Dataset[],
  change: FigureChange,
): Pick<Comparison, 'difference' | 'without'> {
  const none = { difference: undefined, without: undefined };
  if (change.kind !== 'change' && change.kind !== 'rests_on_largest') return none;
  if (period === null || comparison === null || measure === 'incidents')
    return change.kind === 'change' ? { difference: pick(change), without: undefined } : none;
  const coverage = compareCoverage(datasets, filter, period, comparison);
  if (coverage.kind !== 'comparable') return none;
  const later = clusterOf(amountOf(totals, measure, coverage.days));
  const earlier = clusterOf(amountOf(comparison.totals, measure, coverage.otherDays));
  const { heaviest } = change;
  const difference = change.kind === 'change' ? pick(change) : differenceOf(later, earlier);
  if (heaviest === undefined) return { difference, without: undefined };
  const rest =
    heaviest.side === 'later'
      ? differenceOf(withoutLargest(later, heaviest.incidents), earlier)
      : differenceOf(later, withoutLargest(earlier, heaviest.incidents));
  return { difference, without: { ...heaviest, difference: rest } };
}

function pick({ difference, low, high }: Difference): Difference {
  return { difference, low, high };
}

function clusterOf({ clustering, ...count }: Amount): ClusterCount {
  return { ...count, ...(clustering ?? { squares: count.events, largest: [0, 0] }) };
}

/** Undefined if nobody is left on one side. */
function differenceOf(later: ClusterCount, earlier: ClusterCount): Difference | undefined {
  if (later.events <= 0 || earlier.events <= 0) return undefined;
  const { ratio, low, high } = intervalOfRatio(later, earlier, clusterVariance(later, earlier));
  return { difference: ratio - 1, low: low - 1, high: high - 1 };
}
