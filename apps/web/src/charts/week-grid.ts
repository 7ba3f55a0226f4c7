import type { WeekHours } from '@monitor/contract';
import { hourCount, weekdayCount } from '@monitor/domain';
import type { TFunction } from 'i18next';
import { type ChartTable, countCell, numberColumn, textCell, textColumn } from '../format/chart-table.ts';
import type { Format } from '../format/use-format.ts';

/** Strength of a cell's colour: 0 for none, then 1 to this. */
export const strengths = 5;

/** Hours of a day from `from` to before `to`. */
export interface HourSpan {
  readonly from: number;
  readonly to: number;
}

export interface WeekCell extends HourSpan {
  readonly incidents: number;
  readonly strength: number;
}

export interface WeekGrid {
  /** Monday first. */
  readonly weekdays: readonly { readonly weekday: number; readonly cells: readonly WeekCell[]; readonly total: number }[];
  readonly spans: readonly (HourSpan & { readonly total: number })[];
  /** The counts of each strength, weakest first. */
  readonly scale: readonly { readonly strength: number; readonly least: number; readonly most: number }[];
}

/** The hours of the week as cells of `hoursPerCell` hours, which divides 24. */
export function weekGrid({ incidents }: Pick<WeekHours, 'incidents'>, hoursPerCell: number): WeekGrid {
  const spans = Array.from({ length: hourCount / hoursPerCell }, (_, index) => ({
    from: index * hoursPerCell,
    to: (index + 1) * hoursPerCell,
  }));
  const counts = incidents.map((hours) => spans.map(({ from, to }) => sum(hours.slice(from, to))));
  const most = Math.max(0, ...counts.flat());
  const scale = scaleOf(most);
  const strengthOf = (count: number) => scale.find((step) => count >= step.least && count <= step.most)?.strength ?? 0;
  return {
    weekdays: counts.map((row, weekday) => ({
      weekday,
      total: sum(row),
      cells: spans.map((span, index) => ({ ...span, incidents: row[index] ?? 0, strength: strengthOf(row[index] ?? 0) })),
    })),
    spans: spans.map((span, index) => ({ ...span, total: sum(counts.map((row) => row[index] ?? 0)) })),
    scale,
  };
}

/** At most five even steps of round numbers from 1 to the largest count; the last is the strongest whatever their number. */
function scaleOf(most: number): WeekGrid['scale'] {
  const size = roundUp(most / strengths);
  const count = Math.ceil(most / size);
  return Array.from({ length: count }, (_, index) => ({
    strength: strengths - count + 1 + index,
    least: index * size + 1,
    most: (index + 1) * size,
  }));
}

/** The least of 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30 … that is not below a number. */
function roundUp(value: number): number {
  for (let power = 1; ; power *= 10) {
    const found = [1, 1.2, 1.5, 2, 3, 4, 5, 6, 8].map((one) => one * power).find((one) => Number.isInteger(one) && one >= value);
    if (found !== undefined) return found;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** `22–23` */
export function spanText({ from, to }: HourSpan, t: TFunction): string {
  return t('chart.week.span', { from: hourText(from), to: hourText(to) });
}

/** `09` */
export function hourText(hour: number): string {
  return String(hour).padStart(2, '0');
}

/** `21–40` */
export function stepText({ least, most }: WeekGrid['scale'][number], t: TFunction, { number }: Format): string {
  return least === most ? number.count(least) : t('chart.week.span', { from: number.count(least), to: number.count(most) });
}

/** What the colours mean: printed under a downloaded picture. */
export function weekLegendText(grid: WeekGrid, t: TFunction, format: Format): string {
  return t('chart.week.scaleText', { steps: grid.scale.map((step) => stepText(step, t, format)).join(', ') });
}

/** Incidents of every hour: one row per hour and one column per weekday. */
export function weekTable(hours: WeekHours, t: TFunction, format: Format): ChartTable {
  const { date } = format;
  return {
    name: 'incidents-by-hour-and-weekday',
    columns: [
      textColumn(t('chart.week.hour')),
      ...Array.from({ length: weekdayCount }, (_, weekday) => numberColumn(date.shortWeekday(weekday))),
    ],
    rows: weekGrid(hours, 1).spans.map((span) => [
      textCell(spanText(span, t)),
      ...hours.incidents.map((day) => countCell(day[span.from] ?? 0, format)),
    ]),
  };
}
