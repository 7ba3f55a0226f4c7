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
  readonly code: IndicatorCell['verdict'];
  readonly text: string;
  readonly interval?: string;
  /** Whether the change is an improvement, or may be due to chance. */
  readonly note?: string;
}

/**
 * The change of a cell on the year before. The difference is given only if its interval does not include zero.
 * @param all how many comparisons it is one of
 */
export function verdictWords(
  { kind, better }: Pick<IndicatorSeries, 'kind' | 'better'>,
  { verdict: code, year, ratio, ratioLow, ratioHigh }: IndicatorCell,
  all: number,
  { t, number }: Voice,
): VerdictWords {
  if (ratio === null || ratioLow === null || ratioHigh === null) {
    const reason = isDirected(code) ? 'no_value' : code;
    return { code: reason, text: t(`indicators.verdict.${reason}`, { before: String(year - 1) }) };
  }
  const interval = t('indicators.interval', { low: number.signedPercent(ratioLow - 1), high: number.signedPercent(ratioHigh - 1) });
  if (!isDirected(code)) return { code, text: t('indicators.verdict.no_clear_change'), interval };
  const [up, down] = kind === 'count' ? (['more', 'fewer'] as const) : (['higher', 'lower'] as const);
  const isBetter = better === (ratio > 1 ? 'higher' : 'lower');
  const isPossible = code === 'possible_rise' || code === 'possible_fall';
  const note = isPossible ? 'chance' : better === 'none' ? undefined : isBetter ? 'improvement' : 'worsening';
  return {
    code,
    text: t(`indicators.verdict.${ratio > 1 ? up : down}`, { percent: number.share(Math.abs(ratio - 1)) }),
    interval,
    ...(note !== undefined && { note: t(`indicators.${note}`, { all: number.count(all) }) }),
  };
}

function isDirected(verdict: IndicatorCell['verdict']): verdict is 'rise' | 'fall' | 'possible_rise' | 'possible_fall' {
  return verdict.endsWith('rise') || verdict.endsWith('fall');
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
