import type { TFunction } from 'i18next';
import type { NumberFormat } from '../format/number-format.ts';
import type { Measure } from '../filter/explore-state.ts';
import type { BarReading } from './bar-rows.ts';

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
