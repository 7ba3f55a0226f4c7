import { countedAmount } from './counted-words.ts';
import type { BriefFigure, BriefData } from '@monitor/contract';
import type { CalendarPeriod, Period } from '@monitor/domain';
import { overlapOf } from '../judge/dataset-coverage.ts';
import type { FigureChange } from '../judge/change.ts';
import type { YearAmount } from '../judge/brief-figures.ts';
import { briefWhen } from './brief-names.ts';
import { verdictOf } from '../judge/verdict.ts';
import { changeWords } from './change-words.ts';
import type { Voice } from './voice.ts';

/** A verdict, which stands out, and what it rests on. */
type Verdict = BriefData['figures'][number]['verdicts'][number];

/** The 95% interval of a difference in words: `14% fewer to 11% more`, `5% to 40% more`. @param low, high shares of one */
export function intervalWords({ low, high }: { readonly low: number; readonly high: number }, { t, number }: Voice): string {
  const side = low < 0 && high > 0 ? 'both' : low + high < 0 ? 'fewer' : 'more';
  // Of two that are fewer, the one nearer to none is said last.
  const end = (value: number) => number.share(Math.max(0.001, Math.abs(value)));
  return t(`report.interval.${side}`, { low: end(low), high: end(high) });
}

/** How a figure compares with an earlier period: `No clear change`, `118 a year before (−17% to +37%)`. */
export function saidVerdict(change: FigureChange, figure: BriefFigure, voice: Voice): Verdict {
  const { verdict, isClear, before = '' } = changeWords(change, figure, voice);
  return { verdict, isClear, detail: before };
}

/** What is left of the years that one incident or seizure makes: `Without the largest seizure: 173 in 2026`. */
export function withoutWords(years: readonly YearAmount[], figure: BriefFigure, { t, number, date }: Voice): string[] {
  const parts = years.flatMap(({ period, count, ofOne }) =>
    count === undefined || ofOne === undefined
      ? []
      : t('report.without.part', { rest: number.count(count - ofOne), year: date.year(period.from) }),
  );
  return parts.length === 0 ? [] : [t(`report.without.${figure === 'weapons' ? 'weapons' : 'people'}`, { parts })];
}

/**
 * What a brief says first: whether violence changed on the year before, and from what to what.
 * @param incidents of violence
 * @param change on the year before
 * @param covered first and last day of the data of the place
 */
export function leadWords(
  period: CalendarPeriod,
  incidents: number,
  change: FigureChange,
  covered: Period | undefined,
  voice: Voice,
): string {
  const { t, number, date } = voice;
  const when = briefWhen(period, voice);
  if (incidents === 0) {
    const days = covered && overlapOf(covered, period);
    if (days === undefined || (days.from === period.from && days.to === period.to)) return t('report.lead.none', { when });
    return t('report.lead.noneOfPart', { when, days: date.period(days.from, days.to) });
  }
  const amount = countedAmount('violence', 'incidents', incidents, voice);
  if (change.kind === 'change')
    return t(`report.lead.change.${verdictOf(change)}`, {
      amount,
      number: number.count(incidents),
      when,
      before: number.count(change.before.count),
      low: number.signedPercent(change.low),
      high: number.signedPercent(change.high),
    });
  const reason = changeWords(change, 'incidents', voice).verdict;
  if (!('before' in change)) return t('report.lead.change.alone', { reason, amount, when });
  return t('report.lead.change.withBefore', { reason, amount, when, before: number.count(change.before.count) });
}
