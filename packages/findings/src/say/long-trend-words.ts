import type { DrawnLevel, LineEnd, TrendsData, TrendStep, Unit } from '@monitor/contract';
import { type Interval, isSilent, type IsoDate, stepPeriod } from '@monitor/domain';
import { isMarked, type TrendLevel } from '../judge/trend-levels.ts';
import { isFew, peakOf } from '../judge/trend-steps.ts';
import { inPeriod } from './period-words.ts';
import type { Voice } from './voice.ts';

/** A number of a series as text: a count, or a rate per 100,000. */
export function amountText(value: number, unit: Unit, { number }: Voice): string {
  // Of a mean below ten, a whole number is too coarse to compare it with another.
  const isFine = unit === 'rate' || (value < 10 && !Number.isInteger(value));
  return isFine ? number.rate(value) : number.count(Math.round(value));
}

/** What is written at the end of the line of all: the average, the last whole step with its usual range, and an incomplete one after it. */
export function lineEnds(steps: readonly Omit<TrendStep, 'changes'>[], interval: Interval, unit: Unit, voice: Voice): LineEnd[] {
  const { t, date } = voice;
  if (unit === 'count' && isFew(steps)) return [];
  const amount = (value: number) => amountText(value, unit, voice);
  const stepText = (start: IsoDate) => date.step(start, interval);
  const averaged = steps.findLast((step) => step.average !== null);
  const last = steps.findLast((step) => step.whole !== null);
  const after = steps.at(-1);
  const blocks: LineEnd[] = [];
  if (averaged?.average != null)
    blocks.push({
      key: 'average',
      title: t('chart.trend.legend.average'),
      detail: t(`trends.each.${interval}`, { amount: amount(averaged.average) }),
      value: averaged.average,
    });
  if (last !== undefined)
    blocks.push({
      key: 'last',
      title: t('trends.lastStep', { step: stepText(last.start), amount: amount(last.count) }),
      ...(last.range && { detail: t('trends.usualRange', { low: amount(last.range[0]), high: amount(last.range[1]) }) }),
      value: last.count,
    });
  if (after?.partial === true && after !== last && !isSilent(after))
    blocks.push({
      key: 'partial',
      title: '',
      detail: t('trends.partialStep', { step: stepText(after.start), amount: amount(after.count) }),
      value: after.count,
    });
  return blocks;
}

/**
 * The highest step as the chart marks it: since a year where the steps go from its first day to the end of the data.
 * @param isToEnd whether they go on to that end
 */
export function saidPeak(
  steps: Parameters<typeof peakOf>[0],
  { interval, unit, isToEnd }: { readonly interval: Interval; readonly unit: Unit; readonly isToEnd: boolean },
  voice: Voice,
): TrendsData['peak'] {
  const { t, date } = voice;
  const peak = peakOf(steps);
  if (peak === undefined) return undefined;
  const { start, value, also } = peak;
  const title = t('trends.lastStep', { step: date.step(start, interval), amount: amountText(value, unit, voice) });
  const whole = steps.filter((step) => step.whole !== null);
  const [from, last] = [whole[0]?.start ?? start, whole.at(-1)?.start ?? start];
  const when =
    isToEnd && from.endsWith('-01-01')
      ? t('trends.peakSince', { year: date.year(from) })
      : inPeriod({ from, to: stepPeriod(last, interval).to }, voice);
  const detail = t(`trends.peakDetail.${interval}`, { when });
  const others = also.map((one) => date.step(one, interval));
  return {
    start,
    value,
    also: [...also],
    title,
    detail: others.length === 0 ? detail : t('trends.peakAlso', { detail, others }),
  };
}

/** Changes of the level as the chart marks them. */
export function drawnLevels(levels: readonly TrendLevel[], voice: Voice): DrawnLevel[] {
  const { t, number, date } = voice;
  return levels.map((level) => ({
    at: level.start,
    from: level.earliest,
    to: level.latest,
    title: t(`trends.break.${level.difference < 0 ? 'fell' : 'rose'}`, {
      percent: number.share(Math.abs(level.difference)),
      month: date.month(level.start),
    }),
    detail: t(level.seasonal ? 'trends.break.detailOfSeason' : 'trends.break.detail', levelInterval(level, voice)),
  }));
}

/** The ends of the interval of a rise or of a fall, the smaller first. */
export function levelInterval({ difference, low, high }: Pick<TrendLevel, 'difference' | 'low' | 'high'>, { number }: Voice) {
  const [least, most] = difference < 0 ? [high, low] : [low, high];
  return { low: number.share(Math.abs(least)), high: number.share(Math.abs(most)) };
}

/** What the pale columns mean, and what has none; undefined if there are none. @param levels marked or not */
export function levelsNote(levels: readonly TrendLevel[], unit: Unit, voice: Voice): string | undefined {
  const { t, date } = voice;
  const marked = levels.filter(isMarked);
  if (marked.length === 0) return undefined;
  const spans = marked.map(({ earliest, latest, before, after }) => {
    const means = t('trends.break.means', {
      before: amountText(before.mean, unit, voice),
      earlier: date.period(before.period.from, before.period.to),
      after: amountText(after.mean, unit, voice),
      later: date.period(after.period.from, after.period.to),
    });
    return earliest === latest
      ? t('trends.break.at', { month: date.month(earliest), means })
      : t('trends.break.span', { from: date.month(earliest), to: date.month(latest), means });
  });
  const note = t('trends.break.note', { spans });
  const [unsure] = levels.filter((level) => !isMarked(level));
  if (unsure === undefined) return note;
  const direction = unsure.difference < 0 ? 'fell' : 'rose';
  return t('trends.break.noteUnsure', { note, unsure: t(`trends.break.unsure.${direction}`, { month: date.month(unsure.start) }) });
}
