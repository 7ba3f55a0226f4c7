import { dimensionNames, type Filter, type SummaryRequest } from '@monitor/domain';

/** The request to every engine: everything that the Explore screen shows, by month. */
export const request: SummaryRequest = { interval: 'month', facets: dimensionNames };

/** An answer in memory, as rows or as an object. */
export interface Answered {
  /** What it says, for comparing engines. */
  lines(): string[];
  /** For its size. */
  json(): string;
}

/** Something that answers the summary in full. */
export interface SummaryEngine {
  readonly name: string;
  ask(filter: Filter): Promise<Answered>;
}
