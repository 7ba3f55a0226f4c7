import type { TrendStep, Unit } from '@monitor/contract';
import { type Interval, isSilent, type Measure } from '@monitor/domain';
import { earlierYearsText, type NamedPart, rangeYears, type Voice } from '@monitor/findings';
import type { TFunction } from 'i18next';
import { type ChartTable, numberColumn, textCell, textColumn } from '../format/chart-table.ts';
import { missingText } from '../format/reported.ts';
import type { Format } from '../format/use-format.ts';

interface TabledTrend {
  readonly steps: readonly TrendStep[];
  readonly parts: readonly NamedPart[];
  readonly interval: Interval;
  readonly measure: Measure;
  readonly unit?: Unit;
  /** What lists the incidents of a step, and of a part of it. */
  readonly incidentsOf?: (at: number, part?: number) => string | undefined;
}

/** The numbers of the chart. */
export function trendTable(
  { steps, parts, interval, measure, unit = 'count', incidentsOf }: TabledTrend,
  t: TFunction,
  voice: Voice,
): ChartTable {
  const { number, date } = voice;
  const notes = steps.map((step) => noteOf(step, t, voice));
  const hasNotes = notes.some((note) => note !== '');
  const hasAll = steps.some(({ all }) => all !== undefined);
  const hasAverage = steps.some((step) => step.average !== null);
  const hasRange = steps.some((step) => step.range !== null);
  const hasBefore = steps.some((step) => step.yearBefore !== null);
  const years = earlierYearsText(rangeYears(steps), voice) ?? t('chart.trend.earlierYears');
  const count = (value: number | null | undefined) => ({
    text: value === null || value === undefined ? '–' : unit === 'rate' ? number.rate(value) : number.count(Math.round(value)),
    value: value === null || value === undefined ? null : unit === 'rate' ? Number(value.toPrecision(4)) : value,
  });
  return {
    name: `${measure}-by-${interval}${unit === 'rate' ? '-per-100000' : ''}`,
    columns: [
      textColumn(t(`chart.intervals.${interval}`)),
      ...[
        unit === 'rate' ? t('summary.rate.label', { many: t(`measure.${measure}.name`) }) : t(`measure.${measure}.name`),
        ...(hasAll ? [t('chart.trend.legend.all')] : []),
        ...parts.map(({ name }) => name),
        ...(hasBefore ? [t('chart.trend.legend.before')] : []),
        ...(hasAverage ? [t('chart.trend.legend.average')] : []),
        ...(hasRange ? [t('chart.trend.low', { years }), t('chart.trend.high', { years })] : []),
      ].map(numberColumn),
      ...(hasNotes ? [textColumn(t('chart.trend.noteColumn'))] : []),
    ],
    rows: steps.map((step, index) => [
      { text: date.step(step.start, interval), value: step.start },
      { ...count(step.covered && !isSilent(step) ? step.count : null), incidents: incidentsOf?.(index) },
      ...(hasAll ? [count(step.all ?? (step.covered ? step.count : null))] : []),
      ...parts.map(({ counts }, part) => ({ ...count(counts[index]), incidents: incidentsOf?.(index, part) })),
      ...(hasBefore ? [count(step.yearBefore)] : []),
      ...(hasAverage ? [count(step.average)] : []),
      ...(hasRange ? [count(step.range?.[0]), count(step.range?.[1])] : []),
      ...(hasNotes ? [textCell(notes[index] ?? '')] : []),
    ]),
  };
}

/** What the table says of a step beside its numbers: how much of it the data covers, and which datasets begin or end. */
function noteOf(step: TrendStep, t: TFunction, format: Format): string {
  const { partial, covered, changes } = step;
  const missing = isSilent(step) ? t('table.notReported') : missingText(step, format, t);
  return [
    ...(covered ? [] : [t('chart.trend.uncoveredCell')]),
    ...(covered && missing !== undefined ? [missing] : []),
    ...(partial ? [t('chart.trend.partialCell')] : []),
    ...changes,
  ].join('; ');
}
