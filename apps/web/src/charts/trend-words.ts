import type { Interval, Measure } from '@monitor/domain';
import type { TFunction } from 'i18next';
import { fewEvents } from '../answers/shown-series.ts';
import type { Format } from '../format/use-format.ts';
import type { ChartTable } from '../figures/chart-table.ts';
import type { CoverageChange } from './step-coverage.ts';
import { type NamedPart, partsReading } from './trend-parts.ts';
import { isUnevenTrend, type RangeYears, rangeYears, trendReading, type TrendReading, type TrendStep } from './trend-data.ts';

/** The marks of the chart that have an entry in its legend, in its order. */
const trendMarks = ['period', 'before', 'average', 'range', 'partial', 'change'] as const;

/** What each mark that is drawn means. @param isSplit whether lines with names of their own are drawn in place of the line of all */
export function trendLegend(
  steps: readonly TrendStep[],
  isSplit: boolean,
  t: TFunction,
): { readonly mark: (typeof trendMarks)[number]; readonly label: string }[] {
  const years = earlierYearsText(rangeYears(steps), t);
  const drawn = {
    period: !isSplit,
    before: steps.some((step) => step.yearBefore !== null),
    average: steps.some((step) => step.average !== null),
    range: years !== undefined,
    partial: !isSplit && steps.some((step) => step.partial),
    change: steps.some((step) => step.changes.length > 0),
  };
  return trendMarks.filter((mark) => drawn[mark]).map((mark) => ({ mark, label: t(`chart.trend.legend.${mark}`, { years }) }));
}

/** The legend in one line for a downloaded chart: how each mark looks and what it means, and what changes at each numbered one. */
export function trendLegendText(steps: readonly TrendStep[], isSplit: boolean, t: TFunction, format: Format): string {
  const marks = trendLegend(steps, isSplit, t).flatMap(({ mark, label }) =>
    mark === 'change' ? [] : t(`chart.trend.marks.${mark}`, { label }),
  );
  const changes = coverageNotes(steps, t, format).map((note, index) =>
    t('chart.trend.coverage.numbered', { number: index + 1, note }),
  );
  return [...(marks.length === 0 ? [] : [`${marks.join('; ')}.`]), ...changes].join(' ');
}

/** Where datasets begin and end, a sentence for each mark of the chart, in their order. */
export function coverageNotes(steps: readonly TrendStep[], t: TFunction, format: Format): string[] {
  return steps.filter(({ changes }) => changes.length > 0).map(({ changes }) => `${changesText(changes, t, format)}.`);
}

function changesText(changes: readonly CoverageChange[], t: TFunction, { date }: Format): string {
  return changes.map(({ kind, title, day }) => t(`chart.trend.coverage.${kind}`, { title, day: date.day(day) })).join('; ');
}

/** The chart in one sentence: level, peak, and how the latest months compare with earlier years; undefined where it would say nothing. */
export function trendReadingText(
  steps: readonly TrendStep[],
  interval: Interval,
  t: TFunction,
  format: Format,
): string | undefined {
  const { number, date } = format;
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
    times: peak.others === 1 ? t('chart.trend.reading.twice') : t('chart.trend.reading.times', { count: peak.others + 1 }),
  };
  if (isFew(steps))
    return peak.count <= 1
      ? undefined
      : t(`chart.trend.reading.${interval === 'day' ? 'fewOfDays' : 'few'}`, { ...values, count: peak.others + 1 });
  const level = t(`chart.trend.reading.level.${interval}`, values);
  const highest = peak.others === 0 ? 'peak' : interval === 'day' ? 'peaksOfDays' : 'peaks';
  const first = t('chart.trend.reading.both', { first: level, second: t(`chart.trend.reading.${highest}`, values) });
  const second = range === undefined ? undefined : rangeText(range, t, format);
  return second === undefined ? first : `${first} ${second}`;
}

/** Whether a series has too few events for a line, a level or a usual range. */
export function isFew(steps: readonly TrendStep[]): boolean {
  return steps.reduce((sum, { count }) => sum + count, 0) < fewEvents;
}

/** `the previous 5 years`, `the previous 2–5 years`: of which years the ranges of the chart are. */
export function earlierYearsText(years: RangeYears | undefined, t: TFunction): string | undefined {
  if (years === undefined) return undefined;
  const { least, most } = years;
  return least === most ? t('chart.trend.years', { count: most }) : t('chart.trend.yearsSpan', { least, count: most });
}

/** At most this many months outside the usual range are named on each side. */
const mostNamed = 3;

/**
 * How the last months compare with earlier years. Names the months outside the range, or those farthest from it if there are many, and
 * says how many chance alone would put there: some, in most years.
 */
