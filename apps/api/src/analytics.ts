import type { IntervalChoice } from '@monitor/contract';
import type { Facet, Filter, SummaryAnswer, TileAddress, TileAnswer } from '@monitor/domain';

export interface SummaryQuestion {
  readonly filter: Filter;
  readonly interval: IntervalChoice;
  readonly facets: readonly Facet[];
}

export interface TileQuestion {
  readonly filter: Filter;
  readonly tile: TileAddress;
}

/**
 * Where the numbers come from. Routes ask this for totals, facets, series and map cells, and never the database, so that
 * another engine can answer. Each question ends early when its signal aborts.
 */
export interface Analytics {
  /** The dataset version that answers are made of. */
  version(signal: AbortSignal): Promise<number>;
  summary(question: SummaryQuestion, signal: AbortSignal): Promise<SummaryAnswer>;
  tile(question: TileQuestion, signal: AbortSignal): Promise<TileAnswer>;
}
