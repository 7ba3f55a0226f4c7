import type { IndicatorCell, IndicatorTable, IndicatorUnit } from '@monitor/contract';
import { type Filter, type Indicator, indicators, notices, unavailableIndicators } from '@monitor/domain';
import { coverageOfPlaces, type Dataset, datasetsInScope, familiesOf, judgeFamilies, syntheticShare } from '@monitor/findings';
import { jurisdiction, jurisdictions } from '@monitor/geography';
import type { DataState } from '../analytics.ts';
import { ProblemError } from '../request/problem-error.ts';
import { countAll, type Counts } from './count-amounts.ts';
import { type CellContext, Coverages, indicatorCell, type Place, wantedFor } from './indicator-cells.ts';

/** What somebody asks of the indicators. */
export interface IndicatorRequest {
  readonly filter: Pick<Filter, 'country' | 'dataset'>;
  /** Defaults to the last year of the data, and to four before that. */
  readonly fromYear: number | undefined;
  readonly toYear: number | undefined;
  /** Whether each location is wanted, or only all together. */
  readonly each: boolean;
  /** Whether a line of ten complete years is wanted, and of each location only the year that is compared. */
  readonly isPage?: boolean;
}

/** Locations of an answer, and years, at most: each is counted for every indicator. */
export const mostPlaces = 16;
export const mostYears = 15;
const usualYears = 5;
/** Those of a line, and the one that goes on. */
const yearsOfPage = 11;

/** Counts what the indicators are made of, in one state of the data: the same counts whatever locations and years are asked for. */
export function countIndicators(state: DataState, scope: Pick<Filter, 'dataset'>, signal: AbortSignal): Promise<Counts> {
  return countAll(state, indicators.flatMap(wantedFor), scope, signal);
}

/**
 * All indicators by location and year. Throws `bad_query` where there are too many locations.
 * @param datasets of the state that is asked
 * @param countsOf gives what `countIndicators` counts in that state
 */
export async function indicatorTable(
  request: IndicatorRequest,
  datasets: readonly Dataset[],
  countsOf: (scope: Pick<Filter, 'dataset'>) => Promise<Counts>,
): Promise<IndicatorTable> {
  checkPlaces(request.filter);
  const frame = frameOf(request, datasets);
  return tableOf(frame, await countsOf(frame.scope));
}

/** Throws `bad_query` where there are too many locations. */
function checkPlaces({ country = [] }: IndicatorRequest['filter']): void {
  if (country.length > mostPlaces) throw indicatorRefusal('country', country.join(','), `Choose at most ${mostPlaces} locations.`);
}

/** What is wrong with a request. */
export function indicatorRefusal(parameter: string, value: string | number, message: string): ProblemError {
  return new ProblemError('bad_query', message, {
    problems: [{ parameter, code: 'bad_value', value: String(value).slice(0, 100), message }],
  });
}

/** What an answer covers. */
interface Frame {
  readonly scope: Pick<Filter, 'dataset'>;
  /** Of the locations. */
  readonly datasets: readonly Dataset[];
  /** Of all locations in whose family theirs are judged. */
  readonly known: readonly Dataset[];
  readonly countries: readonly string[];
  readonly places: readonly Place[];
  /** Locations that nobody asked for, in the family of those that were. */
  readonly others: readonly Place[];
  readonly morePlaces: number;
  readonly years: readonly number[];
  readonly isPage: boolean;
}

function frameOf({ filter, fromYear, toYear, each, isPage = false }: IndicatorRequest, all: readonly Dataset[]): Frame {
  const scope = filter.dataset === undefined ? {} : { dataset: filter.dataset };
  const known = datasetsInScope(scope, all).filter(({ incidents }) => incidents > 0);
  const { countries, more } = countriesOf(filter, known);
  const concerned = known.filter((dataset) => dataset.countries.some((code) => countries.includes(code)));
  const lastOfData = Number((coverageOfPlaces({ country: countries }, known)?.to ?? '1970').slice(0, 4));
  const last = toYear ?? Math.min(lastOfData, (fromYear ?? lastOfData) + mostYears - 1);
  const first = fromYear ?? last - (isPage ? yearsOfPage : usualYears) + 1;
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const everywhere = filter.country === undefined && more === 0;
  const whole: Place = { code: null, countries, filter: everywhere ? {} : { country: countries } };
  const single = countries.map(placeOf);
  const places = single.length < 2 ? single : each ? [whole, ...single] : [whole];
  const others = places.every(({ code }) => code === null)
    ? []
    : countriesOf({}, known).countries.filter((code) => !countries.includes(code));
  return {
    scope,
    datasets: concerned,
    known,
    countries,
    places,
    others: others.map(placeOf),
    morePlaces: more,
    years,
    isPage,
  };
}

