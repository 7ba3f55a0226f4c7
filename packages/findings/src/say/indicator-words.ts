import type { IndicatorCell, IndicatorSeries, IndicatorTable } from '@monitor/contract';
import type { Voice } from './voice.ts';

/** The value of a cell in words, and what belongs beside it in small print. */
export interface ValueWords {
  readonly text: string;
  /** What a share is made of, or the interval of a rate. */
  readonly detail: string | undefined;
}

export function valueWords({ kind }: Pick<IndicatorSeries, 'kind'>, cell: IndicatorCell, { t, number }: Voice): ValueWords {
  const { value, gap, numerator, denominator, low, high } = cell;
  if (value === null)
    return { text: t(`indicators.gap.${gap ?? 'no_data'}`, { number: number.count(numerator) }), detail: undefined };
  if (kind === 'share') {
    const whole = number.count(denominator ?? 0);
    return { text: number.share(value / 100), detail: t('indicators.part', { part: number.count(numerator), whole }) };
  }
  if (kind === 'count') return { text: number.count(value), detail: undefined };
  const isKnown = low !== null && high !== null;
  return {
    text: number.rate(value),
    detail: isKnown ? t('indicators.range', { low: number.rate(low), high: number.rate(high) }) : undefined,
  };
}

/** What can be said of a change, in words. */
export interface VerdictWords {
  readonly verdict: string;
  readonly isClear: boolean;
  /** The interval, and whether the change is an improvement. */
  readonly rest: string;
}

/** The change of a cell on the year before. The difference is given only if its interval does not include zero. */
export function verdictWords(
  { kind, better }: Pick<IndicatorSeries, 'kind' | 'better'>,
  { verdict, year, ratio, ratioLow, ratioHigh }: IndicatorCell,
  { t, number }: Voice,
): VerdictWords {
  const before = String(year - 1);
  if (ratio === null || ratioLow === null || ratioHigh === null) {
    const reason = verdict === 'rise' || verdict === 'fall' ? 'no_value' : verdict;
    return { verdict: t(`indicators.verdict.${reason}`, { before }), isClear: false, rest: '' };
  }
  const interval = t('indicators.interval', { low: number.signedPercent(ratioLow - 1), high: number.signedPercent(ratioHigh - 1) });
  if (verdict !== 'rise' && verdict !== 'fall')
    return { verdict: t('indicators.verdict.no_clear_change', { before }), isClear: false, rest: interval };
  const [up, down] = kind === 'count' ? (['more', 'fewer'] as const) : (['higher', 'lower'] as const);
  const direction = verdict === 'rise' ? up : down;
  const isBetter = better === (verdict === 'rise' ? 'higher' : 'lower');
  const judged = better === 'none' ? [] : [t(isBetter ? 'indicators.improvement' : 'indicators.worsening')];
  return {
    verdict: t(`indicators.verdict.${direction}`, { percent: number.share(Math.abs(ratio - 1)), before }),
    isClear: true,
    rest: [interval, ...judged].join(', '),
  };
}

/** How much is not known of a cell; undefined if all is. */
export function unknownWords(
  { kind }: Pick<IndicatorSeries, 'kind'>,
  { unknown, unknownShare }: IndicatorCell,
  { t, number }: Voice,
): string | undefined {
  if (unknown === null || unknown === 0) return undefined;
  if (kind === 'share') return t('indicators.unknown.share', { percent: number.share((unknownShare ?? 0) / 100) });
  return t('indicators.unknown.incidents', { count: unknown, number: number.count(unknown) });
}

/** The cell that is compared: of the last complete year, or of the last where none is complete. */
export function comparedCell(cells: readonly IndicatorCell[]): IndicatorCell | undefined {
  return cells.findLast(({ complete }) => complete) ?? cells.at(-1);
}

/** Names the locations of a row: one, all, or those that were selected or have the most incidents. */
export function placeOfRow(place: string | null, { morePlaces }: Pick<IndicatorTable, 'morePlaces'>, voice: Voice): string {
  if (place !== null) return voice.place(place);
  return voice.t(morePlaces === 0 ? 'indicators.all' : 'indicators.allListed');
}
