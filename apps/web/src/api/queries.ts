import {
  type BriefPage,
  type Codebook,
  type DatasetList,
  type ExplorePage,
  filterQuery,
  type IncidentDetail,
  type IncidentList,
  type HomePage,
  type PlaceDetailsPage,
  type IndicatorsPage,
  type PlaceList,
  type PlacePage,
  type PlacesPage,
  type PointList,
  type SettlementRanking,
  type SignalsPage,
  type Sort,
  type Summary,
  type TrendsPage,
  type TrendsPlaces,
  type TrendsSubjects,
  type TrendsTables,
} from '@monitor/contract';
import { type DimensionName, type Filter, isFigureName, type Measure, type SummaryRequest } from '@monitor/domain';
import { learnLocations, siteLanguages } from '@monitor/geography';
import { queryOptions } from '@tanstack/react-query';
import { fileName, getHeaders, getJson, withQuery } from './client.ts';

/** The answers that pages are drawn from, by the names of the pages and of their parts. */
export interface Pages {
  readonly explore: { readonly main: ExplorePage };
  readonly home: { readonly main: HomePage };
  readonly indicators: { readonly main: IndicatorsPage };
  readonly signals: { readonly main: SignalsPage };
  readonly places: { readonly main: PlacesPage };
  readonly place: { readonly main: PlacePage; readonly details: PlaceDetailsPage };
  readonly brief: { readonly main: BriefPage };
  readonly trends: {
    readonly main: TrendsPage;
    readonly places: TrendsPlaces;
    readonly subjects: TrendsSubjects;
    readonly tables: TrendsTables;
  };
}
export type PageName = keyof Pages;

/** A sorted list of incidents. */
export interface ListOfRows {
  readonly query: string;
  readonly sort: Sort;
  readonly measure: Measure;
}

/** Rows that are requested at once. */
export const rowsPerPage = 100;
/** Rows that are drawn before the script runs. */
const firstRows = 12;

/** Key and path of some rows of a list. @param start where they begin, as a parameter of the API */
function rowsAt(
  { query, sort, measure: chosen }: ListOfRows,
  start: string,
  limit: number,
): [key: readonly string[], path: string] {
  const measure = isFigureName(chosen) && !sort.endsWith('amount') ? 'incidents' : chosen;
  const own = measure === 'incidents' ? '' : `measure=${measure}`;
  return [['rows', query, sort, measure], withQuery('/incidents', query, `sort=${sort}`, own, `limit=${limit}`, start)];
}

/**
 * What is requested from the API: each function gives a key made of the filter's canonical text, so that equal filters share
 * one answer, and the way to fetch it. A request that nobody waits for any more is cancelled.
 */
