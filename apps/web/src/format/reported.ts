import { isSilent, type Reported } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { Cell } from './chart-table.ts';
import type { Format } from './use-format.ts';

/*
 * How numbers of people and weapons are printed: never as a 0 that nobody reported. They come as `Reported`, so that none is printed
 * without its incidents.
 */

/** `0 injured` is only said where it is reported. In short, as a dash: where it is, a note says what a dash means. */
export function reportedShort(amount: Reported, { number }: Format): string {
  return isSilent(amount) ? '–' : number.count(amount.count);
}

/** The number, or that it is not reported. */
export function reportedText(amount: Reported, { number }: Format, t: TFunction): string {
  return isSilent(amount) ? t('table.notReported') : number.count(amount.count);
}

/** For how many of the incidents a number is not reported; undefined if all give it, and if none does, which is said in its place. */
export function missingText(amount: Reported, { number }: Format, t: TFunction): string | undefined {
  const { notReported: count } = amount;
  return count === 0 || isSilent(amount) ? undefined : t('table.notReportedFor', { count, number: number.count(count) });
}

/** The number as a cell, with what is missing of it. In files, a cell without a number is empty. @param amount undefined without data */
export function reportedCell(amount: Reported | undefined, format: Format, t: TFunction): Cell {
  if (amount === undefined) return { text: '–', value: null };
  const title = missingText(amount, format, t);
  return {
    text: reportedText(amount, format, t),
    value: isSilent(amount) ? null : amount.count,
    ...(title !== undefined && { title }),
  };
}
