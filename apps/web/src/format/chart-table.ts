import type { Difference } from '@monitor/contract';
import type { TFunction } from 'i18next';
import type { Format } from './use-format.ts';

/** The numbers of a chart or table: what its table shows and its CSV holds. */
export interface ChartTable {
  /** Name for the file. */
  readonly name: string;
  readonly columns: readonly { readonly label: string; readonly number: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A cell as it is printed, and as a program reads it; some lead to another page. */
export interface Cell {
  readonly text: string;
  readonly value: string | number | null;
  /** What is missing of the number. */
  readonly title?: string;
  readonly address?: string;
  /** The address of Explore that lists the incidents behind it. */
  readonly incidents?: string | undefined;
}

type Column = ChartTable['columns'][number];

export function textColumn(label: string): Column {
  return { label, number: false };
}

export function numberColumn(label: string): Column {
  return { label, number: true };
}

export function textCell(text: string, address?: string): Cell {
  return { text, value: text, ...(address !== undefined && { address }) };
}

/** @param value undefined if there is none */
export function countCell(value: number | undefined, { number }: Format): Cell {
  return { text: value === undefined ? '–' : number.count(value), value: value ?? null };
}

/** The columns of a rate or of a change, and of the ends of its interval. */
export function intervalColumns(of: 'rate' | 'change', t: TFunction): Column[] {
  return [t(`chart.interval95.${of}`), t(`chart.interval95.${of}Low`), t(`chart.interval95.${of}High`)].map(numberColumn);
}

/** A rate and the ends of its interval. @param why said if there is none */
export function rateCells(
  rate: { readonly rate: number; readonly low: number; readonly high: number } | undefined,
  why: string,
  { number }: Format,
): Cell[] {
  if (rate === undefined) return withoutNumbers(why);
  return [rate.rate, rate.low, rate.high].map((value) => ({ text: number.rate(value), value }));
}

/** A change and the ends of its interval, for programs in %. @param why said if there is none */
export function changeCells(change: Difference | undefined, why: string, { number }: Format): Cell[] {
  if (change === undefined) return withoutNumbers(why);
  return [change.difference, change.low, change.high].map((share) => ({ text: number.signedPercent(share), value: 100 * share }));
}

function withoutNumbers(why: string): Cell[] {
  return [why, '', ''].map((text) => ({ text, value: null }));
}

/** `−7%`, `−22%`, `−6%`: a difference and its interval, with signs. */
export function differenceText({ difference, low, high }: Difference, { number }: Format) {
  return { difference: number.signedPercent(difference), low: number.signedPercent(low), high: number.signedPercent(high) };
}
