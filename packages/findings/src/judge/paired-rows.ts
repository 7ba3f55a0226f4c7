import type { FacetValue } from '@monitor/contract';
import { type DimensionName, isSilent, type Measure, noneReported, reportedOf } from '@monitor/domain';
import { benjaminiHochberg, type Change, pValueOfChange, rateRatio } from '@monitor/statistics';
import { isMeant, isWithoutData, type Side, type SidesComparison } from './compare-sides.ts';
import { dispersionOf, type LocationRate, type RatedDimension } from './population-rate.ts';
import { falseDiscoveries } from './verdict.ts';

/** One value of a list on both sides. */
export interface PairedRow {
  readonly value: string;
  /** Counts or rates of A and of B; undefined if the side does not mean the value, or none of its incidents gives the number. */
  readonly amounts: readonly [number | undefined, number | undefined];
  /** A divided by B; undefined if it cannot be given for another reason than few events. */
  readonly change: Change | undefined;
  /** True if a side means the value and has no rate of it. */
  readonly hasNoRate?: boolean;
  /** True if a side has incidents of the value and none gives the number. */
  readonly isNotReported?: boolean;
  /** Whether the ratio clearly differs from 1, after correction for the number of rows. */
  readonly isClear: boolean;
}

type Uncorrected = Omit<PairedRow, 'isClear'>;

/**
 * Rows of a list, those with most in A first. Ratios are per day; per person where the totals are and the list is not one of places, whose
 * values have the same population on both sides.
 * @param comparison of the totals: where its counts cannot be compared, neither can these
 */
export function pairedRows(
  dimension: DimensionName,
  [a, b]: readonly [Side, Side],
  measure: Measure,
  comparison: SidesComparison,
): PairedRow[] {
  const isOfPlaces = dimension === 'country' || dimension === 'region';
  const exposures = isOfPlaces ? comparison.days : comparison.exposures;
  const isComparable =
    exposures !== undefined && comparison.change.kind !== 'identical' && comparison.counts.every((count) => count !== undefined);
  const amounts = ([a, b] as const).map(({ filter, summary }, at) => {
    if (isWithoutData(comparison, at === 0 ? 0 : 1)) return () => undefined;
    const counted = new Map((summary.facets[dimension] ?? []).map((one: FacetValue) => [one.value, reportedOf(one, measure)]));
    return (value: string) => (isMeant(filter, dimension, value) ? (counted.get(value) ?? noneReported) : undefined);
  });
  const values = new Set([a, b].flatMap(({ summary }) => (summary.facets[dimension] ?? []).map(({ value }) => value)));
  const rows = [...values].map((value): Uncorrected => {
    const reported = amounts.map((amountOf) => amountOf(value));
    const isNotReported = reported.some((amount) => amount !== undefined && isSilent(amount));
    const [ofA, ofB] = reported.map((amount) => (amount === undefined || isSilent(amount) ? undefined : amount.count));
    const change =
      ofA === undefined || ofB === undefined || !isComparable
        ? undefined
        : rateRatio(
            { events: ofA, exposure: exposures[0], dispersion: dispersionOf(a.summary.totals, measure) },
            { events: ofB, exposure: exposures[1], dispersion: dispersionOf(b.summary.totals, measure) },
          );
    return { value, amounts: [ofA, ofB], change, ...(isNotReported && { isNotReported }) };
  });
  return corrected(rows);
}

/** Rows of rates of places. Undefined rates are of places that the side leaves out, without a population, or with too few events. */
export function pairedRates(
  dimension: RatedDimension,
  rates: readonly [ReadonlyMap<string, LocationRate>, ReadonlyMap<string, LocationRate>],
  [a, b]: readonly [Side, Side],
  isComparable: boolean,
): PairedRow[] {
  const [ofA, ofB] = rates;
  const rows = [...new Set([...ofA.keys(), ...ofB.keys()])].map((value): Uncorrected => {
    const meant = [isMeant(a.filter, dimension, value), isMeant(b.filter, dimension, value)];
    const one = meant[0] === true ? ofA.get(value) : undefined;
    const other = meant[1] === true ? ofB.get(value) : undefined;
    const change = one === undefined || other === undefined || !isComparable ? undefined : rateRatio(one, other);
    const hasNoRate = [one, other].some((rate, at) => rate === undefined && meant[at] === true);
    return { value, amounts: [one?.rate, other?.rate], change, hasNoRate };
  });
  return corrected(rows);
}

function corrected(rows: readonly Uncorrected[]): PairedRow[] {
  const kept = rows.filter(({ amounts }) => amounts.some((amount) => (amount ?? 0) > 0));
  const p = benjaminiHochberg(kept.map(({ change }) => (change?.kind === 'change' ? pValueOfChange(change) : 1)));
  return kept
    .map((row, at) => ({ ...row, isClear: row.change?.kind === 'change' && (p[at] ?? 1) <= falseDiscoveries }))
    .toSorted((one, other) => (other.amounts[0] ?? 0) - (one.amounts[0] ?? 0) || (other.amounts[1] ?? 0) - (one.amounts[1] ?? 0));
}

/** How the rows read: the values that clearly differ, or why none does. */
export type PairedReading =
  | { readonly kind: 'clear'; readonly more: readonly string[]; readonly fewer: readonly string[] }
  | { readonly kind: 'none' | 'tooFew' | 'uneven' | 'apart' };

export function pairedReading(rows: readonly PairedRow[]): PairedReading {
  const clear = rows.filter(({ isClear }) => isClear);
  if (clear.length === 0) {
    if (rows.some(({ change }) => change?.kind === 'change')) return { kind: 'none' };
    if (rows.some(({ change }) => change !== undefined)) return { kind: 'tooFew' };
    const isUneven = ({ amounts, hasNoRate, isNotReported }: PairedRow) =>
      hasNoRate === true || isNotReported === true || !amounts.includes(undefined);
    return { kind: rows.some(isUneven) ? 'uneven' : 'apart' };
  }
  const values = (isMore: boolean) =>
    clear.filter(({ change }) => change?.kind === 'change' && change.ratio > 1 === isMore).map(({ value }) => value);
  return { kind: 'clear', more: values(true), fewer: values(false) };
}
