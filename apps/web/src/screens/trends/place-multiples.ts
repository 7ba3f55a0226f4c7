import type { SeriesPoint, Summary } from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import { type NumberFormat, type RateInput, seriesRates } from '@monitor/findings';
import type { TFunction } from 'i18next';
import type { ChartTable } from '../../figures/chart-table.ts';
import type { Multiple } from '../../charts/small-multiples.tsx';

/** The rates of a place by year. */
export interface PlaceRates {
  readonly code: string;
  /** One for each year; null where there is none. */
  readonly rates: readonly (number | null)[];
  readonly last: number;
}

/** The rates of each place that has one for the last year, highest first. */
export function placeMultiples(series: Summary['series'], measure: Measure, input: RateInput): PlaceRates[] {
  return (series.parts ?? [])
    .flatMap(({ value, points }): PlaceRates[] => {
      const found = seriesRates(points, 'year', measure, input, [value]);
      const last = found.kind === 'rates' ? found.rates.at(-1) : undefined;
      return found.kind === 'rates' && last != null ? [{ code: value, rates: found.rates, last }] : [];
    })
    .toSorted((one, other) => other.last - one.last);
}

/** The numbers of small charts, a row for each year. */
export function multiplesTable(
  multiples: readonly Multiple[],
  points: readonly SeriesPoint[],
  t: TFunction,
  number: NumberFormat,
): ChartTable {
  const cell = (value: number | null | undefined) =>
    value == null ? { text: '–', value: null } : { text: number.rate(value), value: Number(value.toPrecision(4)) };
  return {
    name: 'rates-by-place-and-year',
    columns: [{ label: t('chart.intervals.year'), number: false }, ...multiples.map(({ name }) => ({ label: name, number: true }))],
    rows: points.map(({ start }, at) => [
      { text: start.slice(0, 4), value: start.slice(0, 4) },
      ...multiples.map(({ amounts }) => cell(amounts[at])),
    ]),
  };
}
