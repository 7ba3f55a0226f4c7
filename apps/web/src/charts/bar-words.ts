import type { TFunction } from 'i18next';
import type { NumberFormat } from '../format/number-format.ts';
import type { Measure } from '../filter/explore-state.ts';
import { barReading, type BarReading, type BarRow } from './bar-rows.ts';

/** Values that are level are named up to this number. */
const mostNamed = 3;

/**
 * The longest bar in one sentence. Of a selection it speaks as such, and gives shares of the selection.
 * @param chosen number of the list's values in the filter; 0 where all are
 * @param nameOf the name of a value
 */
export function barReadingText(
  reading: BarReading | undefined,
  measure: Measure,
  chosen: number,
  nameOf: (value: string) => string,
  t: TFunction,
  number: NumberFormat,
): string {
  if (reading === undefined) return t('chart.by.nothing');
  const { first, share } = reading;
  const amount = t(`summary.sentence.${measure}`, { count: reading.amount, number: number.count(reading.amount) });
  const values = first.map(nameOf);
  if (chosen === 1) return t('chart.by.only', { value: values[0], amount });
  const of = t(chosen === 0 ? 'chart.by.ofAll' : 'chart.by.ofChosen', { count: chosen });
  const shared = share === undefined ? amount : t('chart.by.share', { amount, share: number.share(share), of });
  const who =
    first.length > mostNamed
      ? t('chart.by.levelMany', { count: first.length, amount: shared })
      : t('chart.by.most', { count: first.length, values, amount: shared });
  return chosen === 0 ? who : t('chart.by.amongChosen', { count: chosen, sentence: who });
}

/**
 * The highest rate in one sentence. One rate alone, of a single chosen location or since the others have none, is not called the
 * highest.
 * @param rows rates per 100,000 people and year
 * @param chosen the list's values in the filter; empty where all are
 * @param nameOf the name of a value
 */
export function rateReadingText(
  rows: readonly BarRow[],
  chosen: readonly string[],
  nameOf: (value: string) => string,
  t: TFunction,
  number: NumberFormat,
): string {
  const reading = barReading(rows, chosen, false);
  if (reading === undefined) return t('chart.by.noRates');
  const { first } = reading;
  const amount = t('chart.by.ratePer', { rate: number.rate(reading.amount) });
  const values = first.map(nameOf);
  const compared = chosen.length === 0 ? rows.length : rows.filter(({ value }) => chosen.includes(value)).length;
  if (compared === 1) return t('chart.by.only', { value: values[0], amount });
  const who =
    first.length > mostNamed
      ? t('chart.by.levelManyRates', { count: first.length, amount })
      : t('chart.by.highestRate', { count: first.length, values, amount });
  return chosen.length === 0 ? who : t('chart.by.amongChosen', { count: chosen.length, sentence: who });
}

/** What a press on a bar does. @param bar `muted` where other values are chosen and this one is not */
export function barActionText(
  { label, pressed, muted }: { readonly label: string; readonly pressed: boolean; readonly muted: boolean },
  t: TFunction,
): string {
  if (pressed) return t('chart.bar.remove', { value: label });
  return muted ? t('chart.bar.also', { value: label }) : t('chart.bar.only', { value: label });
}
