import { hasArea, type Period, wholeOf } from '@monitor/domain';
import { type Comparison, countCompared, type Difference, isOfArea, type NotableChanges } from '../judge/notable-changes.ts';
import { afterColon, changeWords, earlierWords, weightWords } from './change-words.ts';
import { countedAmount, countedKey } from './counted-words.ts';
import { inPeriod } from './period-words.ts';
import { falseDiscoveries, verdictOf } from '../judge/verdict.ts';
import type { FigureChange } from '../judge/change.ts';
import type { Voice } from './voice.ts';

/** One comparison in words. */
export interface ComparisonWords {
  /** `Albania`, or what of it is compared. */
  readonly name: string;
  /** `Albania, violent incidents`: what is compared. */
  readonly subject: string;
  /** `Albania: 36% more violent incidents`, or that there is no clear change. */
  readonly headline: string;
  /** `804 incidents in July–September 2025, 14% fewer than a year before; the true change is likely between 22% and 6% fewer.` */
  readonly sentence: string;
  /**
   * `The two largest incidents account for 17 of the 45 people injured in this period. Without them there is no clear change (−4% to
   * +158%).` Undefined if no two hold much.
   */
  readonly largest: string | undefined;
}

/**
 * A comparison as sentences, each made of its numbers.
 * @param period the later of the two periods
 * @param all how many comparisons it is one of
 */
export function comparisonWords(comparison: Comparison, period: Period, all: number, voice: Voice): ComparisonWords {
  const { t } = voice;
  const { kind, measure, count, difference, evidence, change } = comparison;
  const place = comparedPlace(comparison, voice);
  const many = t(countedKey(kind, measure, 'many'));
  const values = {
    place,
    many,
    amount: countedAmount(kind, measure, count, voice),
    when: inPeriod(period, voice),
  };
  const subject = t('changes.subject', values);
  if (difference === undefined || evidence === 'none') {
    const { verdict, before } = changeWords(change, measure, voice);
    const reason = before === undefined ? verdict : t('changes.reasonBefore', { reason: verdict, before });
    return {
      name: place,
      subject,
      headline: t('changes.headline.none', { ...values, reason: afterColon(verdict) }),
      sentence: isSilentNow(change) ? t('changes.notReported', values) : t('changes.none', { ...values, reason }),
      largest: undefined,
    };
  }
  const verdict = verdictOf(difference);
  const said = {
    ...values,
    ...differenceWords(difference, voice),
    before: comparison.before === undefined ? '' : earlierWords(comparison.before, voice),
    baseline: baselineWords(comparison, voice),
    all,
  };
  const largest = largestWords(comparison, voice);
  if (evidence === 'driven')
    return { name: place, subject, headline: t('changes.headline.driven', said), sentence: t('changes.driven', said), largest };
  if (verdict === 'unclear')
    return { name: place, subject, headline: t('changes.headline.unclear', said), sentence: t('changes.unclear', said), largest };
  const shares = { ...said, ...shareWords(difference, voice) };
  // Some are clear by themselves, but not after correction for the number of comparisons.
  const group = evidence === 'clear' ? 'alone' : 'among';
  return {
    name: place,
    subject,
    headline: t(`changes.headline.${group}.${verdict}`, shares),
    sentence: t(`changes.${group}.${verdict}`, shares),
    largest,
  };
}

/** Whether no incident of the later period gives the number, so that there is none to say. */
function isSilentNow(change: FigureChange): boolean {
  return change.kind === 'not_reported' && change.side === 'later';
}

/** The place that is compared, or the part of it that the filter selects. */
function comparedPlace({ place: code, filter }: Comparison, { t, place }: Voice): string {
  const [region, another] = filter.region?.filter((one) => wholeOf('region', one) === code) ?? [];
  if (region !== undefined && another === undefined && !hasArea(filter)) return place(region);
  return isOfArea(filter) ? t('changes.inArea', { place: place(code) }) : place(code);
}

/** `−7%`, `−22%`, `−6%`: a difference and its interval, with signs. */
export function differenceWords({ difference, low, high }: Difference, { number }: Voice) {
  return { difference: number.signedPercent(difference), low: number.signedPercent(low), high: number.signedPercent(high) };
}

/** Without signs, and the end nearer to what is said first: between 22% and 6% fewer, between 13% and 65% more. */
function shareWords({ difference, low, high }: Difference, { number }: Voice) {
  return {
    percent: number.share(Math.abs(difference)),
    first: number.share(Math.abs(low)),
    second: number.share(Math.abs(high)),
  };
}

/** `than a year before`, or than the period that is compared with where that is not so. */
function baselineWords({ before }: Comparison, { t, date, number }: Voice): string {
  if (before === undefined) return '';
  const { baseline } = before;
  if (baseline.kind !== 'period')
    return t(`summary.baseline.${baseline.kind}`, { count: baseline.count, number: number.count(baseline.count) });
  return baseline.years === 1 ? t('changes.yearBefore') : date.period(baseline.from, baseline.to);
}

/** What the largest incidents hold where that is much, and what is left without them. */
function largestWords({ without, measure }: Comparison, voice: Voice): string | undefined {
  if (without === undefined) return undefined;
  const weight = weightWords(without, measure, voice);
  const { difference } = without;
  if (difference === undefined) return weight;
  const kind = verdictOf(difference) === 'unclear' ? 'unclear' : 'clear';
  return `${weight} ${voice.t(`changes.without.${kind}`, { count: without.incidents, ...differenceWords(difference, voice) })}`;
}

/** How many comparisons stand out, as a title: `What changed: 3 of 35 comparisons stand out`. */
export function changesTitle(changes: NotableChanges, voice: Voice): string {
  const { t } = voice;
  const { clear, none } = changes;
  const all = countCompared(changes);
  const [reason, another] = new Set(none.map(({ change, measure }) => changeWords(change, measure, voice).verdict));
  if (all === 0)
    return reason === undefined || another !== undefined
      ? t('changes.title.nothing')
      : t('changes.title.reason', { reason: afterColon(reason) });
  return clear.length === 0 ? t('changes.title.none') : t('changes.title.some', { count: clear.length, all });
}

/** Of the comparisons, how many are clear by themselves and how many stay so; what became of the others. */
export function changesRest(changes: NotableChanges, { t, number }: Voice): string {
  const { clear, driven, chance, none } = changes;
  const all = countCompared(changes);
  const stay = clear.length + driven.length;
  const others = [
    ['driven', driven],
    [all === 0 ? 'noneOfAll' : 'none', none],
  ] as const;
  return [
    ...(all === 0
      ? []
      : [
          t('changes.rest.family', {
            all: number.count(all),
            alone: number.count(stay + chance.filter(({ difference }) => difference && verdictOf(difference) !== 'unclear').length),
            chance: number.decimal(falseDiscoveries * all, 1),
            clear: number.count(stay),
          }),
        ]),
    ...others
      .filter(([, group]) => group.length > 0)
      .map(([name, group]) => t(`changes.rest.${name}`, { count: group.length, number: number.count(group.length) })),
  ].join(' ');
}

/** After a sentence: of how many comparisons changes stand out; empty if there is none. */
export function familyText(count: number, { t, number }: Voice): string {
  return count === 0 ? '' : ` ${t('places.list.family', { count, number: number.count(count) })}`;
}
