import type { Summary } from '@monitor/contract';
import type { Filter, Period } from '@monitor/domain';
import { coveredPeriods, type Dataset, type FigureChange, figureChange, placeRate, populationRate } from '@monitor/findings';
import { population } from '@monitor/geography';
import type { AreaRate, MapRates } from '../../map/rate-map-rates.ts';
import { twelveMonthsEach } from './twelve-months.ts';
import type { HomeAnswers } from './use-home.ts';

/** One location, or all together. */
export interface PlaceRow {
  /** Code of the location; undefined for all together. */
  readonly code: string | undefined;
  /** Violent incidents per 100,000 people. */
  readonly rate: Pick<AreaRate & { kind: 'rate' }, 'rate' | 'low' | 'high'> | undefined;
  /** The same rate in each twelve months that end with the month of the last, oldest first; undefined where data does not cover them. */
  readonly past: readonly (number | undefined)[];
  readonly incidents: number;
  readonly change: FigureChange;
  readonly killed: number;
  readonly seizures: number;
  /** Its violent incidents, and its seizures. */
  readonly filters: { readonly violence: Filter; readonly seizures: Filter };
}

/** Orders of the table, each with the number that it sorts by. */
export const placeOrders = {
  rate: ({ rate }) => rate?.rate,
  incidents: ({ incidents }) => incidents,
  change: ({ change }) => (change.kind === 'change' ? change.difference : undefined),
  killed: ({ killed }) => killed,
  seizures: ({ seizures }) => seizures,
} as const satisfies Record<string, (row: PlaceRow) => number | undefined>;
export type PlaceOrder = keyof typeof placeOrders;

/** Rows in an order, largest first or smallest first; those without the number last in any case. */
export function orderedRows(rows: readonly PlaceRow[], order: PlaceOrder, isRising: boolean): PlaceRow[] {
  const valueOf = (row: PlaceRow) => placeOrders[order](row);
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return isRising ? a - b : b - a;
  });
}

/** A row for each location of the map. */
export function placeRows({ groups, period, datasets }: Omit<HomeAnswers, 'all'>, rates: MapRates): PlaceRow[] {
  const { violence, weapon_seizure: seizures } = groups;
  const windows = twelveMonthsEach(period, violence.history);
  return rates.locations.map((code): PlaceRow => {
    const part = violence.summary.series.parts?.find(({ value }) => value === code);
    const totals = part?.totals;
    const rate = rates.rateOf(code);
    const months = violence.history.series.parts?.find(({ value }) => value === code)?.points ?? [];
    const filter: Filter = { ...violence.filter, country: [code] };
    const comparison =
      violence.summary.comparison === null || !part?.comparison
        ? null
        : { ...violence.summary.comparison, totals: part.comparison };
    return {
      code,
      rate: rate.kind === 'rate' ? rate : undefined,
      past: windows.map((window) => rateIn(code, window, months, filter, datasets)),
      incidents: totals?.incidents ?? 0,
      change:
        totals === undefined
          ? { kind: 'no_earlier_data' }
          : figureChange({ period: violence.summary.period, totals, comparison }, filter, 'incidents', violence.datasets),
      killed: totals?.killed ?? 0,
      seizures: countOf(seizures.summary, code),
      filters: { violence: filter, seizures: { ...seizures.filter, country: [code] } },
    };
  });
}

/** All locations together. */
export function wholeRow({ groups, period, datasets }: Omit<HomeAnswers, 'all'>): PlaceRow {
  const { violence, weapon_seizure: seizures } = groups;
  const { summary, filter, history } = violence;
  const rateOver = (over: Period, counts: readonly { readonly value: string; readonly incidents: number }[]) => {
    const byLocation = counts.map((one) => ({ ...one, killed: 0, injured: 0 }));
    const found = populationRate(
      { filter: { ...filter, ...over }, period: over, datasets, findPopulation: population },
      byLocation,
      'incidents',
    );
    return found.kind === 'rate' ? found : undefined;
  };
  return {
    code: undefined,
    rate: rateOver(period, summary.facets.country ?? []),
    past: twelveMonthsEach(period, history).map((window) => {
      const counts = (history.series.parts ?? []).map(({ value, points }) => ({ value, incidents: incidentsIn(points, window) }));
      return rateOver(window, counts)?.rate;
    }),
    incidents: summary.totals.incidents,
    change: figureChange(summary, filter, 'incidents', violence.datasets),
    killed: summary.totals.killed,
    seizures: seizures.summary.totals.incidents,
    filters: { violence: filter, seizures: seizures.filter },
  };
}

function countOf({ facets }: Summary, code: string): number {
  return facets.country?.find(({ value }) => value === code)?.incidents ?? 0;
}

type Points = Summary['series']['points'];

function incidentsIn(points: Points, { from, to }: Period): number {
  return points.reduce((sum, { start, incidents }) => (start >= from && start <= to ? sum + incidents : sum), 0);
}

function rateIn(code: string, window: Period, months: Points, filter: Filter, datasets: readonly Dataset[]): number | undefined {
  if (!coveredPeriods(code, datasets).some(({ from, to }) => from <= window.from && to >= window.to)) return undefined;
  const found = placeRate({ filter, period: window, datasets, findPopulation: population }, code, incidentsIn(months, window));
  return 'kind' in found ? undefined : found.rate;
}
