import type { FunnelKind, FunnelSide, Summary } from '@monitor/contract';
import type { CountedKind, Filter, Period } from '@monitor/domain';
import { leastEvents } from '@monitor/statistics';
import { wholeMonths } from '../judge/change.ts';
import type { AverageComparison, FindingRow } from '../judge/place-findings.ts';
import { perhapsHighest } from '../judge/population-rate.ts';
import type { RegionRates } from '../judge/region-rates.ts';
import { countedAmount, countedKey } from './counted-words.ts';
import { noRateText } from './rate-words.ts';
import { sizeReadingText } from './size-words.ts';
import { verdictOf } from '../judge/verdict.ts';
import type { Voice } from './voice.ts';

interface LeadParts {
  /** What the page of a place is about. */
  readonly kind: CountedKind;
  /** Whether the filter selects only some of them. */
  readonly isNarrowed: boolean;
  readonly place: string;
  /** Name of the location that a region is compared with; undefined if it is all locations. */
  readonly whole: string | undefined;
  readonly period: Period;
  /** The days of it that there is data of. */
  readonly covered: Period;
  readonly row: Pick<FindingRow, 'amount' | 'change' | 'comparison'>;
}

/**
 * The finding of a place in one sentence: how many in which time, beside its own past and beside the others, as far as they can be
 * compared.
 */
export function leadText({ kind, isNarrowed, place, whole, period, covered, row }: LeadParts, voice: Voice): string {
  const { t, number } = voice;
  const isCovered = covered.from === period.from && covered.to === period.to;
  const when = isCovered ? whenText(period, voice) : daysText(covered, voice);
  const { change, comparison } = row;
  const { count } = row.amount;
  const matching = (amount: string) => matchingText(amount, count, isNarrowed, voice);
  if (count === 0) return t('places.lead.none', { place, many: matching(t(countedKey(kind, 'incidents', 'many'))), when });
  const amount = matching(countedAmount(kind, 'incidents', count, voice));
  const start = t('places.lead.start', { place, amount, when });
  const past =
    change.kind === 'change' && change.before.baseline.kind === 'period' && change.before.baseline.years === 1
      ? t(`places.lead.past.${verdictOf(change)}`, { percent: number.share(Math.abs(change.difference)) })
      : undefined;
  const average = comparison.kind === 'compared' ? averagePhrase(comparison, whole, voice) : undefined;
  if (past !== undefined && average !== undefined) return t('places.lead.both', { start, past, average });
  const one = past ?? average;
  return one === undefined ? t('places.lead.alone', { start }) : t('places.lead.one', { start, one });
}

/** `21 violent incidents that match the filter`. @param isNarrowed whether the filter selects only some of them */
export function matchingText(amount: string, count: number, isNarrowed: boolean, { t }: Voice): string {
  return isNarrowed ? t('places.matching', { count, amount }) : amount;
}

/** Above this, "three times" says more than "200% above". */
const leastTimes = 2;

function averagePhrase(
  { verdict, ratio: [, ratio] }: AverageComparison & { readonly kind: 'compared' },
  whole: string | undefined,
  { t, number }: Voice,
): string {
  const wholeWords = whole === undefined ? t('places.lead.whole.all') : t('places.lead.whole.one', { place: whole });
  if (verdict === 'above' && ratio >= leastTimes)
    return t('places.lead.average.times', { size: number.decimal(ratio), whole: wholeWords });
  return t(`places.lead.average.${verdict}`, { size: number.share(Math.abs(ratio - 1)), whole: wholeWords });
}

/** `in the 12 months to 31 Jan 2026`, `in 2025`, `during 3–20 Mar 2026`. */
function whenText(period: Period, voice: Voice): string {
  const { t, date } = voice;
  const months = wholeMonths(period);
  if (months === undefined) return daysText(period, voice);
  if (months === 12 && period.from.endsWith('-01-01')) return t('places.lead.when.year', { period: date.year(period.from) });
  return t('places.lead.when.months', { count: months, day: date.day(period.to) });
}

/** `during Jan–Nov 2026`, `on 1 Dec 2026`. */
function daysText({ from, to }: Period, { t, date }: Voice): string {
  return t(`places.lead.when.${from === to ? 'day' : 'days'}`, { period: date.period(from, to) });
}

/**
 * How far the rate of a place is from the average: a verdict, and what it rests on; or why there is none.
 * @param whole name of the location that a region is compared with; undefined if it is all locations
 */
