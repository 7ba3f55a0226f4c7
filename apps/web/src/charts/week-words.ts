import type { WeekHours } from '@monitor/contract';
import { type Period, weekdayCount } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { Format } from '../format/use-format.ts';
import type { ChartTable } from '../figures/chart-table.ts';
import { type HourSpan, type WeekGrid, weekGrid } from './week-grid.ts';
import { hasMidnightPile, type WeekPart, weekReading } from './week-reading.ts';

/** The hours in one sentence, or why there is none. */
export function weekReadingText(hours: WeekHours, period: Period | null, t: TFunction, { number, date }: Format): string {
  const reading = weekReading(hours, period);
  if (reading.kind === 'daily') {
    return t('chart.week.reading.daily', {
      when: t(`chart.week.daily.${reading.part}`),
      incidents: number.count(reading.incidents),
      known: number.count(hours.known),
      share: number.share(reading.share),
    });
  }
  if (reading.kind !== 'most') return t(`chart.week.reading.${reading.kind}`, { count: hours.known });
  const { first, close, share, perDay } = reading;
  const when = ({ weekday, part }: WeekPart) => t(`chart.week.part.${part}`, { weekday: date.weekday(weekday) });
  const values = {
    when: when(first),
    incidents: number.count(first.incidents),
    known: number.count(hours.known),
    share: number.share(share),
  };
  if (close === undefined) return t(`chart.week.reading.${perDay ? 'mostPerDay' : 'most'}`, values);
  return t(`chart.week.reading.${perDay ? 'closePerDay' : 'close'}`, {
    ...values,
    other: when(close),
    otherIncidents: number.count(close.incidents),
  });
}

/** How much of what is meant the picture can show, and what to beware of; one sentence each. */
export function weekNotes(hours: WeekHours, t: TFunction, { number }: Format): string[] {
  const { known, unknown, midnight } = hours;
  const all = known + unknown;
  // Where no time is known, the sentence says so.
  if (known === 0) return [];
  const share = known / all;
  const kind = unknown === 0 ? 'all' : share < 0.5 ? 'few' : 'some';
  const notes = [t(`chart.week.known.${kind}`, { share: number.share(share), count: all, all: number.count(all) })];
  if (hasMidnightPile(hours)) notes.push(t('chart.week.midnight', { count: midnight, midnight: number.count(midnight) }));
  return notes;
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
