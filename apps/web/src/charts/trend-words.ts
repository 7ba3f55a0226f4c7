import type { Interval, Measure } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { NumberFormat } from '../format/number-format.ts';
import type { Format } from '../format/use-format.ts';
import type { ChartTable } from './data-table.tsx';
import type { CoverageChange } from './step-coverage.ts';
import { isUnevenTrend, type RangeYears, rangeYears, trendReading, type TrendReading, type TrendStep } from './trend-data.ts';

/** The marks of the chart that have an entry in its legend, in its order. */
const trendMarks = ['period', 'average', 'range', 'partial', 'change'] as const;

/** What each mark that is drawn means. */
export function trendLegend(
  steps: readonly TrendStep[],
  t: TFunction,
): { readonly mark: (typeof trendMarks)[number]; readonly label: string }[] {
  const years = earlierYearsText(rangeYears(steps), t);
  const drawn = {
    period: true,
    average: steps.some((step) => step.average !== null),
    range: years !== undefined,
    partial: steps.some((step) => step.partial),
    change: steps.some((step) => step.changes.length > 0),
  };
  return trendMarks.filter((mark) => drawn[mark]).map((mark) => ({ mark, label: t(`chart.trend.legend.${mark}`, { years }) }));
}

/** The legend in one line for a downloaded chart: how each mark looks and what it means, and what changes at each numbered one. */
export function trendLegendText(steps: readonly TrendStep[], t: TFunction, format: Format): string {
  const marks = trendLegend(steps, t).flatMap(({ mark, label }) =>
    mark === 'change' ? [] : t(`chart.trend.marks.${mark}`, { label }),
  );
  const changes = coverageNotes(steps, t, format).map((note, index) =>
    t('chart.trend.coverage.numbered', { number: index + 1, note }),
  );
  return [`${marks.join('; ')}.`, ...changes].join(' ');
}

/** Where datasets begin and end, a sentence for each mark of the chart, in their order. */
export function coverageNotes(steps: readonly TrendStep[], t: TFunction, format: Format): string[] {
  return steps.filter(({ changes }) => changes.length > 0).map(({ changes }) => `${changesText(changes, t, format)}.`);
}

function changesText(changes: readonly CoverageChange[], t: TFunction, { date }: Format): string {
  return changes.map(({ kind, title, day }) => t(`chart.trend.coverage.${kind}`, { title, day: date.day(day) })).join('; ');
}

/** The chart in one sentence: level, peak, and how the latest months compare with earlier years. */
export function trendReadingText(steps: readonly TrendStep[], interval: Interval, t: TFunction, { number, date }: Format): string {
  if (steps.length > 0 && steps.every(({ covered }) => !covered)) return t('chart.trend.reading.uncovered');
  if (steps.every(({ count }) => count === 0)) return t('chart.trend.reading.zero');
  if (isUnevenTrend(steps)) return t('chart.trend.reading.uneven');
  const reading = trendReading(steps);
  if (reading === undefined) return t(`chart.trend.reading.none.${interval}`);
  const { mean, peak, range } = reading;
  if (peak.count === 0) return t('chart.trend.reading.zeroWhole');
  const step = date.step(peak.start, interval);
  const values = {
    mean: number.decimal(mean, Number.isInteger(mean) ? 0 : 1),
    peak: interval === 'week' ? t('chart.trend.weekOf', { step }) : step,
    most: number.count(peak.count),
    times: number.count(peak.others + 1),
  };
  const level = t(`chart.trend.reading.level.${interval}`, values);
  const highest = peak.others === 0 ? 'peak' : interval === 'day' ? 'peaksOfDays' : 'peaks';
  const first = t('chart.trend.reading.both', { first: level, second: t(`chart.trend.reading.${highest}`, values) });
  const second = range === undefined ? undefined : rangeText(range, t, number);
  return second === undefined ? first : `${first} ${second}`;
}

/** `the previous 5 years`, `the previous 2–5 years`: of which years the ranges of the chart are. */
export function earlierYearsText(years: RangeYears | undefined, t: TFunction): string | undefined {
  if (years === undefined) return undefined;
  const { least, most } = years;
  return least === most ? t('chart.trend.years', { count: most }) : t('chart.trend.yearsSpan', { least, count: most });
}

/**
 * How the last months compare with earlier years. Months outside the range are mentioned only where there are more than chance alone
 * would give; undefined where even all of them would not be.
 */
function rangeText(
  { steps, above, below, years: span, chance }: NonNullable<TrendReading['range']>,
  t: TFunction,
  number: NumberFormat,
): string | undefined {
  const years = earlierYearsText(span, t);
  if (above + below === 0) return t('chart.trend.reading.inside', { count: steps, years });
  const { expected, rare } = chance;
  if (rare === undefined) return undefined;
  const said = { steps, years, chance: number.decimal(expected, expected < 2 && !Number.isInteger(expected) ? 1 : 0) };
  if (above >= rare && below >= rare) return t('chart.trend.reading.outside', { ...said, above, below });
  if (above >= rare) return t('chart.trend.reading.above', { ...said, count: above });
  if (below >= rare) return t('chart.trend.reading.below', { ...said, count: below });
  return t('chart.trend.reading.chance', { count: steps, years });
}

/** The numbers of the chart. */
export function trendTable(
  steps: readonly TrendStep[],
  interval: Interval,
  measure: Measure,
  t: TFunction,
  format: Format,
): ChartTable {
  const { number, date } = format;
  const notes = steps.map((step) => noteOf(step, t, format));
  const hasNotes = notes.some((note) => note !== '');
  const monthly = steps.some((step) => step.average !== null || step.range !== null);
  const years = earlierYearsText(rangeYears(steps), t) ?? t('chart.trend.earlierYears');
  const count = (value: number | null | undefined) => ({
    text: value === null || value === undefined ? '–' : number.count(Math.round(value)),
    value: value ?? null,
  });
  return {
    name: `${measure}-by-${interval}`,
    columns: [
      { label: t(`chart.intervals.${interval}`), number: false },
      { label: t(`measure.${measure}.name`), number: true },
      ...(monthly
        ? [t('chart.trend.legend.average'), t('chart.trend.low', { years }), t('chart.trend.high', { years })].map((label) => ({
            label,
            number: true,
          }))
        : []),
      ...(hasNotes ? [{ label: t('chart.trend.noteColumn'), number: false }] : []),
    ],
    rows: steps.map((step, index) => [
      { text: date.step(step.start, interval), value: step.start },
      count(step.covered ? step.count : null),
      ...(monthly ? [count(step.average), count(step.range?.[0]), count(step.range?.[1])] : []),
      ...(hasNotes ? [{ text: notes[index] ?? '', value: notes[index] ?? '' }] : []),
    ]),
  };
}

/** What is to be said of one step beside its numbers: that it is covered in part or not at all, and who begins or ends. */
function noteOf({ partial, covered, changes }: TrendStep, t: TFunction, format: Format): string {
  return [
    ...(covered ? [] : [t('chart.trend.uncoveredCell')]),
    ...(partial ? [t('chart.trend.partialCell')] : []),
    ...(changes.length === 0 ? [] : [changesText(changes, t, format)]),
  ].join('; ');
}
