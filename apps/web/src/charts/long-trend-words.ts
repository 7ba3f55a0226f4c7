import { dateOfDay, dayNumber, type Interval, type IsoDate, nextIntervalStart } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { Format } from '../format/use-format.ts';
import type { DrawnBreak, DrawnPart } from './long-trend-chart.tsx';
import { isUnevenTrend, trendReading, type TrendStep } from './trend-data.ts';
import type { TrendLevel } from './trend-levels.ts';
import type { EndBlock } from './trend-notes.tsx';
import { isFew } from './trend-words.ts';

export type Unit = 'count' | 'rate';

/** A number of a series as text: a count, or a rate per 100,000. */
function amountText(value: number, unit: Unit, { number }: Format): string {
  return unit === 'rate' ? number.rate(value) : number.count(Math.round(value));
}

/** What is written at the end of the line of all: the average, the last whole step with its usual range, and an incomplete one after it. */
export function endBlocks(steps: readonly TrendStep[], interval: Interval, unit: Unit, t: TFunction, format: Format): EndBlock[] {
  if (unit === 'count' && isFew(steps)) return [];
  const amount = (value: number) => amountText(value, unit, format);
  const stepText = (start: IsoDate) => format.date.step(start, interval);
  const averaged = steps.findLast((step) => step.average !== null);
  const last = steps.findLast((step) => step.whole !== null);
  const after = steps.at(-1);
  const blocks: EndBlock[] = [];
  if (averaged?.average != null)
    blocks.push({
      key: 'average',
      title: t('chart.trend.legend.average'),
      detail: t(`trends.each.${interval}`, { amount: amount(averaged.average) }),
      value: averaged.average,
      tone: 'ink',
    });
  if (last !== undefined)
    blocks.push({
      key: 'last',
      title: t('trends.lastStep', { step: stepText(last.start), amount: amount(last.count) }),
      detail: last.range === null ? undefined : t('trends.usualRange', { low: amount(last.range[0]), high: amount(last.range[1]) }),
      value: last.count,
      tone: 'count',
    });
  if (after?.partial === true && after !== last)
    blocks.push({
      key: 'partial',
      title: '',
      detail: t('trends.partialStep', { step: stepText(after.start), amount: amount(after.count) }),
      value: after.count,
      tone: 'quiet',
    });
  return blocks;
}

/** The names of parts at the ends of their lines, or in the middle of their layers, with their last values. */
export function partEnds(parts: readonly DrawnPart[], show: 'lines' | 'stacked', unit: Unit, format: Format): EndBlock[] {
  let below = 0;
  return parts.map(({ value, name, amounts, isUnknown }) => {
    const last = amounts.findLast((amount) => amount !== null) ?? 0;
    const middle = below + last / 2;
    below += last;
    const detail = amountText(last, unit, format);
    return {
      key: value,
      title: `${name} ${detail}`,
      detail: undefined,
      value: show === 'stacked' ? middle : last,
      tone: isUnknown ? 'quiet' : 'ink',
    };
  });
}

/** The highest whole step where it is one alone and not the last; undefined where the data changes, and where there are too few. */
export function peakOf(steps: readonly TrendStep[]): { readonly start: IsoDate; readonly value: number } | undefined {
  if (isUnevenTrend(steps) || isFew(steps)) return undefined;
  const peak = trendReading(steps)?.peak;
  const last = steps.findLast((step) => step.whole !== null);
  return peak === undefined || peak.others > 0 || peak.start === last?.start ? undefined : { start: peak.start, value: peak.count };
}

/** Changes of the level as the chart marks them. */
export function drawnBreaks(levels: readonly TrendLevel[], unit: Unit, t: TFunction, format: Format): DrawnBreak[] {
  const { number, date } = format;
  return levels.map(({ start, earliest, latest, difference, low, high, before, after }) => ({
    at: start,
    from: earliest,
    to: latest,
    title: t(`trends.break.${difference < 0 ? 'fell' : 'rose'}`, {
      percent: number.share(Math.abs(difference)),
      month: date.month(start),
    }),
    detail: t('trends.break.detail', {
      low: number.share(Math.abs(difference < 0 ? high : low)),
      high: number.share(Math.abs(difference < 0 ? low : high)),
      before: amountText(before, unit, format),
      after: amountText(after, unit, format),
    }),
  }));
}

/** What the pale columns mean; undefined where there are none. */
export function breakNote(levels: readonly TrendLevel[], t: TFunction, { date }: Format): string | undefined {
  if (levels.length === 0) return undefined;
  const spans = levels.map(({ earliest, latest }) =>
    earliest === latest ? date.month(earliest) : t('trends.break.span', { from: date.month(earliest), to: date.month(latest) }),
  );
  return t('trends.break.note', { spans });
}

/** Reports of an incident come in for about this long after it. */
const daysOfReports = 90;

/**
 * The first step of those that still fill up: that end less than 90 days before the data was last updated. Undefined where all of them are full,
 * and where it is not known when that was.
 * @param updated moments at which the datasets of the last step were updated, as ISO 8601
 */
export function provisionalFrom(
  steps: readonly TrendStep[],
  interval: Interval,
  updated: readonly (string | null)[],
): IsoDate | undefined {
  const moments = updated.flatMap((moment) => moment ?? []).toSorted();
  const latest = moments.at(-1);
  if (latest === undefined || interval === 'year') return undefined;
  const full = dateOfDay(dayNumber(latest.slice(0, 10)) - daysOfReports);
  const first = steps.find(({ start, covered }) => covered && nextIntervalStart(start, interval) > full);
  return first === undefined || first === steps[0] ? undefined : first.start;
}
