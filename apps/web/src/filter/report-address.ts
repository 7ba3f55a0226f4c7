import { filterQuery, parseFilter, viewNames } from '@monitor/contract';
import {
  type CalendarPeriod,
  calendarPeriodOf,
  type Filter,
  filterNames,
  lastCalendarPeriod,
  type Period,
  wholeOf,
} from '@monitor/domain';
import { knownCodes } from '@monitor/geography';

/** What a brief is about: a location, a region, or everything. */
export type ReportPlace = { readonly kind: 'all' } | { readonly kind: 'country' | 'region'; readonly code: string };

/** A brief by its address. */
export interface ReportAddress {
  readonly place: ReportPlace;
  /** Undefined where the address names no month, quarter or year. */
  readonly period: CalendarPeriod | undefined;
  /** The datasets that it counts; all where left out. */
  readonly dataset: Filter['dataset'];
  /** Names of parameters that are not used: a brief counts every incident of one place in one period. */
  readonly unused: readonly string[];
}

/** Reads the query string of a brief's address. Never throws; what cannot be used is named in `unused`. */
export function readReportAddress(query: string): ReportAddress {
  const { filter, problems } = parseFilter([...new URLSearchParams(query)], viewNames, knownCodes);
  const { from, to, dataset } = filter;
  const place = placeOf(filter);
  const period = from === undefined || to === undefined ? undefined : calendarPeriodOf({ from, to });
  const used = new Set([
    'dataset',
    place.kind,
    ...(isOfLocation(place, filter) ? ['country'] : []),
    ...(period === undefined ? [] : ['from', 'to']),
  ]);
  const unused = filterNames.filter((name) => filter[name] !== undefined && !used.has(name));
  return { place, period, dataset, unused: [...new Set([...unused, ...problems.map(({ parameter }) => parameter)])] };
}

/** The one region of a filter, or its one location. */
function placeOf({ country, region }: Filter): ReportPlace {
  const kind = region === undefined ? 'country' : 'region';
  const codes = region ?? country ?? [];
  return codes.length === 1 && codes[0] !== undefined ? { kind, code: codes[0] } : { kind: 'all' };
}

/** Whether a filter names the location of the region beside it, as links to regions do. */
function isOfLocation(place: ReportPlace, { country }: Filter): boolean {
  return place.kind === 'region' && country?.length === 1 && country[0] === wholeOf('region', place.code);
}

/** The filter of a place in a period. */
export function reportFilter({ place, dataset }: Pick<ReportAddress, 'place' | 'dataset'>, period?: Partial<Period>): Filter {
  return {
    ...(place.kind === 'all' ? {} : { [place.kind]: [place.code] }),
    ...(dataset && { dataset }),
    ...(period?.from !== undefined && { from: period.from }),
    ...(period?.to !== undefined && { to: period.to }),
  };
}

/** The query string of a brief. */
export function reportQuery(address: Pick<ReportAddress, 'place' | 'dataset'>, period: Period): string {
  return filterQuery(reportFilter(address, period));
}

/** The period of a brief whose address names none: the last whole quarter of the data. */
export function latestQuarter({ to }: Pick<Period, 'to'>): CalendarPeriod {
  return lastCalendarPeriod(to, 'quarter');
}
