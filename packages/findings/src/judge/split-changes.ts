import type { Summary } from '@monitor/contract';
import type { Filter, Period } from '@monitor/domain';
import { population, regionPopulation } from '@monitor/geography';
import { taking, type WithAlike } from './compared-within.ts';
import type { Dataset } from './dataset-coverage.ts';
import { type Comparison, comparedKindOf, countCompared, type NotableChanges, notableChanges } from './notable-changes.ts';
import { barReading } from './bar-rows.ts';
import { dispersionOf, dispersionOfPlace, type LocationRate, placeRate, populationRate, withoutRate } from './population-rate.ts';
import type { SplitRequest } from './trend-split.ts';

/** One part of a split series in the compared period, beside its own past. */
export interface SplitChange extends Pick<Comparison, 'count' | 'change' | 'evidence' | 'filter'> {
  readonly value: string;
  /** Per 100,000 people and year; undefined if there is none. */
  readonly rate: LocationRate | undefined;
}

/** The parts of a split series beside their own past: those with the highest rate first or, without rates, the largest. */
export interface SplitChanges {
  readonly parts: readonly SplitChange[];
  /** The rate of all locations together. */
  readonly whole: { readonly rate: number } | undefined;
  /** How many times as uncertain the count of all is as one of single events. */
  readonly dispersion: number;
  /** How many comparisons each is one of. */
  readonly compared: number;
}

/**
 * @param answer of the compared period, with totals of each part; and that with totals of each location, which may be the same
 * @param datasets those that hold any of the incidents at any time
 * @param family the comparisons of all locations that other sections of the page show: a change stands out in all of them or in none
 */
export function splitChanges(
  { dimension, filter, measure }: SplitRequest,
  period: Period,
  found: { readonly answer: WithAlike<Summary>; readonly ofLocations: WithAlike<Summary> },
  all: readonly Dataset[],
  family?: NotableChanges,
): SplitChanges {
  const kind = comparedKindOf(filter);
  const asked = { ...filter, ...period };
  const own = notableChanges([{ kind, filter: asked, summary: found.answer, datasets: all, dimension, measures: [measure] }]);
  const { answer, filter: compared, datasets } = taking('compared', found.answer, asked, all);
  const ofLocations = taking('compared', found.ofLocations, asked, all).answer;
  const ofFamily = new Map(
    allOf(family)
      .filter((one) => one.kind === kind && one.measure === measure && isWholeKind(filter))
      .map((one) => [one.place, one.evidence]),
  );
  const input = { filter: compared, period, datasets, findPopulation: dimension === 'region' ? regionPopulation : population };
  const isRated = (dimension === 'country' || dimension === 'region') && withoutRate(input, dimension) === undefined;
  const parts = allOf(own).map(({ place: value, evidence, ...one }): SplitChange => {
    const rate = isRated ? placeRate(input, value, one.count, dispersionOfPlace(ofLocations, measure, value)) : undefined;
    return {
      ...one,
      value,
      evidence: ofFamily.get(value) ?? evidence,
      rate: rate === undefined || 'kind' in rate ? undefined : rate,
    };
  });
  const counts = parts.map(({ value, count }) => ({ value, [measure]: count }));
  const dispersion = dispersionOf(answer.totals, measure);
  const whole = isRated && dimension === 'country' ? populationRate(input, counts, measure, dispersion) : undefined;
  return {
    whole: whole?.kind === 'rate' ? whole : undefined,
    parts: parts.toSorted((one, other) => (other.rate?.rate ?? 0) - (one.rate?.rate ?? 0) || other.count - one.count),
    dispersion,
    compared: countCompared(ofFamily.size > 0 ? family! : own),
  };
}

function allOf(changes: NotableChanges | undefined): readonly Comparison[] {
  return changes === undefined ? [] : [...changes.clear, ...changes.driven, ...changes.chance, ...changes.none];
}

/** Whether the family, which is of whole kinds of incident, compares the same ones. */
function isWholeKind({ type, subtype }: Filter): boolean {
  return subtype === undefined && type !== undefined;
}

interface PartRate extends LocationRate {
  readonly value: string;
}

/** What a split shows of the size of its parts. */
export type SplitSizes =
  /** The highest and the lowest rate, or the largest count, where chance alone would not make one of the other. */
  | { readonly kind: 'rates'; readonly highest: PartRate; readonly lowest: PartRate }
  | { readonly kind: 'largest'; readonly largest: string; readonly count: number; readonly notReported: number }
  | { readonly kind: 'none' };

/** @param isRate whether rates are shown */
export function splitSizes({ parts, dispersion }: SplitChanges, isRate: boolean): SplitSizes {
  const rated = parts.flatMap(({ value, rate, count }) => (rate === undefined || count === 0 ? [] : [{ value, ...rate }]));
  const [highest, lowest] = [rated[0], rated.at(-1)];
  if (isRate && highest && lowest && highest.low > lowest.high) return { kind: 'rates', highest, lowest };
  const reading = barReading(
    parts.filter(({ count }) => count > 0).map(({ value, count }) => ({ value, amount: count })),
    [],
    { total: 0, dispersion },
  );
  const [first, second] = reading?.first ?? [];
  // A single part has all, and is no larger than others.
  if (isRate || first === undefined || second !== undefined || parts.length === 1) return { kind: 'none' };
  return { kind: 'largest', largest: first.value, count: first.amount, notReported: reading!.notReported };
}
