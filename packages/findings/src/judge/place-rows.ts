import type { Summary } from '@monitor/contract';
import { type Filter, filterOfPlace, noneReported, type Period, type Reported, reportedOf } from '@monitor/domain';
import { population, regionPopulation } from '@monitor/geography';
import { type FigureChange, figureChange } from './change.ts';
import { alikePlaces } from './compare-coverage.ts';
import { coveredPeriods, type Dataset, isCovered } from './dataset-coverage.ts';
import { dispersionOfPlace, type LocationRate, placeRate, type PopulationRate, withoutRate } from './population-rate.ts';
import { type LineBreak, lineBreaks } from './step-coverage.ts';
import { twelveMonthsTo } from './twelve-months.ts';

/** A location or region among others. */
export interface PlaceRow {
  readonly code: string;
  /** Whether the data has a day of it in the period. If not, counts of zero are not known to be true. */
  readonly isCovered: boolean;
  readonly incidents: number;
  /** Incidents per 100,000 people; undefined if there is no rate, and `why` says why. */
  readonly rate: LocationRate | undefined;
  readonly why: Exclude<PopulationRate, { readonly kind: 'rate' }> | undefined;
  /** Whether it can be ranked: the data covers it as it covers the others. */
  readonly isAlike: boolean;
  /** Rates of each twelve months, oldest first, the last those of the period; undefined in those that the data does not cover. */
  readonly past: readonly (number | undefined)[] | undefined;
  /** Where other data begins in them. */
  readonly breaks: readonly LineBreak[];
  readonly change: FigureChange;
  readonly killed: Reported;
  readonly seizures: number | undefined;
  /** Selects its incidents, and its seizures. */
  readonly filter: Filter;
  readonly seizureFilter: Filter | undefined;
}

/** All of them together. */
export interface AllPlacesRow extends Omit<PlaceRow, 'code' | 'rate' | 'isAlike'> {
  readonly code?: undefined;
  readonly rate: Pick<LocationRate, 'rate' | 'low' | 'high'> | undefined;
}

/** Incidents that a row counts. */
interface CountedIncidents {
  readonly filter: Filter;
  /** With facets of locations and of regions, and totals of each location. */
  readonly answer: Summary;
}

/** What rows are made of. */
export interface PlaceFigures {
  readonly main: CountedIncidents;
  /** With the datasets that record seizures at all. */
  readonly seizures: (CountedIncidents & { readonly recording: readonly Dataset[] }) | undefined;
  /** The main incidents by month over all data, with a part for each location. */
  readonly past: Summary;
  readonly datasets: readonly Dataset[];
  /** The datasets and locations that hold any of the main incidents at any time. */
  readonly concerned: readonly Dataset[];
}

/**
 * Rows of locations.
 * @param before answer to the period that is compared with, which a period of odd days needs for locations without an incident now
 */
export function locationRows(figures: PlaceFigures, codes: readonly string[], before?: Summary): PlaceRow[] {
  const { main, past, concerned, datasets } = figures;
  const { period, comparison, series } = main.answer;
  const alike = alikePlaces(codes, { filter: main.filter, period, datasets });
  return codes.map((code) => {
    const part = series.parts?.find(({ value }) => value === code);
    const months = past.series.parts?.find(({ value }) => value === code)?.points ?? [];
    const filter = { ...main.filter, country: [code] };
    // A location without an incident in the period is no part of the answer.
    const rates = period === null ? undefined : pastRates(figures, period, code, months);
    const none = (incidents: number) => ({ ...main.answer.totals, incidents });
    const ofBefore = before?.facets.country?.find(({ value }) => value === code)?.incidents ?? 0;
    const earlier = comparison && none(before ? ofBefore : incidentsIn(months, comparison));
    const compared = part === undefined ? earlier : part.comparison;
    return {
      ...countedRow(figures, 'country', code),
      isAlike: alike.has(code),
      past: rates,
      breaks: period && rates ? lineBreaks(code, twelveMonthsTo(period.to, past), rates, concerned) : [],
      change: figureChange(
        {
          period,
          totals: part?.totals ?? none(0),
          comparison: comparison && compared ? { ...comparison, totals: compared } : null,
        },
        filter,
        'incidents',
        concerned,
      ),
    };
  });
}

/** A row without what is known of locations alone. */
export function countedRow(
  { main, seizures, datasets }: PlaceFigures,
  dimension: 'country' | 'region',
  code: string,
): Omit<PlaceRow, 'past' | 'breaks' | 'change' | 'isAlike'> {
  const { filter, answer } = main;
  const { period } = answer;
  const counted = answer.facets[dimension]?.find(({ value }) => value === code);
  const incidents = counted?.incidents ?? 0;
  const none = withoutRate({ filter, period }, dimension);
  const findPopulation = dimension === 'region' ? regionPopulation : population;
  const rate = placeRate(
    { filter, period, datasets, findPopulation },
    code,
    incidents,
    dispersionOfPlace(answer, 'incidents', code),
  );
  const place = filterOfPlace(code);
  return {
    code,
    isCovered: isCovered(code, period, datasets),
    incidents,
    rate: none !== undefined || 'kind' in rate ? undefined : rate,
    why: none === undefined ? ('kind' in rate ? rate : undefined) : { kind: none },
    killed: counted ? reportedOf(counted, 'killed') : noneReported,
    seizures:
      seizures && isCovered(code, period, seizures.recording)
        ? (seizures.answer.facets[dimension]?.find(({ value }) => value === code)?.incidents ?? 0)
        : undefined,
    filter: { ...filter, ...place },
    seizureFilter: seizures && { ...seizures.filter, ...place },
  };
}

type Months = Summary['series']['points'];

/** The rate in each twelve months that end with the month of the period's last day; undefined if none is known. */
function pastRates(
  { main, past, datasets }: PlaceFigures,
  period: Period,
  code: string,
  months: Months,
): (number | undefined)[] | undefined {
  const { filter } = main;
  if (withoutRate({ filter, period }) !== undefined) return undefined;
  const covered = coveredPeriods(code, datasets);
  return ratesOfYears(twelveMonthsTo(period.to, past), (year) => {
    if (!covered.some(({ from, to }) => from <= year.from && to >= year.to)) return undefined;
    const found = placeRate({ filter, period: year, datasets, findPopulation: population }, code, incidentsIn(months, year));
    return 'kind' in found ? undefined : found.rate;
  });
}

/** The rate of each of some years; undefined if none is known. */
export function ratesOfYears(
  years: readonly Period[],
  rateOf: (year: Period) => number | undefined,
): (number | undefined)[] | undefined {
  const rates = years.map(rateOf);
  return rates.some((rate) => rate !== undefined) ? rates : undefined;
}

/** The incidents of months that begin in a period. */
export function incidentsIn(months: Months, { from, to }: Period): number {
  return months.reduce((sum, { start, incidents }) => (start >= from && start <= to ? sum + incidents : sum), 0);
}
