import type { Summary } from '@monitor/contract';
import { type Filter, filterOfPlace, noneReported, type Period, type Reported, reportedOf } from '@monitor/domain';
import { population, regionPopulation } from '@monitor/geography';
import { type FigureChange, figureChange } from './change.ts';
import { alikePlaces } from './compare-coverage.ts';
import { partAnswer, taking, type WithAlike } from './compared-within.ts';
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
  readonly answer: WithAlike<Summary>;
}

/** What rows are made of. */
export interface PlaceFigures {
  readonly main: CountedIncidents;
  /** With the datasets that record seizures at all. */
  readonly seizures: (CountedIncidents & { readonly recording: readonly Dataset[] }) | undefined;
  /** The main incidents by month over all data, with a part for each location. */
  readonly past: WithAlike<Summary>;
  readonly datasets: readonly Dataset[];
  /** The datasets and locations that hold any of the main incidents at any time. */
  readonly concerned: readonly Dataset[];
}

/**
 * Rows of locations.
 * @param before answer to the period that is compared with, which a period of odd days needs for locations without an incident now
 */
export function locationRows(figures: PlaceFigures, codes: readonly string[], before?: Summary): PlaceRow[] {
  const { main, past, concerned } = figures;
  const { period, comparison } = main.answer;
  const ranked = taking('ranked', main.answer, main.filter, figures.datasets);
  const both = taking('compared', main.answer, main.filter, concerned);
  const line = taking('line', past, {}, figures.datasets);
  const ofLine = taking('line', past, {}, concerned).datasets;
  const alike = alikePlaces(codes, { filter: ranked.filter, period, datasets: ranked.datasets });
  return codes.map((code) => {
    const part = partAnswer(main.answer, code);
    const ofPlace = (answer: Summary) => answer.series.parts?.find(({ value }) => value === code)?.points ?? [];
    const months = ofPlace(past);
    const filter = { ...main.filter, country: [code] };
    // A location without an incident in the period is no part of the answer.
    const rates =
      period === null ? undefined : pastRates({ ...figures, datasets: line.datasets }, period, code, ofPlace(line.answer));
    const none = (incidents: number) => ({ ...main.answer.totals, incidents });
    const ofBefore = before?.facets.country?.find(({ value }) => value === code)?.incidents ?? 0;
    const earlier = comparison && { ...comparison, totals: none(before ? ofBefore : incidentsIn(months, comparison)) };
    return {
      ...countedRow(figures, 'country', code),
      isAlike: alike.has(code),
      past: rates,
      breaks: period && rates ? lineBreaks(code, twelveMonthsTo(period.to, past), rates, ofLine) : [],
      change: part
        ? figureChange(part, filter, 'incidents', concerned)
        : figureChange(
            { period, totals: none(0), comparison: earlier },
            { ...both.filter, country: [code] },
            'incidents',
            both.datasets,
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
  const of = ({ facets }: Summary) => facets[dimension]?.find(({ value }) => value === code);
  const counted = of(answer);
  const incidents = counted?.incidents ?? 0;
  const none = withoutRate({ filter, period }, dimension);
  const findPopulation = dimension === 'region' ? regionPopulation : population;
  const ranked = taking('ranked', answer, filter, datasets);
  const rate = placeRate(
    { filter: ranked.filter, period, datasets: ranked.datasets, findPopulation },
    code,
    of(ranked.answer)?.incidents ?? 0,
    dispersionOfPlace(ranked.answer, 'incidents', code),
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