const placeOf = (code: string): Place => ({ code, countries: [code], filter: { country: [code] } });

/** The chosen locations, or those with the most incidents; the monitored ones first, then by name. */
function countriesOf({ country }: Pick<Filter, 'country'>, datasets: readonly Dataset[]) {
  const incidents = new Map<string, number>();
  for (const { coverage } of datasets)
    for (const one of coverage) incidents.set(one.country, (incidents.get(one.country) ?? 0) + one.incidents);
  const most = [...incidents.keys()].toSorted(
    (one, other) => incidents.get(other)! - incidents.get(one)! || (one < other ? -1 : 1),
  );
  const chosen = country ?? most.slice(0, mostPlaces);
  const order = new Map(jurisdictions.map(({ code }, index) => [code, index]));
  const place = (code: string) => order.get(code) ?? jurisdictions.length;
  return {
    countries: chosen.toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1)),
    more: country === undefined ? most.length - chosen.length : 0,
  };
}

function tableOf(frame: Frame, counts: Counts): IndicatorTable {
  const { countries, places, others, years, morePlaces, datasets, known, scope, isPage } = frame;
  const context: CellContext = { datasets: known, scope, counts, coverages: new Coverages(known, scope) };
  const [whole] = places;
  const compared = years.findLast((year) => whole && context.coverages.of(whole, year).complete) ?? years.at(-1);
  const yearsFor = (place: Place) => (isPage && place !== whole ? years.filter((year) => year === compared) : years);
  const synthetic = syntheticShare(datasets);
  const judged = judgeFamilies(
    indicators.map((indicator) => ({
      id: indicator.id,
      framework: indicator.framework,
      title: indicator.title,
      definition: indicator.definition,
      kind: indicator.kind,
      unit: unitOf(indicator),
      measure: indicator.measure,
      better: indicator.better,
      cells: [...places, ...others].flatMap((place) =>
        yearsFor(place).map((year) => indicatorCell(indicator, place, year, context)),
      ),
    })),
  );
  const isAsked = ({ place }: IndicatorCell) => places.some(({ code }) => code === place);
  const notes = [
    ...(synthetic === 'none' ? [] : [notices.synthetic]),
    ...(countries.includes('XK') ? [notices.kosovo] : []),
    ...datasets.filter((one) => one.killed_includes_suicides).map(({ title }) => suicidesNote(title)),
    ...datasets.flatMap(({ title, covers }) => (covers === null ? [] : [`${title}: the data covers ${covers} only.`])),
  ];
  return {
    datasetVersion: counts.datasetVersion,
    years: [...years],
    places: countries.map((code) => ({
      code,
      name: jurisdiction(code)?.name ?? code,
      note: jurisdiction(code)?.note ?? null,
      synthetic: syntheticShare(datasets.filter(({ coverage }) => coverage.some(({ country }) => country === code))),
    })),
    morePlaces,
    indicators: judged.map((series) => ({ ...series, cells: series.cells.filter(isAsked) })),
    families: familiesOf(judged.flatMap(({ cells }) => cells)),
    unavailable: [...unavailableIndicators],
    synthetic,
    notes,
    datasets: datasets.map(({ slug, title, licence, licence_url, attribution }) => ({
      slug,
      title,
      licence,
      licence_url,
      attribution,
    })),
  };
}

function suicidesNote(title: string): string {
  return `${title}: the number of people killed includes suicides.`;
}

function unitOf({ kind, measure }: Indicator): IndicatorUnit {
  if (kind === 'rate') return 'per_100000';
  if (kind === 'share') return 'percent';
  return measure === 'incidents' || measure === 'weapons' || measure === 'rounds' ? measure : 'people';
}
