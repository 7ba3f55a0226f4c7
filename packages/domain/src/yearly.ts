import type { Measure } from './measures.ts';
import type { Clustering } from './summary.ts';
import type { Dispersion } from './week-dispersion.ts';

/** What a measure adds up to over the incidents of one location and year, with what `Totals` says beside its sum. */
export interface GatheredAmount extends Clustering {
  readonly sum: number;
  /** As in `Totals`; 0 for measures that every incident gives. */
  readonly notReported: number;
}

/** The incidents of a filter of one dataset in one location and calendar year. */
export interface YearlyAmounts {
  readonly dataset: string;
  readonly country: string;
  readonly year: number;
  readonly incidents: number;
  /** Over the weeks of the year that lie within the days of the filter and of the data. */
  readonly dispersion: Dispersion;
  /** Of the measures that were asked for. */
  readonly amounts: { readonly [Name in Measure]?: GatheredAmount };
}

/** The same for every dataset, location and year that has incidents to count or that leave out a number, by location, year and dataset. */
export interface YearlyAnswer {
  readonly datasetVersion: number;
  readonly rows: readonly YearlyAmounts[];
}

export function byLocationAndYear(one: YearlyAmounts, other: YearlyAmounts): number {
  if (one.country !== other.country) return one.country < other.country ? -1 : 1;
  if (one.year !== other.year) return one.year - other.year;
  return one.dataset < other.dataset ? -1 : 1;
}