function rangeText(
  { steps, above, below, years: span, chance }: NonNullable<TrendReading['range']>,
  t: TFunction,
  { number, date }: Format,
): string {
  const years = earlierYearsText(span, t);
  if (above.length + below.length === 0) return t('chart.trend.reading.inside', { count: steps, years });
  const sides = [
    ['above', above, (step: TrendStep) => step.count - (step.range?.[1] ?? 0)],
    ['below', below, (step: TrendStep) => (step.range?.[0] ?? 0) - step.count],
  ] as const;
  const sentences = sides.flatMap(([side, outside, distance]) => {
    if (outside.length === 0) return [];
    const farthest = outside.toSorted((one, other) => distance(other) - distance(one)).slice(0, mostNamed);
    const months = outside
      .filter((step) => farthest.includes(step))
      .map((step) =>
        t('chart.trend.reading.month', {
          month: date.month(step.start),
          count: number.count(step.count),
          low: number.count(step.range?.[0] ?? 0),
          high: number.count(step.range?.[1] ?? 0),
        }),
      );
    const name = outside.length > mostNamed ? (`${side}Many` as const) : side;
    return [t(`chart.trend.reading.${name}`, { count: outside.length, months, years, steps })];
  });
  const byChance = t('chart.trend.reading.byChance', {
    steps,
    chance: number.decimal(chance, chance < 2 && !Number.isInteger(chance) ? 1 : 0),
  });
  return [...sentences, byChance].join(' ');
}

/** The months outside the usual range, in the order of the chart: for links to their incidents. */
export function unusualSteps(steps: readonly TrendStep[]): readonly TrendStep[] {
  const range = isUnevenTrend(steps) ? undefined : trendReading(steps)?.range;
  return range === undefined ? [] : steps.filter((step) => range.above.includes(step) || range.below.includes(step));
}

/** Lines side by side in one sentence: which is the highest most often. */
export function partsReadingText(
  parts: readonly NamedPart[],
  measure: Measure,
  interval: Interval,
  t: TFunction,
): string | undefined {
  const reading = partsReading(parts);
  if (reading === undefined) return undefined;
  const { value, steps, of } = reading;
  const name = parts.find((part) => part.value === value)?.name ?? value;
  const many = t(`measure.${measure}.many`);
  const unit = t(`chart.trend.reading.unit.${interval}`, { count: of });
  return t(parts.length === 2 ? 'chart.trend.reading.moreOfTwo' : 'chart.trend.reading.mostOfSeveral', { name, many, steps, unit });
}

/** The numbers of the chart. */
export function trendTable(
  steps: readonly TrendStep[],
  parts: readonly NamedPart[],
  interval: Interval,
  measure: Measure,
  t: TFunction,
  format: Format,
  unit: 'count' | 'rate' = 'count',
): ChartTable {
  const { number, date } = format;
  const notes = steps.map((step) => noteOf(step, t, format));
  const hasNotes = notes.some((note) => note !== '');
  const hasAverage = steps.some((step) => step.average !== null);
  const hasRange = steps.some((step) => step.range !== null);
  const hasBefore = steps.some((step) => step.yearBefore !== null);
  const years = earlierYearsText(rangeYears(steps), t) ?? t('chart.trend.earlierYears');
  const count = (value: number | null | undefined) => ({
    text: value === null || value === undefined ? '–' : unit === 'rate' ? number.rate(value) : number.count(Math.round(value)),
    value: value === null || value === undefined ? null : unit === 'rate' ? Number(value.toPrecision(4)) : value,
  });
  return {
    name: `${measure}-by-${interval}${unit === 'rate' ? '-per-100000' : ''}`,
    columns: [
      { label: t(`chart.intervals.${interval}`), number: false },
      {
        label: unit === 'rate' ? t('summary.rate.label', { many: t(`measure.${measure}.name`) }) : t(`measure.${measure}.name`),
        number: true,
      },
      ...parts.map(({ name }) => ({ label: name, number: true })),
      ...(hasBefore ? [{ label: t('chart.trend.legend.before'), number: true }] : []),
      ...(hasAverage ? [{ label: t('chart.trend.legend.average'), number: true }] : []),
      ...(hasRange ? [t('chart.trend.low', { years }), t('chart.trend.high', { years })] : []).map((label) => ({
        label,
        number: true,
      })),
      ...(hasNotes ? [{ label: t('chart.trend.noteColumn'), number: false }] : []),
    ],
    rows: steps.map((step, index) => [
      { text: date.step(step.start, interval), value: step.start },
      count(step.covered ? step.count : null),
      ...parts.map(({ counts }) => count(counts[index])),
      ...(hasBefore ? [count(step.yearBefore)] : []),
      ...(hasAverage ? [count(step.average)] : []),
      ...(hasRange ? [count(step.range?.[0]), count(step.range?.[1])] : []),
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
