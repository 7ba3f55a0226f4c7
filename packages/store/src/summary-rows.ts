import type { Facet, Interval, IsoDate, Period } from '@monitor/domain';

/* Shapes of the summary: field for field those of the contract. */

/** Sums over incidents; sums of people are sums of what is reported. */
export interface TotalsRow {
  incidents: number;
  killed: number;
  injured: number;
  threatened: number;
  suicides: number;
  /** Incidents without a public point. */
  withoutPoint: number;
  /** Incidents whose source does not give the number. */
  notReported: { killed: number; injured: number; threatened: number };
}

export interface SeriesPointRow {
  /** First day of the step. */
  start: IsoDate;
  incidents: number;
  killed: number;
  injured: number;
  /** True where the period or the data cover only a part of the step. */
  partial: boolean;
}

export interface FacetValueRow {
  value: string;
  incidents: number;
  killed: number;
  injured: number;
}

export interface ComparisonRow {
  from: IsoDate;
  to: IsoDate;
  rule: 'year_earlier' | 'preceding';
  totals: TotalsRow;
}

export interface SummaryRow {
  datasetVersion: number;
  /** The days spoken of: the filter's own, or else those of the data; null where there is none. */
  period: Period | null;
  totals: TotalsRow;
  comparison: ComparisonRow | null;
  series: { interval: Interval; points: SeriesPointRow[] };
  facets: Partial<Record<Facet, FacetValueRow[]>>;
}
