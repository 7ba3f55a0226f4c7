import { CubeBuilder, populationOf, summarise } from '@monitor/cube';
import {
  type Codebook,
  type DatasetList,
  type IncidentDetail,
  type IntervalChoice,
  type IncidentList,
  type ListedIncident,
  type PageAnswer,
  parseFilter,
  readAgainst,
  type SettlementRanking,
  type SignalsPage,
  type Sort,
  type Summary,
} from '@monitor/contract';
import {
  dayNumber,
  type DimensionName,
  type Filter,
  type FilteredIncident,
  incidentFields,
  knownMinute,
  knownPart,
  type Measure,
  namesOf,
  personFields,
  type SummaryRequest,
  traitsOf,
} from '@monitor/domain';
import {
  answersTo,
  briefPage,
  type ExplorePart,
  explorePage,
  type Page,
  placeDetailsPage,
  placePage,
  placesPage,
  type Questions,
  trendsPage,
  trendsPlaces,
  trendsSubjects,
  trendsTables,
  voiceOf,
} from '@monitor/findings';
import { knownCodes } from '@monitor/geography';
import { refereeMeets } from '../../../packages/domain/testing/referee.ts';
import { madeUpIncidents } from './made-up-incidents.ts';
import { allReported } from '../../../packages/domain/testing/all-reported.ts';

/** Answers a request: with its path below the version, and its parameters. */
export type Answer = (query: URLSearchParams, path: string) => unknown;

const datasetVersion = 23;
const dataset = {
  slug: 'made-up',
  title: 'Made-up data',
  description: 'For tests.',
  synthetic: true,
  killed_includes_suicides: false,
  licence: 'CC0-1.0',
  licence_url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  attribution: 'Nobody',
} as const;

const noSettlements: SettlementRanking = {
  datasetVersion,
  settlements: [],
  inSettlements: { settlements: 0, incidents: 0, amount: 0, killed: 0, injured: 0, ...allReported },
  elsewhere: { incidents: 0, amount: 0, killed: 0, injured: 0, ...allReported },
};

/**
 * Answers of the API over some incidents, by path: numbers come from the engine of the product, lists from the plain definition of the
 * filter. `*` stands for a part of a path.
 */
export function madeUpApi(incidents: readonly FilteredIncident[] = madeUpIncidents): Record<string, Answer> {
  let cube: ReturnType<CubeBuilder['finish']> | undefined;
  const summaryOf = (filter: Filter, request: SummaryRequest): Summary => {
    cube ??= cubeOf(incidents);
    return summarise(cube, filter, request, (other) => populationOf(cube!, other));
  };
  const pageAnswer = async <Choices, Of extends Questions, Data>(
    made: Page<Choices, Of, Data>,
    query: URLSearchParams,
    choices: Choices,
  ): Promise<PageAnswer<Data>> => {
    const { datasets } = datasetList(incidents);
    const input = { filter: filterOf(query), choices, datasets, publisher: 'Made up', licence: undefined };
    const answers = await answersTo(made, input, async (question) =>
      'summary' in question ? summaryOf(question.summary.filter, question.summary.request) : noSettlements,
    );
    return { datasetVersion, datasets, data: (answers && made.say(input, answers, voiceOf('en'))) ?? null };
  };
  return {
    '/datasets': () => datasetList(incidents),
    '/codebook': (): Codebook => ({ vocabularies: {}, groups: {}, locations: [], csv_columns: [], notices: {} }),
    '/pages/explore': (query) =>
      pageAnswer(explorePage, query, {
        measure: (query.get('measure') ?? 'incidents') as Measure,
        interval: (query.get('interval') ?? 'auto') as IntervalChoice,
        against: readAgainst(query.get('against') ?? '', knownCodes).against,
        chart: (query.get('chart') ?? 'all') as ExplorePart,
        rates: (query.get('rates') ?? '').split(',') as ('country' | 'region')[],
      }),
    '/pages/brief': (query) => pageAnswer(briefPage, query, undefined),
    '/pages/signals': (): SignalsPage => ({ datasetVersion, datasets: [], data: null }),
    '/pages/places': (query) => pageAnswer(placesPage, query, {}),
    '/pages/place': (query) => {
      const choices = { place: query.get('place') ?? '' };
      return query.get('part') === 'details' ? pageAnswer(placeDetailsPage, query, choices) : pageAnswer(placePage, query, choices);
    },
    '/pages/trends': (query) => {
      const choices = { measure: 'incidents', interval: 'auto', unit: 'count', split: 'none' } as const;
      if (query.get('part') === 'tables') return pageAnswer(trendsTables, query, {});
      if (query.get('part') === 'places') return pageAnswer(trendsPlaces, query, choices);
      return query.get('part') === 'subjects' ? pageAnswer(trendsSubjects, query, {}) : pageAnswer(trendsPage, query, choices);
    },
    '/settlements': () => noSettlements,
    '/summary': (query) => summaryOf(filterOf(query), summaryRequest(query)),
    '/incidents': (query) => incidentList(incidents, query),
    '/incidents/*': (_, path): IncidentDetail => {
      const found = incidents.find(({ id }) => path.endsWith(id));
      if (found === undefined) throw new Error(`No incident at ${path}`);
      return detailOf(found);
    },
  };
}

