import type { Filter, SummaryAnswer, SummaryQuestion, TileAddress, TileAnswer } from '@monitor/domain';

/**
 * Where the numbers come from. Routes ask this for totals, facets, series and map cells, and never the database or the cube, so
 * that another engine can answer.
 */
export interface Analytics {
  /** The published incidents of a filter as they are now. Questions to the snapshot end early when the signal aborts. */
  snapshot(filter: Filter, signal: AbortSignal): Promise<Snapshot>;
}

/** A filter's incidents of one dataset version: all its answers are of that version. */
export interface Snapshot {
  readonly version: number;
  /** Name of the database's state of this version, where it is held: for records that must agree with the numbers. */
  readonly held?: string | undefined;
  /** How many incidents there are; undefined where only the database could count them. */
  readonly incidents?: () => number;
  summary(question: SummaryQuestion): Promise<SummaryAnswer>;
  tile(address: TileAddress): Promise<TileAnswer>;
}
