import { filterQuery } from '@monitor/contract/without-schemas';
import {
  type CalendarPeriod,
  calendarPeriodAt,
  calendarPeriodBefore,
  calendarPeriodOf,
  type CalendarUnit,
  dateOfDay,
  dayNumber,
  type Filter,
  type FilterName,
  filterNames,
  kindOf,
  lastCalendarPeriod,
  type Period,
  wholeOf,
  yearsEarlier,
  typesOfKind,
} from '@monitor/domain';
import { coverageOfPlaces, type Dataset, datasetsInScope, isCovered, overlapOf } from './dataset-coverage.ts';

/** What a brief is about: a location, a region, or everything. */
export type BriefPlace = { readonly kind: 'all' } | { readonly kind: 'country' | 'region'; readonly code: string };

/** A brief as a filter asks for it. */
export interface AskedBrief {
  readonly place: BriefPlace;
  /** Undefined if the filter names no month, quarter or year. */
  readonly period: CalendarPeriod | undefined;
  /** The datasets that it counts; all if left out. */
  readonly dataset: Filter['dataset'];
  /** What of the filter is not used: a brief counts the violence and the seizures of one place in one period. */
  readonly unused: readonly FilterName[];
}

/** What a brief is of. */
export interface BriefSubject extends Pick<AskedBrief, 'place' | 'dataset'> {
  readonly period: CalendarPeriod;
}

export function askedBrief(filter: Filter): AskedBrief {
  const { from, to, dataset } = filter;
  const place = placeOf(filter);
  const period = from === undefined || to === undefined ? undefined : calendarPeriodOf({ from, to });
  const used = new Set([
    'dataset',
    place.kind,
    // Violence is what it counts anyway.
    ...(kindOf(filter) === 'violence' ? ['type'] : []),
    ...(isOfLocation(place, filter) ? ['country'] : []),
    ...(period === undefined ? [] : ['from', 'to']),
  ]);
  return { place, period, dataset, unused: filterNames.filter((name) => filter[name] !== undefined && !used.has(name)) };
}

/** The one region of a filter, or its one location. */
function placeOf({ country, region }: Filter): BriefPlace {
  const kind = region === undefined ? 'country' : 'region';
  const codes = region ?? country ?? [];
  return codes.length === 1 && codes[0] !== undefined ? { kind, code: codes[0] } : { kind: 'all' };
}

/** Whether a filter names the location of the region beside it, as links to regions do. */
function isOfLocation(place: BriefPlace, { country }: Filter): boolean {
  return place.kind === 'region' && country?.length === 1 && country[0] === wholeOf('region', place.code);
}

/**
 * The period of a brief: the one asked for or, of the data of its place, the last whole quarter, or the last month if there is little;
 * undefined without data.
 * @param units other units than these, the first choice first
 */
export function briefPeriod(
  asked: Pick<AskedBrief, 'place' | 'dataset' | 'period'>,
  datasets: readonly Dataset[],
  units: readonly CalendarUnit[] = ['quarter', 'month'],
): CalendarPeriod | undefined {
  const coverage = briefCoverage(asked, datasets);
  if (asked.period !== undefined || coverage === undefined) return asked.period;
  const whole = units.map((unit) => lastCalendarPeriod(coverage.to, unit));
  return whole.find((one) => overlapOf(one, coverage) !== undefined) ?? calendarPeriodAt(coverage.to, units.at(-1) ?? 'month');
}

/** The periods of its unit that a brief can be of instead, latest first: those with data of its place. Its own is among them in any case. */
export function briefPeriods(subject: BriefSubject, datasets: readonly Dataset[]): readonly CalendarPeriod[] {
  const { period } = subject;
  const { from, to } = briefCoverage(subject, datasets) ?? period;
  const periods: CalendarPeriod[] = [];
  for (let one = calendarPeriodAt(to, period.unit); one.to >= from; one = calendarPeriodBefore(one))
    if (hasData({ ...subject, period: one }, datasets)) periods.push(one);
  return periods.some((one) => one.from === period.from) ? periods : [period, ...periods];
}

/** First to last day of the data of the place of a brief; of all data if there is none about it. */
export function briefCoverage(asked: Pick<AskedBrief, 'place' | 'dataset'>, datasets: readonly Dataset[]): Period | undefined {
  return coverageOfPlaces(briefFilter(asked), datasets);
}

/** The filter of a place in a period. */
export function briefFilter({ place, dataset }: Pick<BriefSubject, 'place' | 'dataset'>, period?: Partial<Period>): Filter {
  return {
    ...(place.kind === 'all' ? {} : { [place.kind]: [place.code] }),
    ...(dataset && { dataset }),
    ...(period?.from !== undefined && { from: period.from }),
    ...(period?.to !== undefined && { to: period.to }),
  };
}

/** The filter of the violent incidents or of the weapon seizures of a place: the two are never added up. */
export function kindFilter(
  kind: 'violence' | 'weapon_seizure',
  subject: Pick<BriefSubject, 'place' | 'dataset'>,
  period?: Partial<Period>,
): Filter {
  return { ...briefFilter(subject, period), type: typesOfKind(kind) };
}

/** The query string of a brief. */
export function briefQuery(asked: Pick<AskedBrief, 'place' | 'dataset' | 'period'>): string {
  return filterQuery(briefFilter(asked, asked.period));
}

/**
 * The violence of the twelve months that end with the period, in the whole location of a place: one quarter has too few incidents for the
 * rates of regions. All pages give rates of violent incidents, unless a reader chose others.
 */
export function yearFilter({ place, dataset, period }: BriefSubject): Filter {
  const from = dateOfDay(dayNumber(yearsEarlier(period, 1).to) + 1);
  const location = place.kind === 'region' ? { kind: 'country' as const, code: wholeOf('region', place.code) } : place;
  return kindFilter('violence', { place: location, dataset }, { from, to: period.to });
}

/** Whether the data covers a day of the place in the period: without one, its figures would be zeros that nobody counted. */
export function hasData(subject: BriefSubject, datasets: readonly Dataset[]): boolean {
  const { place, period } = subject;
  const inScope = datasetsInScope(subject, datasets);
  const codes = place.kind === 'all' ? inScope.flatMap(({ countries }) => countries) : [wholeOf('region', place.code)];
  return codes.some((code) => isCovered(code, period, inScope));
}
