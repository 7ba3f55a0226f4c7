import type { CalendarPeriod, Measure } from '@monitor/domain';
import { changeWords, type FigureChange, type Voice } from '@monitor/findings';
import type { TFunction } from 'i18next';
import type { Terms } from '../../i18n/terms.ts';
import { type Brief, changeOnYear, yearlyAmounts } from './brief.ts';
import { likeWords, placeName, whenWords } from '../../filter/report-words.ts';

/** What sentences are written with. */
export interface Writing {
  readonly t: TFunction;
  readonly format: Voice;
  readonly terms: Pick<Terms, 'place' | 'label' | 'definition'>;
}

/** A verdict, which stands out, and what it rests on. */
export interface Verdict {
  readonly verdict: string;
  readonly detail: string;
  readonly isClear: boolean;
}

/** The 95% interval of a difference in words: `14% fewer to 11% more`, `5% to 40% more`. @param low, high shares of one */
export function intervalWords(low: number, high: number, { t, format: { number } }: Pick<Writing, 't' | 'format'>): string {
  const side = low < 0 && high > 0 ? 'both' : low + high < 0 ? 'fewer' : 'more';
  // Of two that are fewer, the one nearer to none is said last.
  return t(`report.interval.${side}`, { low: number.share(Math.abs(low)), high: number.share(Math.abs(high)) });
}

/**
 * How a figure compares with an earlier period: "No clear change from Jul–Sept 2025 (118). 95% interval: 17% fewer to 37% more."
 * @param earlier the period compared with
 */
export function changeVerdict(change: FigureChange, measure: Measure, earlier: CalendarPeriod, writing: Writing): Verdict {
  const { t, format } = writing;
  const { verdict, isClear } = changeWords(change, measure, writing.format);
  const period = format.date.period(earlier.from, earlier.to);
  if (change.kind === 'change') {
    const values = {
      period,
      before: format.number.count(change.before.count),
      interval: intervalWords(change.low, change.high, writing),
    };
    return { verdict, isClear, detail: t(`report.change.${isClear ? 'clear' : 'unclear'}`, values) };
  }
  if (!('before' in change)) return { verdict, isClear, detail: t('report.change.none', { period }) };
  const before = format.number.count(change.before.count);
  return { verdict, isClear, detail: t(`report.change.${change.kind}`, { period, before }) };
}

/** The years that a figure is ranked among, the brief's own last. */
export const rankedYears = 6;
/** Fewer years than these make no rank. */
const leastRanked = 4;

/** What a brief says first: how many incidents there were, and how that compares with the year before. */
export function leadSentences(brief: Brief, writing: Writing): string[] {
  const { t, format, terms } = writing;
  const { incidents } = brief.answers.now.totals;
  const place = brief.place.kind === 'all' ? t('report.lead.everywhere') : placeName(brief.place, t, terms);
  const when = whenWords(brief.period, t, format);
  if (incidents === 0) return [t('report.lead.none', { place, when })];
  const amount = t('measure.incidents.amount', { count: incidents, number: format.number.count(incidents) });
  const rank = rankWords(brief, writing);
  const recorded = t(`report.lead.${rank === undefined ? 'recorded' : 'ranked'}`, { place, amount, when, rank });
  return [recorded, comparedSentence(changeOnYear(brief, 'incidents'), brief, writing)];
}

/** `the most in a third quarter since 2021`, where that is so of years that can all be compared. */
function rankWords(brief: Brief, { t, format }: Writing): string | undefined {
  const known = yearlyAmounts(brief, 'incidents', rankedYears).flatMap(({ period, amounts }) =>
    amounts === undefined ? [] : [{ period, incidents: amounts.incidents ?? 0 }],
  );
  const own = known.at(-1);
  const others = known.slice(0, -1).map(({ incidents }) => incidents);
  const first = known[0];
  if (own === undefined || first === undefined || known.length < leastRanked) return undefined;
  const kind = others.every((one) => one < own.incidents)
    ? 'most'
    : others.every((one) => one > own.incidents)
      ? 'fewest'
      : undefined;
  if (kind === undefined) return undefined;
  return t(`report.lead.${kind}`, { like: likeWords(brief.period, t, format), year: format.date.year(first.period.from) });
}

function comparedSentence(change: FigureChange, { period }: Brief, writing: Writing): string {
  const { t, format } = writing;
  const earlier = t(`report.lead.yearBefore.${period.unit}`);
  if (change.kind === 'change') {
    const kind = change.low <= 0 && change.high >= 0 ? 'unclear' : change.difference < 0 ? 'fewer' : 'more';
    return t(`report.lead.change.${kind}`, {
      earlier,
      percent: format.number.share(Math.abs(change.difference)),
      before: format.number.count(change.before.count),
      interval: intervalWords(change.low, change.high, writing),
    });
  }
  const reason = changeWords(change, 'incidents', writing.format).verdict;
  if (!('before' in change)) return t('report.lead.change.alone', { reason, earlier });
  return t('report.lead.change.withBefore', { reason, earlier, before: format.number.count(change.before.count) });
}
