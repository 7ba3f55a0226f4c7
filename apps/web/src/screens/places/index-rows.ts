import type { Summary } from '@monitor/contract';
import { dateOfDay, dayNumber, type Filter, type Period, wholeOf } from '@monitor/domain';
import {
  coveredPeriods,
  type Dataset,
  type FigureChange,
  figureChange,
  type LocationRate,
  placeRate,
  type PopulationRate,
  withoutRate,
} from '@monitor/findings';
import { population, regionPopulation } from '@monitor/geography';
import { benjaminiHochberg, pValueOfChange } from '@monitor/statistics';
import type { PlacesAnswers } from './use-places.ts';

/** A location or region among all. */
export interface IndexRow {
  readonly code: string;
  readonly incidents: number;
  /** Undefined where there is none; `why` says why. */
  readonly rate: LocationRate | undefined;
  readonly why: Exclude<PopulationRate, { readonly kind: 'rate' }> | undefined;
  /** Rates of each twelve months, oldest first, the last those of the period; undefined where data does not cover them. */
  readonly past: readonly (number | undefined)[] | undefined;
  readonly change: FigureChange;
  readonly killed: number;
  readonly seizures: number | undefined;
  /** Selects its incidents, and its seizures. */
  readonly filter: Filter;
  readonly seizureFilter: Filter | undefined;
}

/** What rows are sorted by. */
export const indexOrders = {
  rate: ({ rate }) => rate?.rate,
  incidents: ({ incidents }) => incidents,
  change: ({ change }) => (change.kind === 'change' ? change.difference : undefined),
  killed: ({ killed }) => killed,
  seizures: ({ seizures }) => seizures,
} as const satisfies Readonly<Record<string, (row: IndexRow) => number | undefined>>;
export type IndexOrder = keyof typeof indexOrders;

/** Rows in an order, largest first unless rising; those without the number last in any case. */
export function sortedRows(rows: readonly IndexRow[], order: IndexOrder, rising: boolean): IndexRow[] {
  return rows.toSorted((one, other) => {
    const [a, b] = [indexOrders[order](one), indexOrders[order](other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return rising ? a - b : b - a;
  });
}

/** Among the changes that are said to stand out, at most this share is chance, on average. */
const falseDiscoveries = 0.05;

/** Codes of the rows whose change stands out after correction for the number of rows (Benjamini and Hochberg, 1995). */
export function changesStandingOut(rows: readonly IndexRow[]): ReadonlySet<string> {
  const compared = rows.flatMap(({ code, change }) =>
    change.kind === 'change'
      ? [{ code, p: pValueOfChange({ ratio: 1 + change.difference, low: 1 + change.low, high: 1 + change.high }) }]
      : [],
  );
  const adjusted = benjaminiHochberg(compared.map(({ p }) => p));
  return new Set(compared.flatMap(({ code }, index) => ((adjusted[index] ?? 1) <= falseDiscoveries ? [code] : [])));
}

/** A row for each location that the data covers. */
export function locationRows(answers: PlacesAnswers): IndexRow[] {
  const { main, past, datasets } = answers;
  const covered = [...new Set(datasets.flatMap(({ countries }) => countries))];
  return covered.map((code) => {
    const part = main.answer.series.parts?.find(({ value }) => value === code);
    const months = past.series.parts?.find(({ value }) => value === code)?.points ?? [];
    const { comparison } = main.answer;
    return {
      ...rowOf(answers, 'country', code),
      past: main.answer.period === null ? undefined : ratesOfYears(answers, code, main.answer.period, months),
      change:
        part?.totals === undefined
          ? ({ kind: 'no_earlier_data' } as const)
          : figureChange(
              {
                period: main.answer.period,
                totals: part.totals,
                comparison: comparison && part.comparison ? { ...comparison, totals: part.comparison } : null,
              },
              { ...main.filter, country: [code] },
              'incidents',
              answers.concerned,
            ),
    };
  });
}

/** A row for each region with incidents. */
export function regionRows(answers: PlacesAnswers): IndexRow[] {
  const { main, before } = answers;
  const { period, comparison, facets } = main.answer;
  const earlier = new Map(before?.facets.region?.map(({ value, incidents }) => [value, incidents]));
  return (facets.region ?? [])
    .filter(({ incidents }) => incidents > 0)
    .map(({ value: code, incidents }) => {
      // Only the incidents of a region are known, of which nothing else is compared.
      const totals = { ...main.answer.totals, incidents };
      const compared = comparison && before ? { ...comparison, totals: { ...totals, incidents: earlier.get(code) ?? 0 } } : null;
      const filter = { ...main.filter, country: [wholeOf('region', code)] };
      return {
        ...rowOf(answers, 'region', code),
        past: undefined,
        change: figureChange({ period, totals, comparison: compared }, filter, 'incidents', answers.concerned),
      };
    });
}

function rowOf(
  { main, seizures, datasets }: PlacesAnswers,
  dimension: 'country' | 'region',
  code: string,
): Omit<IndexRow, 'past' | 'change'> {
  const counted = main.answer.facets[dimension]?.find(({ value }) => value === code);
  const incidents = counted?.incidents ?? 0;
  const { filter } = main;
  const { period } = main.answer;
  const none = withoutRate({ filter, period }, dimension);
  const findPopulation = dimension === 'region' ? regionPopulation : population;
  const rate = placeRate({ filter, period, datasets, findPopulation }, code, incidents);
  const place: Filter = dimension === 'country' ? { country: [code] } : { country: [wholeOf('region', code)], region: [code] };
  return {
    code,
    incidents,
    rate: none !== undefined || 'kind' in rate ? undefined : rate,
    why: none === undefined ? ('kind' in rate ? rate : undefined) : { kind: none },
    killed: counted?.killed ?? 0,
    seizures: seizures && (seizures.answer.facets[dimension]?.find(({ value }) => value === code)?.incidents ?? 0),
    filter: { ...filter, ...place },
    seizureFilter: seizures && { ...seizures.filter, ...place },
  };
}

type Months = Summary['series']['points'];

/** The rate in each twelve months that end with the month of the period's last day; undefined of a period of other days. */
function ratesOfYears(
  { main, datasets }: Pick<PlacesAnswers, 'main' | 'datasets'>,
  code: string,
  period: Period,
  months: Months,
): readonly (number | undefined)[] | undefined {
  const end = months.findLastIndex(({ start }) => start <= period.to);
  if (end < 11 || withoutRate({ filter: main.filter, period }) !== undefined) return undefined;
  const rates: (number | undefined)[] = [];
  for (let last = end; last >= 11; last -= 12) {
    const year = months.slice(last - 11, last + 1);
    rates.unshift(rateOfMonths(year, code, main.filter, datasets, months[last + 1]?.start, period));
  }
  return rates;
}

function rateOfMonths(
  year: Months,
  code: string,
  filter: Filter,
  datasets: readonly Dataset[],
  after: string | undefined,
  period: Period,
): number | undefined {
  const [first] = year;
  if (first === undefined || year.some(({ partial }) => partial)) return undefined;
  const window = { from: first.start, to: after === undefined ? period.to : dateOfDay(dayNumber(after) - 1) };
  if (!coveredPeriods(code, datasets).some(({ from, to }) => from <= window.from && to >= window.to)) return undefined;
  const events = year.reduce((sum, { incidents }) => sum + incidents, 0);
  const found = placeRate({ filter, period: window, datasets, findPopulation: population }, code, events);
  return 'kind' in found ? undefined : found.rate;
}