export const queries = {
  /** All that a page says, or a part of it. @param query what was chosen of it */
  page: <Name extends PageName, Part extends keyof Pages[Name] & string>(
    name: Name,
    part: Part,
    query: string,
    language: string,
  ) => {
    const own = [part === 'main' ? '' : `part=${part}`, siteLanguages().length > 1 ? `lang=${language}` : ''];
    const path = withQuery(`/pages/${name}`, query, ...own);
    return queryOptions({
      meta: { firstPage: path },
      queryKey: ['page', name, part, query, language],
      queryFn: ({ signal }) => getJson<Pages[Name][Part]>(path, signal),
    });
  },

  /** Numbers of a filter. The last parameter adds measures, the series of each value of a list, with its totals or without, and hours of the week. */
  summary: (
    query: string,
    interval: SummaryRequest['interval'],
    facets: readonly DimensionName[],
    {
      measures = [],
      split,
      partTotals = false,
      hours = false,
    }: { measures?: readonly Measure[]; split?: DimensionName | undefined; partTotals?: boolean; hours?: boolean } = {},
  ) => {
    const path = withQuery(
      '/summary',
      query,
      `interval=${interval}`,
      `facets=${facets.length === 0 ? 'none' : facets.join(',')}`,
      measures.length === 0 ? '' : `measures=${measures.join(',')}`,
      split === undefined ? '' : `split=${split}`,
      partTotals ? 'part_totals=1' : '',
      hours ? 'hours=1' : '',
    );
    return {
      path,
      ...queryOptions({
        meta: { firstPage: path },
        queryKey: ['summary', query, interval, facets.join(','), measures.join(','), split, partTotals, hours],
        queryFn: ({ signal }) => getJson<Summary>(path, signal),
      }),
    };
  },

  /** Rows of a sorted list from a position on, with what a measure counts of each where that is in no other column. */
  rows: (list: ListOfRows, page: number) => {
    const [key, path] = rowsAt(list, `offset=${page * rowsPerPage}`, rowsPerPage);
    return queryOptions({
      queryKey: [...key, page],
      queryFn: ({ signal }) => getJson<IncidentList>(path, signal),
      // Somebody who scrolls through a long list leaves many behind.
      gcTime: 60_000,
    });
  },

  /** Its first rows, which the server draws. */
  firstRows: (list: ListOfRows) => {
    const [key, path] = rowsAt(list, 'offset=0', firstRows);
    return queryOptions({
      meta: { firstPage: path, isOptional: true },
      queryKey: [...key, 'first'],
      queryFn: ({ signal }) => getJson<IncidentList>(path, signal),
    });
  },

  /** The incidents before and after one in a sorted list, and where they are. */
  rowsAround: (list: ListOfRows, id: string) => {
    const [key, path] = rowsAt(list, `around=${encodeURIComponent(id)}`, 3);
    return queryOptions({ queryKey: [...key, 'around', id], queryFn: ({ signal }) => getJson<IncidentList>(path, signal) });
  },

  /** The whole record of one incident. */
  incident: (id: string) =>
    queryOptions({
      queryKey: ['incident', id],
      queryFn: ({ signal }) => getJson<IncidentDetail>(`/incidents/${encodeURIComponent(id)}`, signal),
    }),

  /** Whether a filter selects an incident. */
  selects: (filter: Filter, id: string) => {
    const isPicked = filter.id === undefined || filter.id.includes(id);
    const query = filterQuery({ ...filter, id: [id] });
    return queryOptions({
      queryKey: ['selects', query, isPicked],
      queryFn: async ({ signal }) =>
        isPicked && (await getJson<IncidentList>(withQuery('/incidents', query, 'limit=1'), signal)).total > 0,
    });
  },

  /** Settlements by name. @param limit the API's own if left out */
  places: (text: string, limit?: number) => {
    const path = withQuery('/places', `q=${encodeURIComponent(text)}`, limit === undefined ? '' : `limit=${limit}`);
    return queryOptions({
      meta: { firstPage: path },
      queryKey: ['places', text, limit],
      queryFn: ({ signal }) => getJson<PlaceList>(path, signal),
    });
  },

  /**
   * The settlements of a filter with most of a measure.
   * @param limit the API's own if left out
   * @param spread whether to count how many settlements have each amount
   */
  settlements: (query: string, measure: Measure, limit?: number, spread = false) =>
    queryOptions({
      queryKey: ['settlements', query, measure, limit, spread],
      queryFn: ({ signal }) =>
        getJson<SettlementRanking>(
          withQuery(
            '/settlements',
            query,
            `measure=${measure}`,
            limit === undefined ? '' : `limit=${limit}`,
            spread ? 'spread=1' : '',
          ),
          signal,
        ),
    }),

  /** The exact points of a filter with their days. */
  points: (query: string) =>
    queryOptions({
      queryKey: ['points', query],
      queryFn: ({ signal }) => getJson<PointList>(withQuery('/points', query), signal),
    }),

  /** The first incidents of a download in its order, this many. */
  firstIncidents: (query: string, sort: Sort, measure: Measure, limit: number) =>
    queryOptions({
      queryKey: ['first-incidents', query, sort, measure, limit],
      queryFn: ({ signal }) =>
        getJson<IncidentList>(withQuery('/incidents', query, `sort=${sort}`, `measure=${measure}`, `limit=${limit}`), signal),
      retry: false,
      refetchInterval: false,
    }),

  /** What is known of a download before it begins: the name of the file, null if there is none, and the incidents of a comparison. */
  exportHead: (address: string) =>
    queryOptions({
      queryKey: ['export-head', address],
      queryFn: async ({ signal }) => {
        const headers = await getHeaders(address, signal);
        const total = headers.get('x-total-count');
        return {
          name: fileName(headers.get('content-disposition')) ?? null,
          incidents: total === null ? undefined : Number(total),
        };
      },
      retry: false,
      refetchInterval: false,
    }),

  /** Vocabularies, and who runs this instance. */
  codebook: () =>
    queryOptions({
      queryKey: ['codebook'],
      queryFn: ({ signal }) => getJson<Codebook>('/codebook', signal),
      staleTime: 60 * 60_000,
    }),

  datasets: () => {
    const path = '/datasets';
    return {
      path,
      ...queryOptions({
        meta: { firstPage: path },
        queryKey: ['datasets'],
        queryFn: async ({ signal }) => {
          const list = await getJson<DatasetList>(path, signal);
          learnLocations(list.elsewhere ?? []);
          return list;
        },
        staleTime: 5 * 60_000,
      }),
    };
  },
};
