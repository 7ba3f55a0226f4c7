import type { Summary } from '@monitor/contract';
import type { CountedKind, DimensionName, Measure } from '@monitor/domain';
import { leastEvents } from '@monitor/statistics';
import type { BarReading } from '../judge/bar-rows.ts';
import type { PairedReading, PairedRow } from '../judge/paired-rows.ts';
import { countedAmount, countedKey } from './counted-words.ts';
import { ratioText } from './sides-words.ts';
import type { Voice } from './voice.ts';

/** Values that are named, at most. */
const mostNamed = 3;

/** What a sentence about bars is of. */
interface Asked {
  readonly dimension: DimensionName;
  readonly measure: Measure;
  /** Number of the list's values in the filter; 0 where all are. */
  readonly chosen: number;
}

/**
 * The longest bar in one sentence, or those that chance may have put in another order. Of a selection it speaks as such.
 * @param nameOf the name of a value
 */
export function barReadingText(
  reading: BarReading | undefined,
  asked: Asked,
  nameOf: (value: string) => string,
  { t, number }: Pick<Voice, 't' | 'number'>,
): string {
  if (reading === undefined) return t(`measure.${asked.measure}.none`);
  const { notReported } = reading;
  return [
    ...firstText(reading, asked, nameOf, { t, number }),
    ...(notReported === 0 ? [] : [t('chart.by.notReported', { number: number.count(notReported) })]),
  ].join(' ');
}

function firstText(
  { first, total, isOnly }: BarReading,
  { dimension, measure, chosen }: Asked,
  nameOf: (value: string) => string,
  { t, number }: Pick<Voice, 't' | 'number'>,
): string[] {
  const [longest] = first;
  if (longest === undefined) return [];
  const amountOf = (count: number) => t(`measure.${measure}.amount`, { count, number: number.count(count) });
  const value = nameOf(longest.value);
  if (isOnly) return [t('chart.by.only', { value, amount: amountOf(longest.amount) })];
  const values = {
    value,
    number: number.count(longest.amount),
    all: amountOf(total),
    share: number.share(longest.amount / total),
  };
  if (first.length > 1 && first.length <= mostNamed && first.every(({ amount }) => amount === longest.amount))
    return [t('chart.by.equal', { ...values, values: first.map((one) => nameOf(one.value)) })];
  if (first.length > mostNamed) return [t('chart.by.closeMany', values)];
  if (first.length > 1)
    return [
      t('chart.by.close', {
        ...values,
        values: first.map((one) => t('chart.by.counted', { value: nameOf(one.value), number: number.count(one.amount) })),
      }),
    ];
  if (chosen === 2) return [t('chart.by.moreOfTwo', values)];
  const sentence = t(`chart.by.${dimension === 'country' ? 'most' : 'largest'}`, values);
  return [chosen === 0 ? sentence : t('chart.by.amongChosen', { count: chosen, sentence })];
}

/** That in most incidents of a kind, or in all, nobody is on record as harmed; undefined if it is not so, or of few. @param kind of all of them */
export function unharmedText(
  { totals: { incidents }, facets }: Pick<Summary, 'totals' | 'facets'>,
  kind: CountedKind,
  { t, number }: Pick<Voice, 't' | 'number'>,
): string | undefined {
  const none = facets.outcome?.find(({ value }) => value === 'none')?.incidents ?? 0;
  if (kind === 'all' || kind === 'chosen' || incidents < leastEvents || none * 2 <= incidents) return undefined;
  if (none === incidents) return t('chart.by.allUnharmed', { amount: countedAmount(kind, 'incidents', incidents, { t, number }) });
  return t('chart.by.mostlyUnharmed', {
    many: t(countedKey(kind, 'incidents', 'many')),
    number: number.count(none),
    all: number.count(incidents),
    share: number.share(none / incidents),
  });
}

/** The ratio of a pair with its interval, or why there is none. */
export function pairNote(
  {
    amounts,
    change,
    hasNoRate = false,
    isNotReported = false,
  }: Pick<PairedRow, 'amounts' | 'change' | 'hasNoRate' | 'isNotReported'>,
  voice: Pick<Voice, 't' | 'number'>,
): string {
  const { t } = voice;
  const missing = amounts.indexOf(undefined);
  if (missing >= 0) {
    const why = isNotReported ? 'notReportedInSide' : hasNoRate ? 'noRateInSide' : 'notInSide';
    return t(`compare.${why}`, { side: t(`compare.side.${missing === 0 ? 'a' : 'b'}`) });
  }
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
      return [t(`compare.bars.reading.${kind}`, { values: firstNames(all, nameOf, t) })];
    })
    .join(' ');
}

/** The names of the first values, and how many others there are; one name more takes no more room than to say so. */
export function firstNames(values: readonly string[], nameOf: (value: string) => string, t: Voice['t']): string[] {
  const named = values.length <= mostNamed + 1 ? values : values.slice(0, mostNamed);
  const others = values.length - named.length;
  return [...named.map(nameOf), ...(others === 0 ? [] : [t('compare.bars.reading.others', { count: others })])];
}
