import {
  type ComparedSide,
  coversWhole,
  type Filter,
  type IsoDate,
  partsCompared,
  partsOf,
  type Period,
  type RecordPart,
  wholeOf,
} from '@monitor/domain';
import { coverageOf, coveredPeriods, type Dataset, datasetsInScope, daysOf, overlapOf } from './dataset-coverage.ts';

/** Whether the counts of two periods can be compared. */
export type CoverageComparison =
  /** The days of each that the data covers; a part with more incidents weighs more. */
  { readonly kind: 'comparable'; readonly days: number; readonly otherDays: number } | CoverageDifference;

export type CoverageDifference =
  /** The data ends before the period does, on this day. */
  | { readonly kind: 'data_end'; readonly day: IsoDate }
  /** The data begins after the period compared with does, on this day. */
  | { readonly kind: 'data_begin'; readonly day: IsoDate }
  /** A part of the data lies in one of the periods only, so that their difference would be one of coverage. */
  | { readonly kind: 'uneven_data'; readonly parts: readonly DataPart[] };

/** The days of a dataset, or of one location of it. */
export interface DataPart extends Period {
  readonly title: string;
  readonly country: string | undefined;
}

/** Share of a side's incidents from which on a dataset matters to it. */
export const leastShare = 0.05;

/**
 * Whether the data covers two periods equally. The few days that are missing from one of them are taken out of the days that the counts are
 * divided by.
 * @param datasets those that the counts can come from; without any, nothing is known of them and all days count
 * @param filter that of the counts, which leaves out what cannot be compared: see `comparedWithin`
 * @param other the earlier one, that the period is compared with
 */
export function compareCoverage(
  datasets: readonly Dataset[],
  filter: ComparedSide['filter'],
  period: Period,
  other: Period,
): CoverageComparison {
  const all = partsOf(datasets, filter);
  const { kept, leftOut } = partsCompared(datasets, [
    { ...period, filter },
    { ...other, filter },
  ]);
  const held = coverageOf(all);
  if (held === undefined || (kept.length > 0 && leftOut.length === 0))
    return { kind: 'comparable', days: daysCovered(kept, period), otherDays: daysCovered(kept, other) };
  const active = [...kept, ...leftOut];
  // Where nothing covers both, the reason is that of the largest part.
  const [largest] = kept.length === 0 ? leftOut : [];
  const cover = (...wanted: readonly Period[]) =>
    kept.length === 0 && wanted.every((one) => one.from > one.to || (largest !== undefined && coversWhole(largest, one)));
  const { from, to } = largest ?? held;
  if (to < period.to && cover({ ...period, to }, { ...other, to: to < other.to ? to : other.to }))
    return { kind: 'data_end', day: to };
  if (from > other.from && cover({ ...period, from: from > period.from ? from : period.from }, { ...other, from }))
    return { kind: 'data_begin', day: from };
  return {
    kind: 'uneven_data',
    parts: active.filter((part) => !coversWhole(part, period) || !coversWhole(part, other)).map(named),
  };

  function named({ dataset, country, from: first, to: last }: RecordPart): DataPart {
    return { title: datasets.find(({ slug }) => slug === dataset)!.title, country, from: first, to: last };
  }
}

/** Days of a period that parts cover, each weighing as much as it has incidents a day. All days if there is no part. */
function daysCovered(parts: readonly RecordPart[], period: Period): number {
  const perDay = parts.reduce((sum, part) => sum + part.perDay, 0);
  if (perDay === 0) return daysOf(period);
  const expected = (part: RecordPart) => {
    const shared = overlapOf(part, period);
    return shared === undefined ? 0 : daysOf(shared) * part.perDay;
  };
  return parts.reduce((sum, part) => sum + expected(part), 0) / perDay;
}

/**
 * Those of some places that can be ranked by what they have in a period. A place whose data begins, ends or is joined by more within the days
 * that the data covers of any of them would be higher or lower for that reason alone. The regions of one location have the same data.
 * @param codes of locations or regions
 */
export function alikePlaces(
  codes: readonly string[],
  {
    filter,
    period,
    datasets,
  }: { readonly filter: Pick<Filter, 'dataset'>; readonly period: Period | null; readonly datasets: readonly Dataset[] },
): ReadonlySet<string> {
  const inScope = datasetsInScope(filter, datasets);
  const locations = [...new Set(codes.map((code) => wholeOf('region', code)))];
  const held = coverageOf(locations.flatMap((code) => coveredPeriods(code, inScope)));
  const days = held && period && overlapOf(held, period);
  if (!days || locations.length === 1) return new Set(codes);
  const isAlike = (code: string) => compareCoverage(inScope, { country: [code] }, days, days).kind === 'comparable';
  const alike = new Set(locations.filter((code) => isAlike(code)));
  return new Set(codes.filter((code) => alike.has(wholeOf('region', code))));
}
