import type { countsReason } from '../judge/map-rates.ts';
import { type PopulationRate, yearsOf } from '../judge/population-rate.ts';
import type { SeriesRates } from '../judge/series-rate.ts';
import type { Voice } from './voice.ts';

/** Where a rate comes from, or why there is none; short and with details. */
export interface RateWords {
  readonly text: string;
  readonly explanation: string;
}

/**
 * `population: World Bank 2014–2024`, and what is left out of the rate; or why there is none.
 * @param many what is counted: `incidents`
 * @param other that of what it is compared with
 */
export function rateWords(rate: PopulationRate, many: string, voice: Voice, other?: PopulationRate): RateWords {
  if (rate.kind !== 'rate') return { text: noRateText(rate, voice), explanation: noRateText(rate, voice, 'long') };
  const { t, number, place } = voice;
  const { leftOut } = rate;
  const own = yearsOf(rate);
  const years = other?.kind !== 'rate' || yearsOf(other) === own ? own : t('compare.years', { own, other: yearsOf(other) });
  const source = shortSource(rate.source);
  const namesOf = (some: typeof leftOut) => some.map(({ code, events }) => `${place(code)} (${number.count(events)})`).join(', ');
  const names = namesOf(leftOut);
  const [unknown, part] = [leftOut.filter((one) => !one.part), leftOut.filter((one) => one.part)];
  const events = number.count(leftOut.reduce((sum, one) => sum + one.events, 0));
  const bounds = { low: number.rate(rate.low), high: number.rate(rate.high) };
  return {
    text:
      rate.rate === 0
        ? t('summary.rate.zero', bounds)
        : leftOut.length === 0
          ? t('summary.rate.source', { source, years })
          : leftOut.length === 1
            ? t('summary.rate.leftOutOne', { names, source, years })
            : t('summary.rate.leftOutMany', { count: leftOut.length, events, source, years }),
    explanation: [
      t('summary.rate.sourceLong', { many, source: rate.source, years }),
      // Of very many incidents the interval is narrower than what is written of the rate.
      ...(bounds.low === bounds.high ? [] : [t(rate.rate === 0 ? 'summary.rate.intervalOfNone' : 'summary.rate.interval', bounds)]),
      ...(unknown.length === 0 ? [] : [t('summary.rate.leftOutLong', { many, names: namesOf(unknown) })]),
      ...(part.length === 0
        ? []
        : [t('summary.rate.leftOutPart', { many, names: namesOf(part), parts: part.flatMap((one) => one.part?.parts ?? []) })]),
    ].join(' '),
  };
}

/** Why there is no rate. */
export function noRateText(
  reason: Exclude<PopulationRate, { readonly kind: 'rate' }> | Exclude<SeriesRates, { readonly kind: 'rates' }>,
  { t, place }: Pick<Voice, 't' | 'place'>,
  length: 'short' | 'long' = 'short',
): string {
  return t(`summary.rate.none.${reason.kind}.${length}`, {
    ...(reason.kind === 'before_population' && { firstYear: String(reason.firstYear) }),
    ...('parts' in reason && { places: reason.codes.map(place), parts: reason.parts }),
  });
}

/** What a map shows that has no rates, and why. */
export function countsText(reason: NonNullable<ReturnType<typeof countsReason>>, voice: Voice): string {
  const why = typeof reason === 'object' ? reason : ({ kind: reason === 'short' ? 'short' : 'no_population' } as const);
  return voice.t('summary.rate.counts', { reason: noRateText(why, voice, 'long') });
}

/** The name of the source before its series code: "World Bank". */
function shortSource(source: string): string {
  return source.split(/[,(]| [A-Z]{2}\.|: /)[0]?.trim() ?? source;
}
