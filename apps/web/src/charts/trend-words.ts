import type { Interval } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { Measure } from '../filter/explore-state.ts';
import type { Format } from '../format/use-format.ts';
import type { ChartTable } from './data-table.tsx';
import { trendReading, type TrendStep } from './trend-data.ts';

/** What the marks of the chart mean, in one line. */
export function trendLegendText(steps: readonly TrendStep[], t: TFunction): string {
  const marks = [t('chart.trend.marks.period')];
  if (steps.some((step) => step.average !== null)) marks.push(t('chart.trend.marks.average'));
  if (steps.some((step) => step.range !== null)) marks.push(t('chart.trend.marks.range'));
  if (steps.some((step) => step.partial)) marks.push(t('chart.trend.marks.partial'));
  return `${marks.join('; ')}.`;
}

/** The chart in one sentence: level, peak, and how the latest months stand against earlier years. */
export function trendReadingText(steps: readonly TrendStep[], interval: Interval, t: TFunction, { number, date }: Format): string {
  const reading = trendReading(steps);
  if (reading === undefined) return t('chart.trend.reading.none');
  const { mean, peak, range } = reading;
  if (peak.count === 0) return t('chart.trend.reading.zero');
  const about = number.decimal(mean, Number.isInteger(mean) ? 0 : 1);
  const first = t(`chart.trend.reading.${interval}`, {
    mean: about,
    peak: date.step(peak.start, interval),
    count: number.count(peak.count),
  });
  if (range === undefined) return t('chart.trend.reading.alone', { first });
  const second = rangeText(range, t);
  return t('chart.trend.reading.both', { first, second });
}

function rangeText({ steps, above, below }: { steps: number; above: number; below: number }, t: TFunction): string {
  if (above > 0 && below > 0) return t('chart.trend.reading.outside', { steps, above, below });
  if (above > 0) return t('chart.trend.reading.above', { count: above, steps });
  return below > 0 ? t('chart.trend.reading.below', { count: below, steps }) : t('chart.trend.reading.inside', { count: steps });
}

/** The numbers of the chart. */
export function trendTable(
  steps: readonly TrendStep[],
  interval: Interval,
  measure: Measure,
  t: TFunction,
  { number, date }: Format,
): ChartTable {
  const partial = steps.some((step) => step.partial);
  const monthly = steps.some((step) => step.average !== null || step.range !== null);
  const count = (value: number | null | undefined) => ({
    text: value === null || value === undefined ? '–' : number.count(Math.round(value)),
    value: value ?? null,
  });
  return {
    name: `${measure}-by-${interval}`,
    columns: [
      { label: t(`chart.intervals.${interval}`), number: false },
      { label: t(`chart.measures.${measure}`), number: true },
      ...(monthly
        ? [t('chart.trend.legend.average'), t('chart.trend.low'), t('chart.trend.high')].map((label) => ({ label, number: true }))
        : []),
      ...(partial ? [{ label: t('chart.trend.partialColumn'), number: false }] : []),
    ],
    rows: steps.map((step) => [
      { text: date.step(step.start, interval), value: step.start },
      count(step.count),
      ...(monthly ? [count(step.average), count(step.range?.[0]), count(step.range?.[1])] : []),
      ...(partial ? [{ text: step.partial ? t('chart.trend.partialCell') : '', value: step.partial ? 'partial' : '' }] : []),
    ]),
  };
}
