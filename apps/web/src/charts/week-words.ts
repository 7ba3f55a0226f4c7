import type { WeekHours } from '@monitor/contract';
import { weekdayCount } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { Format } from '../format/use-format.ts';
import type { ChartTable } from '../figures/chart-table.ts';
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

/** The largest number of a cell, as it is printed. */
export function largestCell(grid: WeekGrid, { number }: Format): string {
  return number.count(Math.max(0, ...grid.weekdays.flatMap(({ cells }) => cells.map(({ incidents }) => incidents))));
}

/** What the colours mean: printed under a downloaded picture. */
export function weekLegendText(grid: WeekGrid, t: TFunction, format: Format): string {
  return t('chart.week.scaleText', { steps: grid.scale.map((step) => stepText(step, t, format)).join(', ') });
}

/** Incidents of every hour, a row an hour and a column a weekday. */
export function weekTable(hours: WeekHours, t: TFunction, { number, date }: Format): ChartTable {
  return {
    name: 'incidents-by-hour-and-weekday',
    columns: [
      { label: t('chart.week.hour'), number: false },
      ...Array.from({ length: weekdayCount }, (_, weekday) => ({ label: date.shortWeekday(weekday), number: true })),
    ],
    rows: weekGrid(hours, 1).spans.map((span) => [
      { text: spanText(span, t), value: spanText(span, t) },
      ...hours.incidents.map((day) => {
        const count = day[span.from] ?? 0;
        return { text: number.count(count), value: count };
      }),
    ]),
  };
}
