import type { DimensionName, Measure } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { NumberFormat } from '../format/number-format.ts';
import type { BarReading } from './bar-rows.ts';

/** Values that are level are named up to this number. */
const mostNamed = 3;

/** What a sentence about bars is of. */
interface Asked {
  readonly dimension: DimensionName;
  readonly measure: Measure;
  /** Number of the list's values in the filter; 0 where all are. */
  readonly chosen: number;
  /** Incidents of the filter. */
  readonly incidents: number;
}

/**
 * The longest bar in one sentence. Of a selection it speaks as such, and gives shares of the selection.
 * @param nameOf the name of a value
 */
export function barReadingText(
  reading: BarReading | undefined,
  { dimension, measure, chosen, incidents }: Asked,
  nameOf: (value: string) => string,
  t: TFunction,
  number: NumberFormat,
): string {
  if (reading === undefined) return t(`measure.${measure}.none`);
  const { first, share } = reading;
  const counted = t(`measure.${measure}.amount`, { count: reading.amount, number: number.count(reading.amount) });
  const amount = share === undefined ? counted : t('chart.by.share', { amount: counted, share: number.share(share) });
  const values = first.map(nameOf);
  if (chosen === 1) return t('chart.by.only', { value: values[0], amount: counted });
  if (chosen === 2) return t(first.length === 1 ? 'chart.by.moreOfTwo' : 'chart.by.levelTwo', { value: values[0], amount });
  if (dimension === 'outcome' && measure === 'incidents' && first[0] === 'none' && reading.amount * 2 > incidents)
    return t('chart.by.mostlyUnharmed', { amount: counted, share: number.share(reading.amount / incidents) });
  const sentence =
    first.length > mostNamed
      ? t('chart.by.levelMany', { count: first.length, amount })
      : t(`chart.by.${dimension === 'country' ? 'most' : 'largest'}`, { count: first.length, values, amount });
  return chosen === 0 ? sentence : t('chart.by.amongChosen', { count: chosen, sentence });
}

/** Where the rates of places lead, in one sentence; which of them are highest as {@link perhapsHighest} says. */
export interface SizeReading {
  /** The highest rate first, and all that may be as high. */
  readonly perhaps: readonly string[];
  /** The highest rate, per 100,000 people and year. */
  readonly highest: { readonly rate: number; readonly low: number; readonly high: number };
  /** Number of rates compared. */
  readonly compared: number;
  /** Number of values that have events but no rate. */
  readonly without: number;
}

/** The most for its size, only where chance allows to say so. @param nameOf the name of a value */
export function sizeReadingText(
  reading: SizeReading | undefined,
  nameOf: (value: string) => string,
  t: TFunction,
  number: NumberFormat,
): string {
  if (reading === undefined) return t('chart.by.noRates');
  const { perhaps, highest, compared, without } = reading;
  const amount = t('chart.by.ratePer', { rate: number.rate(highest.rate) });
  const bounds = { amount, low: number.rate(highest.low), high: number.rate(highest.high) };
  const [value = '', ...others] = perhaps.map(nameOf);
  const sentence =
    compared === 1
      ? t('chart.by.size.only', { value, ...bounds })
      : others.length === 0
        ? t('chart.by.size.most', { value, ...bounds })
        : perhaps.length <= mostNamed
          ? t('chart.by.size.unclear', { value, others, ...bounds })
          : t('chart.by.size.unclearMany', { value, count: others.length, ...bounds });
  return without === 0 ? sentence : [sentence, t('chart.by.size.without', { count: without })].join(' ');
}

/** What a press on a bar does. @param bar `muted` where other values are chosen and this one is not */
export function barActionText(
  { label, pressed, muted }: { readonly label: string; readonly pressed: boolean; readonly muted: boolean },
  t: TFunction,
): string {
  if (pressed) return t('chart.bar.remove', { value: label });
  return muted ? t('chart.bar.also', { value: label }) : t('chart.bar.only', { value: label });
}
