import type { CountedKind, Measure } from '@monitor/domain';
import type { Weight } from '@monitor/statistics';
import { type Baseline, type Before, type FigureChange, wholeMonths } from '../judge/change.ts';
import type { DataPart } from '../judge/compare-coverage.ts';
import { verdictOf } from '../judge/verdict.ts';
import { countedKey } from './counted-words.ts';
import { saidLeftOut } from './left-out-words.ts';
import type { Voice } from './voice.ts';

/** How a figure changed, in words: the verdict first, then what it rests on. */
export interface ChangeWords {
  /** `16% fewer`, `No clear change`, or why nothing is said. */
  readonly verdict: string;
  /** True if the figure clearly changed, so that the verdict may stand out. */
  readonly isClear: boolean;
  /** `939 a year before (−22% to −6%)`; undefined if there is nothing to compare with. */
  readonly before: string | undefined;
  /** Full sentences, for people who want to know more. */
  readonly explanation: string;
}

/** A change in words. The earlier count is always given, the difference only if its interval does not include zero. */
export function changeWords(change: FigureChange, measure: Measure, voice: Voice): ChangeWords {
  const words = comparedWords(change, measure, voice);
  const { without = [], leftOut } = change;
  const { text } = saidLeftOut(without, voice) ?? {};
  const explanation = [words.explanation, ...(text === undefined ? [] : [text])].join(' ');
  if (leftOut === undefined || words.before === undefined) return { ...words, explanation };
  return {
    ...words,
    before: withLeftOut(words.before, change, voice),
    explanation: `${explanation} ${voice.t('summary.leftOut.long', { percent: voice.number.share(leftOut) })}`,
  };
}

/** What a change is compared with and, if that is notable, how much is left out: `939 a year before, without 12% of the incidents`. */
function withLeftOut(before: string, { leftOut }: FigureChange, { t, number }: Voice): string {
  if (leftOut === undefined) return before;
  return t('summary.leftOut.beside', { before, leftOut: t('summary.leftOut.short', { percent: number.share(leftOut) }) });
}

function comparedWords(change: FigureChange, measure: Measure, voice: Voice): ChangeWords {
  const { t, number, date } = voice;
  switch (change.kind) {
    case 'change': {
      const { difference, low, high, before, heaviest, among } = change;
      const kind = verdictOf(change);
      const values = {
        percent: number.share(Math.abs(difference)),
        low: number.signedPercent(low),
        high: number.signedPercent(high),
        baseline: baselineAfter(change, voice),
      };
      return {
        verdict: t(`summary.change.${kind}`, values),
        isClear: kind !== 'unclear',
        before: t('summary.change.before', { ...values, earlier: earlierWords(before, voice) }),
        explanation: [
          t(`summary.change.explained.${among === undefined ? kind : 'among'}`, { ...values, all: among }),
          ...(isOtherSeasons(before.baseline) ? [t('summary.otherSeasons')] : []),
          ...(heaviest === undefined ? [] : [weightWords(heaviest, measure, voice)]),
        ].join(' '),
      };
    }
    case 'too_few':
    case 'in_waves':
    case 'few_incidents':
      return reason(
        t(`summary.noChange.${change.kind}.short`),
        t(`summary.noChange.${change.kind}.long`, { many: t(`measure.${measure}.many`) }),
        change.before,
      );
    case 'rests_on_largest': {
      const { incidents } = change.heaviest;
      const weight = weightWords(change.heaviest, measure, voice);
      return reason(
        t('summary.noChange.rests_on_largest.short', { count: incidents }),
        t('summary.noChange.rests_on_largest.long', { weight, count: incidents }),
        change.before,
      );
    }
    case 'not_reported':
      return reason(
        t('summary.noChange.not_reported.short'),
        t(`summary.noChange.not_reported.${change.side}`, { many: t(`measure.${measure}.many`) }),
      );
    case 'data_end':
    case 'data_begin': {
      const day = date.day(change.day);
      return reason(t(`summary.noChange.${change.kind}.short`, { day }), t(`summary.noChange.${change.kind}.long`, { day }));
    }
    case 'uneven_data':
      return reason(
        t('summary.noChange.uneven_data.short'),
        t('summary.noChange.uneven_data.long', { parts: dataPartsWords(change.parts, voice) }),
      );
    default:
      return reason(t(`summary.noChange.${change.kind}.short`), t(`summary.noChange.${change.kind}.long`));
  }

  function reason(verdict: string, explanation: string, before?: Before): ChangeWords {
    return { verdict, isClear: false, before: before && earlierWords(before, voice), explanation };
  }
}

/** A verdict within a sentence: `no clear change`. */
export function afterColon(verdict: string): string {
  return verdict.charAt(0).toLocaleLowerCase() + verdict.slice(1);
}

