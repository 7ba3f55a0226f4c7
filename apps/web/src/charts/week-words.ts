import type { WeekHours } from '@monitor/contract';
import { weekdayCount } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { Format } from '../format/use-format.ts';
import { type ChartTable, countCell, numberColumn, textCell, textColumn } from '../format/chart-table.ts';
import { type HourSpan, type WeekGrid, weekGrid } from './week-grid.ts';

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