function cubeOf(incidents: readonly FilteredIncident[]) {
  const builder = new CubeBuilder();
  for (const [index, incident] of incidents.entries())
    builder.add({
      ...incident,
      ...traitsOf(incident),
      key: index + 1,
      day: dayNumber(incident.occurred_on),
      minute: knownMinute(incident),
      part: knownPart(incident),
    });
  return builder.finish(datasetVersion);
}

const listParameters = ['sort', 'measure', 'limit', 'offset', 'around'];
const pageParameters = ['place', 'part', 'lang', 'against', 'chart', 'rates'];
const summaryParameters = ['interval', 'facets', 'measures', 'split', 'part_totals', 'hours'];

function filterOf(query: URLSearchParams): Filter {
  const { filter, problems } = parseFilter(query, [...listParameters, ...summaryParameters, ...pageParameters]);
  if (problems.length > 0) throw new Error(`Bad request: ${problems.map(({ message }) => message).join(' ')}`);
  return filter;
}

function summaryRequest(query: URLSearchParams): SummaryRequest {
  const list = (name: string) => (query.get(name) ?? 'none').split(',').filter((one) => one !== 'none');
  const split = query.get('split') as DimensionName | null;
  return {
    interval: query.get('interval') as SummaryRequest['interval'],
    facets: list('facets') as DimensionName[],
    measures: list('measures') as Measure[],
    ...(split !== null && { split, partTotals: query.get('part_totals') === '1' }),
    hours: query.get('hours') === '1',
  };
}

function datasetList(incidents: readonly FilteredIncident[]): DatasetList {
  const periodOf = (all: readonly FilteredIncident[]) => {
    const days = all.map((one) => one.occurred_on).toSorted();
    return { incidents: all.length, from: days[0] ?? '', to: days.at(-1) ?? '' };
  };
  const countries = [...new Set(incidents.map(({ country }) => country))].toSorted();
  const coverage = countries.map((country) => ({
    country,
    ...periodOf(incidents.filter((one) => one.country === country)),
  }));
  const whole = { ...periodOf(incidents), bbox: null, countries, coverage, updated_at: null, url: null, covers: null };
  return { datasetVersion, datasets: [{ ...dataset, ...whole }] };
}

function incidentList(incidents: readonly FilteredIncident[], query: URLSearchParams): IncidentList {
  const sorted = sortedItems(incidents, filterOf(query), (query.get('sort') ?? '-occurred_on') as Sort);
  const limit = Number(query.get('limit'));
  const around = query.get('around');
  const position = around === null ? undefined : sorted.findIndex(({ id }) => id === around);
  const offset = position === undefined ? Number(query.get('offset')) : position < 0 ? null : Math.max(0, position - 1);
  const items = offset === null ? [] : sorted.slice(offset, offset + limit);
  return { datasetVersion, total: sorted.length, offset, nextCursor: null, items };
}

/** The incidents of a filter as the list has them. @param query the filter's text */
export function incidentsOf(query: string, sort: Sort): readonly ListedIncident[] {
  return sortedItems(madeUpIncidents, filterOf(new URLSearchParams(query)), sort);
}

function sortedItems(incidents: readonly FilteredIncident[], filter: Filter, sort: Sort): readonly ListedIncident[] {
  const field = sort.replace('-', '') as keyof ListedIncident;
  const way = sort.startsWith('-') ? -1 : 1;
  const listed = incidents.filter((one) => refereeMeets(one, filter)).map(listedItem);
  return listed.toSorted((one, other) => compare(one[field], other[field], way) || compare(one.id, other.id, way));
}

/** What is not reported comes last either way. */
function compare(one: unknown, other: unknown, way: number): number {
  const [a, b] = [one, other].map((value) => (Array.isArray(value) ? value.join(',') : value) ?? null) as [string, string];
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -way : way;
}

const listedItem = remembering(itemOf);

/** A function that calculates the answer for each incident once. */
function remembering<Made>(make: (of: FilteredIncident) => Made): (of: FilteredIncident) => Made {
  const made = new Map<FilteredIncident, Made>();
  return (of) => {
    const known = made.get(of) ?? make(of);
    made.set(of, known);
    return known;
  };
}

function itemOf(incident: FilteredIncident): ListedIncident {
  return {
    id: incident.id,
    dataset: incident.dataset,
    ...Object.fromEntries(namesOf(incidentFields, 'list').map((name) => [name, incident[name]])),
    amount: incident.weapons.reduce((sum, { count }) => sum + (count ?? 0), 0),
    weapons: [...new Set(incident.weapons.map((weapon) => weapon.class))],
    sources: [...new Set(incident.sources.map((source) => source.kind))],
  } as ListedIncident;
}

function detailOf(incident: FilteredIncident): IncidentDetail {
  const { slug, title, synthetic, killed_includes_suicides, licence, licence_url, attribution } = dataset;
  return {
    datasetVersion,
    ...itemOf(incident),
    ...Object.fromEntries(namesOf(incidentFields, 'record').map((name) => [name, incident[name]])),
    people: incident.people.map((one) => Object.fromEntries(namesOf(personFields, 'record').map((name) => [name, one[name]]))),
    weapon_details: incident.weapons,
    source_details: incident.sources,
    status: 'published',
    provenance: {
      dataset: slug,
      dataset_title: title,
      synthetic,
      killed_includes_suicides,
      licence,
      licence_url,
      attribution,
      source_key: null,
      imported_at: null,
      imported_from: null,
    },
    history: [],
  } as unknown as IncidentDetail;
}