export function averageWords(
  comparison: AverageComparison,
  whole: string | undefined,
  voice: Voice,
): { readonly verdict: string | undefined; readonly isClear: boolean; readonly text: string } {
  const { t, number } = voice;
  if (comparison.kind === 'not_violence' || comparison.kind === 'unreported')
    return notCompared(t(`places.average.${comparison.kind}`));
  if (comparison.kind === 'alone') {
    const { rate, low, high } = comparison;
    const values = { rate: number.rate(rate), low: number.rate(low), high: number.rate(high) };
    return { verdict: undefined, isClear: false, text: t('places.average.alone', values) };
  }
  if (comparison.kind === 'few_in_whole')
    return notCompared(
      t(`places.average.fewInWhole.${whole === undefined ? 'all' : 'one'}`, { place: whole, least: number.count(leastEvents) }),
    );
  if (comparison.kind !== 'compared') return notCompared(noRateText(comparison, voice, 'long'));
  const { rate, low, high, average, verdict, ratio } = comparison;
  const isTimes = verdict === 'above' && ratio[1] >= leastTimes;
  return {
    verdict: t(`places.average.${isTimes ? 'times' : verdict}`, {
      percent: number.share(Math.abs(ratio[1] - 1)),
      times: number.decimal(ratio[1]),
    }),
    isClear: verdict !== 'unclear',
    text: t('places.average.rate', {
      rate: number.rate(rate),
      low: number.rate(low),
      high: number.rate(high),
      average: number.rate(average),
    }),
  };

  function notCompared(reason: string) {
    return { verdict: undefined, isClear: false, text: t('places.average.notCompared', { reason }) };
  }
}

/** A type is named for its deaths if its share of the people killed is this many times its share of incidents, and they are not few. */
const notableTimes = 1.5;
const leastKilled = 5;

/** What most of it is, and which type kills more than its share; undefined without incidents. */
export function typesText(
  { totals, facets }: Pick<Summary, 'totals' | 'facets'>,
  { type: chosen }: Pick<Filter, 'type'>,
  { t, number, label }: Voice,
): string | undefined {
  // The list counts types that are not meant, too.
  const types = (facets.type ?? []).filter(({ value }) => chosen?.some((type) => type === value) ?? true);
  const all = totals.incidents;
  const largest = types.toSorted((one, other) => other.incidents - one.incidents)[0];
  if (largest === undefined || all === 0) return undefined;
  if (types.filter(({ incidents }) => incidents > 0).length === 1)
    return t('places.second.only', {
      type: label('type', largest.value),
      amount: t('measure.incidents.amount', { count: all, number: number.count(all) }),
    });
  const excess = (type: (typeof types)[number]) => type.killed / totals.killed - type.incidents / all;
  const deadliest =
    totals.killed < leastEvents
      ? undefined
      : types
          .filter(({ killed, incidents }) => killed >= leastKilled && killed / totals.killed >= notableTimes * (incidents / all))
          .toSorted((one, other) => excess(other) - excess(one))[0];
  const isNotable = deadliest !== undefined;
  const named = deadliest ?? largest;
  return t(`places.second.${isNotable ? 'deadliest' : 'largest'}`, {
    type: isNotable ? label('type', named.value) : lowerFirst(label('type', named.value)),
    incidents: number.count(named.incidents),
    all: number.count(all),
    share: number.share(named.incidents / all),
    killed: number.count(named.killed),
    allKilled: number.count(totals.killed),
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}

/** The region of a location with the highest rate of those that are compared; or why none is. */
export function highestRegionText(regions: RegionRates['rates'], voice: Voice): string {
  const { t, number, place } = voice;
  const enough = regions.filter(({ events }) => events >= leastEvents);
  const rates = new Map(enough.flatMap(({ code, rate }) => (rate === undefined ? [] : [[code, rate] as const])));
  const perhaps = perhapsHighest(rates);
  const [code = ''] = perhaps;
  const highest = rates.get(code);
  if (highest !== undefined) {
    const sentence = sizeReadingText({ perhaps, highest, compared: rates.size, without: 0 }, place, t, number);
    return `${sentence} ${t('places.map.events', { region: place(code), number: number.count(highest.events) })}`;
  }
  const why = enough.find((one) => one.why !== undefined)?.why;
  return why === undefined
    ? t('places.map.none', { least: leastEvents })
    : t('places.map.without', { reason: noRateText(why, voice, 'long') });
}

/**
 * On which side of the limits the place is, and which locations are beyond them.
 * @param isClear whether the interval of the place itself leaves out the average
 */
export function funnelText(
  places: readonly { readonly code: string; readonly kind: FunnelKind; readonly side: FunnelSide }[],
  isClear: boolean,
  { t, place }: Voice,
): string {
  const own = places.find(({ kind }) => kind === 'own');
  const peers = (side: FunnelSide) =>
    places.filter((one) => one.kind === 'peer' && one.side === side).map(({ code }) => place(code));
  const [below, above] = [peers('below'), peers('above')];
  const side = own?.side === 'within' && isClear ? 'differs' : own?.side;
  return [
    ...(own === undefined || side === undefined ? [] : [t(`places.funnel.own.${side}`, { place: place(own.code) })]),
    ...(below.length === 0 ? [] : [t('places.funnel.below', { places: below })]),
    ...(above.length === 0 ? [] : [t('places.funnel.above', { places: above })]),
  ].join(' ');
}
