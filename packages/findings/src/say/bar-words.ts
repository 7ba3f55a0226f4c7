import type { DimensionName, Measure } from '@monitor/domain';
import type { BarReading } from '../judge/bar-rows.ts';
import type { PairedReading, PairedRow } from '../judge/paired-rows.ts';
import { ratioText } from './sides-words.ts';
import type { Voice } from './voice.ts';

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
  { t, number }: Pick<Voice, 't' | 'number'>,
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

/** The ratio of a pair with its interval, or why there is none. */
export function pairNote(
  { amounts, change, hasNoRate = false }: Pick<PairedRow, 'amounts' | 'change' | 'hasNoRate'>,
  voice: Pick<Voice, 't' | 'number'>,
): string {
  const { t } = voice;
  const missing = amounts.indexOf(undefined);
  if (missing >= 0)
    return t(hasNoRate ? 'compare.noRateInSide' : 'compare.notInSide', { side: t(`compare.side.${missing === 0 ? 'a' : 'b'}`) });
  if (change === undefined) return t('compare.verdict.uneven');
  if (change.kind !== 'change') return t(`compare.verdict.${change.kind}`);
  const [ratio, low, high] = [change.ratio, change.low, change.high].map((value) => ratioText(value, voice));
  return t('compare.bars.ratio', { ratio, low, high });
}

/** One sentence on pairs: which values clearly differ. @param nameOf the name of a value */
export function pairedReadingText(reading: PairedReading, nameOf: (value: string) => string, { t }: Pick<Voice, 't'>): string {
  if (reading.kind !== 'clear') return t(`compare.bars.reading.${reading.kind}`);
  return (['more', 'fewer'] as const)
    .flatMap((kind) => {
      const all = reading[kind];
      if (all.length === 0) return [];
      const named = all.length <= mostNamed + 1 ? all : all.slice(0, mostNamed);
      const others = all.length - named.length;
      const values = [...named.map(nameOf), ...(others === 0 ? [] : [t('compare.bars.reading.others', { count: others })])];
      return [t(`compare.bars.reading.${kind}`, { values })];
    })
    .join(' ');
}