/**
 * How a figure changed, in one sentence: `No clear change: 18 people killed, against 14 a year before (−44% to +194%)`.
 * @param whole the figure, of which a part can be left out of what is compared
 */
export function findingWords(
  change: FigureChange,
  kind: CountedKind,
  measure: Measure,
  whole: number,
  voice: Voice,
): { readonly text: string; readonly isClear: boolean } {
  const { t, number } = voice;
  const many = t(countedKey(kind, measure, 'many'));
  const count = ('before' in change ? change.before.later : undefined) ?? whole;
  const amount = t(countedKey(kind, measure, 'amount'), { count, number: number.count(count) });
  if (change.kind === 'not_reported' && change.side === 'later')
    return { text: t('summary.finding.notReported', { many }), isClear: false };
  if (change.kind !== 'change') {
    const { verdict } = changeWords(change, measure, voice);
    if (!('before' in change)) return { text: t('summary.finding.alone', { amount, reason: verdict }), isClear: false };
    const earlier = withLeftOut(earlierWords(change.before, voice), change, voice);
    return { text: t('summary.finding.withBefore', { reason: verdict, amount, earlier }), isClear: false };
  }
  const { difference, low, high, before } = change;
  const verdict = verdictOf(change);
  const values = {
    amount,
    before: number.count(before.count),
    earlier: withLeftOut(earlierWords(before, voice), change, voice),
    low: number.signedPercent(low),
    high: number.signedPercent(high),
  };
  if (verdict === 'unclear') return { text: t('summary.finding.unclear', values), isClear: false };
  const finding = t(`summary.finding.${verdict}`, {
    percent: number.share(Math.abs(difference)),
    many,
    baseline: baselineWhen(before.baseline, voice),
  });
  return { text: t('summary.finding.changed', { ...values, finding }), isClear: true };
}

/** `3 a year before`, `800 in 2020–2022` */
export function earlierWords({ count, baseline }: Before, voice: Voice): string {
  const { t, number } = voice;
  const earlier = number.count(count);
  if (baseline.kind === 'period') {
    // 29 February has no day a year before, and is compared with 28 February.
    if (baseline.from === baseline.to && baseline.to.endsWith('-02-28'))
      return t('summary.baseline.when.day', { earlier, when: baselineWhen(baseline, voice) });
    const years = wholeMonths(baseline) === undefined ? 'yearsOfDays' : 'years';
    return t(`summary.baseline.when.${years}`, { count: baseline.years, earlier, period: baselineWords(baseline, voice) });
  }
  return t(`summary.baseline.when.${baseline.kind}`, { count: baseline.count, number: number.count(baseline.count), earlier });
}

/** So many parts of a dataset are named at most: more would not help. */
const mostParts = 3;

/** Parts of the data, each with its days. */
export function dataPartsWords(parts: readonly DataPart[], { t, date, place }: Voice): string {
  const named = parts.slice(0, mostParts).map(({ title, country, from, to }) =>
    t('summary.dataPart', {
      title: country === undefined ? title : t('summary.placeInDataset', { place: place(country), title }),
      period: date.period(from, to),
    }),
  );
  return named.join('; ');
}

/** How much of one side comes from its largest incidents: "… account for 19 of the 45 people killed in the comparison period." */
export function weightWords({ side, incidents, people, events }: Weight, measure: Measure, { t, number }: Voice): string {
  const whole = t(`measure.${measure}.amount`, { count: events, number: number.count(events) });
  return t(`summary.weight.${side}`, { count: incidents, part: number.count(people), whole });
}

function isOtherSeasons({ kind }: Baseline): boolean {
  return kind === 'months' || kind === 'days';
}

/** The period that is compared with, after the verdict's words: `than in Jul–Sept 2024`, `compared with Jul–Sept 2024`. */
export function baselineAfter(change: FigureChange & { readonly kind: 'change' }, voice: Voice): string {
  const { baseline } = change.before;
  return verdictOf(change) === 'unclear' ? baselineWords(baseline, voice) : baselineWhen(baseline, voice);
}

/** The same after "than": `in Jul–Sept 2024`, `on 5 Oct 2024`. */
function baselineWhen(baseline: Baseline, voice: Voice): string {
  const isDay = baseline.kind === 'period' ? baseline.from === baseline.to : baseline.kind === 'days' && baseline.count === 1;
  return voice.t(`summary.baseline.${isDay ? 'on' : 'in'}`, { baseline: baselineWords(baseline, voice) });
}

/** The period that is compared with, as part of a sentence: `Jul–Sept 2024`, `the previous 34 months, different seasons`. */
function baselineWords(baseline: Baseline, { t, number, date }: Voice): string {
  if (baseline.kind === 'period') return date.period(baseline.from, baseline.to);
  return t(`summary.baseline.${baseline.kind}`, { count: baseline.count, number: number.count(baseline.count) });
}
