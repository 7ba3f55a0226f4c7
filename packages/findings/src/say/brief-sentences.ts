import type { BriefFigure, BriefData } from '@monitor/contract';
import type { CalendarPeriod } from '@monitor/domain';
import type { FigureChange } from '../judge/change.ts';
import { type PeriodAmounts, rankOfLast } from '../judge/brief-figures.ts';
import type { BriefSubject } from '../judge/brief-subject.ts';
import { likeWords, briefWhen } from './brief-names.ts';
import { verdictOf } from '../judge/verdict.ts';
import { changeWords } from './change-words.ts';
import type { Voice } from './voice.ts';

/** A verdict, which stands out, and what it rests on. */
type Verdict = BriefData['figures'][number]['verdicts'][number];

/** The 95% interval of a difference in words: `14% fewer to 11% more`, `5% to 40% more`. @param low, high shares of one */
export function intervalWords({ low, high }: { readonly low: number; readonly high: number }, { t, number }: Voice): string {
  const side = low < 0 && high > 0 ? 'both' : low + high < 0 ? 'fewer' : 'more';
  // Of two that are fewer, the one nearer to none is said last.
  return t(`report.interval.${side}`, { low: number.share(Math.abs(low)), high: number.share(Math.abs(high)) });
}

/**
 * How a figure compares with an earlier period: "No clear change from Jul–Sept 2025 (118). 95% interval: 17% fewer to 37% more."
 * @param earlier the period compared with
 */
export function saidVerdict(change: FigureChange, figure: BriefFigure, earlier: CalendarPeriod, voice: Voice): Verdict {
  const { t, date, number } = voice;
  const { verdict, isClear } = changeWords(change, figure, voice);
  const period = date.period(earlier.from, earlier.to);
  if (!('before' in change)) return { verdict, isClear, detail: t('report.change.none', { period }) };
  const before = number.count(change.before.count);
  if (change.kind !== 'change') return { verdict, isClear, detail: t(`report.change.${change.kind}`, { period, before }) };
  const interval = intervalWords(change, voice);
  return { verdict, isClear, detail: t(`report.change.${isClear ? 'clear' : 'unclear'}`, { period, before, interval }) };
}

/**
 * What a brief says first: how many incidents there were, and how that compares with the year before.
 * @param years the same period of each year that there is data of, the brief's own last
 * @param change on the year before
 */
export function leadWords(
  { place, period }: Pick<BriefSubject, 'place' | 'period'>,
  incidents: number,
  years: readonly PeriodAmounts[],
  change: FigureChange,
  voice: Voice,
): string {
  const { t, number, date } = voice;
  const name = place.kind === 'all' ? t('report.lead.everywhere') : voice.place(place.code);
  const when = briefWhen(period, voice);
  if (incidents === 0) return t('report.lead.none', { place: name, when });
  const amount = t('measure.incidents.amount', { count: incidents, number: number.count(incidents) });
  const ranked = rankOfLast(years);
  const rank =
    ranked &&
    t(`report.lead.${ranked.kind}`, {
      like: likeWords(period, voice),
      ...('since' in ranked ? { year: date.year(ranked.since) } : { first: date.year(ranked.first), last: date.year(period.from) }),
    });
  const recorded = t(`report.lead.${rank === undefined ? 'recorded' : 'ranked'}`, { place: name, amount, when, rank });
  return `${recorded} ${comparedWords(change, period, voice)}`;
}

function comparedWords(change: FigureChange, { unit }: CalendarPeriod, voice: Voice): string {
  const { t, number } = voice;
  const earlier = t(`report.lead.yearBefore.${unit}`);
  if (change.kind === 'change')
    return t(`report.lead.change.${verdictOf(change)}`, {
      earlier,
      percent: number.share(Math.abs(change.difference)),
      before: number.count(change.before.count),
      interval: intervalWords(change, voice),
    });
  const reason = changeWords(change, 'incidents', voice).verdict;
  if (!('before' in change)) return t('report.lead.change.alone', { reason, earlier });
  return t('report.lead.change.withBefore', { reason, earlier, before: number.count(change.before.count) });
}
