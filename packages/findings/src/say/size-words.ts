import { wholeOf } from '@monitor/domain';
import { leastEvents } from '@monitor/statistics';
import { onlyParts } from '../judge/part-covered.ts';
import type { PlaceRow } from '../judge/place-rows.ts';
import { perhapsHighest } from '../judge/population-rate.ts';
import type { NumberFormat } from './number-format.ts';
import { noRateText } from './rate-words.ts';
import type { Voice } from './voice.ts';

/** Values that are level are named up to this number. */
const mostNamed = 3;

/** Where the rates of places lead, in one sentence; which of them are highest as {@link perhapsHighest} says. */
export interface SizeReading {
  /** The highest rate first, and all that may be as high. */
  readonly perhaps: readonly string[];
  /** The highest rate, per 100,000 people and year. */
  readonly highest: { readonly rate: number; readonly low: number; readonly high: number };
  /** Number of rates compared. */
  readonly compared: number;
  /** Number of values that have events but no rate, or other data than the rest. */
  readonly without: number;
}

/** The highest rate, only where chance allows to say so. @param nameOf the name of a value @param many what is counted, if nothing else says so */
export function sizeReadingText(
  reading: SizeReading | undefined,
  nameOf: (value: string) => string,
  t: Voice['t'],
  number: NumberFormat,
  many?: string,
): string {
  if (reading === undefined) return t('chart.by.noRates');
  const { perhaps, highest, compared, without } = reading;
  const amount = t(`chart.by.${many === undefined ? 'ratePer' : 'rateOf'}`, { rate: number.rate(highest.rate), many });
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

/** Which of some places has the highest rate, as far as chance allows to say it, and how many are not compared. */
export function highestRateText(
  rows: readonly Pick<PlaceRow, 'code' | 'incidents' | 'rate' | 'why' | 'isAlike'>[],
  many: string,
  voice: Voice,
): string {
  const { t, number, place } = voice;
  const rates = new Map(
    rows.flatMap(({ code, incidents, rate, isAlike }) =>
      rate && isAlike && incidents >= leastEvents ? [[code, rate] as const] : [],
    ),
  );
  const perhaps = perhapsHighest(rates);
  const highest = rates.get(perhaps[0] ?? '');
  if (highest === undefined) {
    const part = onlyParts(rows.map(({ why }) => why));
    if (part !== undefined) return t('places.list.without', { reason: noRateText(part, voice, 'long') });
    // What keeps every place from having a rate, or the number of incidents.
    const reasons = new Set(rows.map(({ why }) => why && noRateText(why, voice, 'long')));
    const [reason] = reasons;
    if (reasons.size === 1 && reason !== undefined) return t('places.list.without', { reason });
    return rows.every(({ incidents }) => incidents < leastEvents)
      ? t('places.list.none', { least: number.count(leastEvents) })
      : t('places.list.noneCompared');
  }
  const sentence = sizeReadingText({ perhaps, highest, compared: rates.size, without: 0 }, place, t, number, many);
  const others = rows.filter(({ code, incidents }) => incidents > 0 && !rates.has(code));
  if (others.length === 0) return sentence;
  // The table shows rates of few incidents too, which are not compared.
  const few = others.filter(({ rate, incidents }) => rate !== undefined && incidents < leastEvents).length;
  const without = others.filter(({ rate }) => rate === undefined);
  const partCovered = without.filter(({ why }) => why && 'parts' in why).length;
  const unknown = without.length - partCovered;
  const part = others.length - few - without.length;
  const words = (count: number) => ({ count, number: number.count(count), least: leastEvents });
  const compared = words(rates.size);
  const locations = [...new Set([...rates.keys()].map((code) => wholeOf('region', code)))];
  return [
    sentence,
    rates.has(locations[0]!)
      ? t('places.list.among', compared)
      : locations.length <= mostNamed
        ? t('places.list.amongRegions', { ...compared, places: locations.map(place) })
        : t('places.list.amongMany', { ...compared, locations: locations.length }),
    ...(few === 0 ? [] : [t('places.list.few', words(few))]),
    ...(unknown === 0 ? [] : [t('places.list.unknown', words(unknown))]),
    ...(partCovered === 0 ? [] : [t('places.list.partCovered', words(partCovered))]),
    ...(part === 0 ? [] : [t('places.list.part', words(part))]),
  ].join(' ');
}
