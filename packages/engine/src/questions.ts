import type { Cube, RowBitmap } from '@monitor/cube';
import type {
  ExactPoints,
  Filter,
  HexagonAnswer,
  KeySet,
  Measure,
  Ring,
  SummaryAnswer,
  SummaryRequest,
  TileAddress,
  TileAnswer,
  YearlyAmounts,
} from '@monitor/domain';
import type { ListedKeys, ListedPart, TileDrawing } from './analytics.ts';

/* What a cube is asked and what it answers: plain objects, which threads can hand over. */

/** Cubes that a thread knows: the present one, and the one that requests under way began with. */
export const cubesKnown = 2;

/** What is asked of the incidents of a filter, by the name of the question. */
export interface Asked {
  readonly summary: SummaryRequest;
  readonly yearly: readonly Measure[];
  readonly tile: { readonly address: TileAddress; readonly drawn: TileDrawing };
  readonly hexagons: { readonly level: number; readonly measure: Measure };
  readonly points: null;
  /** How many there are. */
  readonly count: null;
  /** Which of all incidents lie in a polygon, whatever the filter says. */
  readonly ring: Ring;
  readonly listed: { readonly part: ListedPart; readonly order?: FoundOrder | undefined };
  /** All rows of a year, whatever the filter says, for another program to make a cube of. */
  readonly packed: number;
}

/** All incidents of a cube in an order that the database has found. */
export interface FoundOrder {
  readonly keys: Uint32Array;
  /** How many have a value. */
  readonly reported: number;
}

export interface Told {
  readonly summary: SummaryAnswer;
  readonly yearly: YearlyAmounts[];
  readonly tile: TileAnswer;
  readonly hexagons: HexagonAnswer;
  readonly points: ExactPoints;
  readonly count: number;
  readonly ring: KeySet;
  /** `unknown order` where the list is sorted by what the cube does not have: to be asked again with it. */
  readonly listed: ListedKeys | 'unknown order';
  /** Bytes of `packRows`, compressed; undefined if the year has no rows. */
  readonly packed: Uint8Array<ArrayBuffer> | undefined;
}

export type QuestionName = keyof Asked;

export interface Question<Name extends QuestionName = QuestionName> {
  readonly name: Name;
  readonly asked: Asked[Name];
  readonly filter: Filter;
  /** Rows that meet the filter's text, which the cube cannot decide itself. */
  readonly found?: RowBitmap | undefined;
}

/** Asks a cube. Rejects when the signal aborts. */
export type AskCube = <Name extends QuestionName>(cube: Cube, question: Question<Name>, signal: AbortSignal) => Promise<Told[Name]>;
