import type {
  ExactPoints,
  Filter,
  HexagonAnswer,
  KeySet,
  Measure,
  Ring,
  Sort,
  SummaryAnswer,
  SummaryRequest,
  TileAddress,
  TileAnswer,
  TileMarks,
  YearlyAnswer,
} from '@monitor/domain';
import type { Signals } from '@monitor/findings';

/** The numbers are not available yet, but will be soon. The message is a sentence for people. */
export class NumbersNotReadyError extends Error {
  override readonly name = 'NumbersNotReadyError';
}

/** More is asked of the numbers than can be answered in time. The message is a sentence for people. */
export class NumbersTooBusyError extends Error {
  override readonly name = 'NumbersTooBusyError';
}

/**
 * Where the numbers come from. Routes ask this for totals, facets, series and map cells, and never the database or the cube, so
 * that another engine can answer. An engine knows nothing of HTTP: it throws `NumbersNotReadyError` and what the store throws.
 */
export interface Analytics {
  /** The dataset version that answers are of at this moment; cheap. */
  version(signal: AbortSignal): Promise<number>;
  /** The published incidents of a filter as they are now. Requests to the snapshot end early when the signal aborts. */
  snapshot(filter: Filter, signal: AbortSignal): Promise<Snapshot>;
  /** Gives one state of the data to ask as much of as is wanted, all of one version. Asks again where the data changes meanwhile. */
  atOnce<Result>(signal: AbortSignal, read: (state: DataState) => Promise<Result>): Promise<Result>;
  /** The weeks that are unusual. They take some seconds to find, so the version that they name can be older than that of the numbers. */
  signals(signal: AbortSignal, atLeast?: number): Promise<Signals>;
}

/** One state of the data. */
export interface DataState {
  readonly version: number;
  /** The incidents of a filter in this state. @param signal of those who wait, where these are not who asked for the state */
  readonly snapshot: (filter: Filter, signal?: AbortSignal) => Promise<Snapshot>;
  /** Name of the database's state of this version, for what numbers do not have; undefined if only the present one can be read. */
  readonly held: string | undefined;
  /** The weeks that are unusual in this state; undefined while they are being found, which nobody waits for. */
  readonly signals: () => Signals | undefined | Promise<Signals>;
}

/** Something was read of another version than the state that is asked. */
export class OtherVersionError extends Error {
  override readonly name = 'OtherVersionError';
  readonly version: number;

  constructor(version: number) {
    super(`Version ${version} was read.`);
    this.version = version;
  }
}

/** An answer, if it is of the state that was asked; null is of any. Throws `OtherVersionError`. */
export async function ofVersion<Answer extends { readonly datasetVersion: number } | null>(
  { version }: DataState,
  asked: Answer | Promise<Answer>,
): Promise<Answer> {
  const answer = await asked;
  if (answer !== null && answer.datasetVersion !== version) throw new OtherVersionError(answer.datasetVersion);
  return answer;
}

/** A filter's incidents. Every answer is of one dataset version, which it names. */
export interface Snapshot {
  /** What is known without asking the database; undefined if nothing is. */
  readonly memory?: SnapshotMemory;
  summary(request: SummaryRequest): Promise<SummaryAnswer>;
  /** What measures add up to by location and year. */
  yearly(measures: readonly Measure[]): Promise<YearlyAnswer>;
  tile(address: TileAddress, drawn: TileDrawing): Promise<VersionedTile>;
  /** @param level the wanted one; the answer says which it has. @param measure what amounts count */
  hexagons(level: number, measure: Measure): Promise<HexagonAnswer & { readonly datasetVersion: number }>;
  /** The exact points with their days. */
  points(): Promise<VersionedPoints>;
}

export interface SnapshotMemory {
  /** Dataset version of all answers of this snapshot. */
  readonly version: number;
  /** Name of the database's state of this version, where it is held: for records that must agree with the numbers. */
  readonly held: string | undefined;
  /** Which incidents lie in a polygon, whatever else the filter says. */
  readonly inRing: (ring: Ring) => Promise<KeySet>;
  /** How many incidents there are. */
  readonly count: () => Promise<number>;
  /**
   * Which incidents stand at some positions of the list: their internal numbers, and how many rows come before the first. Undefined
   * where what it is sorted by could not be read of this version, which a newer snapshot will answer.
   */
  readonly listed: (list: ListedPart) => Promise<ListedKeys | undefined>;
  /** The years that have incidents, whatever the filter says, newest first. */
  readonly years: () => readonly { readonly year: number; readonly incidents: number }[];
  /** All rows of a year: see `packRows`. Undefined if it has none. */
  readonly packed: (year: number) => Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** Part of the list of a filter's incidents. */
export interface ListedPart {
  readonly sort: Sort;
  /** What the sort field `amount` sorts by. */
  readonly measure: Measure;
  /** After so many rows, or so that an incident with this public identifier is in the middle. */
  readonly start: { readonly offset: number } | { readonly around: string };
  readonly limit: number;
}

export interface ListedKeys {
  /** Those of the page, and one more where rows follow it. */
  readonly keys: readonly number[];
  /** Null if the incident that it should be around is not in the list. */
  readonly offset: number | null;
}

export interface TileDrawing {
  /** What the amounts of its circles count. */
  readonly measure: Measure;
  readonly marks: TileMarks;
}

export interface VersionedPoints extends ExactPoints {
  readonly datasetVersion: number;
}

export interface VersionedTile extends TileAnswer {
  readonly datasetVersion: number;
}
