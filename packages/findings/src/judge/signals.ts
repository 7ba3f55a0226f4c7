import type { ClosestWeek, Signal, SignalDrivers, SignalLevel, SignalList, SignalSeries } from '@monitor/contract';
import { filterQuery } from '@monitor/contract/without-schemas';
import {
  dateOfDay,
  dayNumber,
  type Filter,
  harmedPeople,
  type IsoDate,
  type Period,
  recordOf,
  type SummaryAnswer,
  type SummaryRequest,
  weekAt,
} from '@monitor/domain';
import type { ExpectedRange, Signal as Rise } from '@monitor/statistics';
import { risesOf, type WatchedSeries, type WatchedWeek, weeksShown } from './watch-series.ts';
import { falseSignalsOf, onceInWeeks } from './false-signals.ts';

/** Late reports can raise the count of the last weeks. */
const provisionalWeeks = 4;
const weeksPerYear = 52;

/** How often chance must give a signal at least for each level, in weeks: half a year and ten years, which `timeBetween` never rounds up to. */
const levels: readonly { readonly level: SignalLevel; readonly before: number }[] = [
  { level: 'possible', before: 365.25 / 7 / 2 },
  { level: 'rare', before: (10 * 365.25) / 7 },
  { level: 'very_rare', before: Infinity },
];

/** All that is known of the weeks shown, from which each answer takes a part. */
export interface Signals {
  readonly datasetVersion: number;
  /** Mondays, oldest first. */
  readonly weeks: readonly IsoDate[];
  readonly series: readonly WatchedSeries[];
  /** Newest first. */
  readonly signals: readonly Signal[];
}

/** The incidents of a rise. */
export interface SignalWeek {
  readonly series: WatchedSeries;
  readonly rise: Rise;
  /** The days of the weeks that are counted together. */
  readonly days: Period;
}

/** The rises of all series, newest first, and of one week the most unusual first. */
export function signalWeeks(series: readonly WatchedSeries[], mondays: readonly IsoDate[]): SignalWeek[] {
  return series
    .flatMap((one) => risesOf(one).map((rise): SignalWeek => ({ series: one, rise, days: daysOfRise(rise, mondays) })))
    .toSorted(
      (one, other) =>
        other.rise.at - one.rise.at || one.rise.strongest.p - other.rise.strongest.p || (one.series.id < other.series.id ? -1 : 1),
    );
}

function daysOfRise({ at, strongest: { weeks } }: Rise, mondays: readonly IsoDate[]): Period {
  return { from: weekAt(mondays[at]!, 1 - weeks).from, to: weekAt(mondays[at]!, 0).to };
}

/** What a summary must give to say what drives a signal. */
export const driversRequest: SummaryRequest = { interval: 'day', facets: ['country', 'region', 'type'] };

/** The filter of exactly the incidents of a signal. */
export function filterOfSignal({ series: { filter }, days }: SignalWeek): Filter {
  return { ...filter, ...days };
}

/** @param summary of the incidents of the signal */
export function signalOf(signal: SignalWeek, summary: SummaryAnswer, { series, weeks }: Pick<Signals, 'series' | 'weeks'>): Signal {
  const {
    series: { id, weeks: ownWeeks, ...own },
    rise: { first, at, strongest },
    days,
  } = signal;
  const perWeek = series.reduce((sum, one) => sum + falseSignalsOf(one, weeksShown).expected, 0) / Math.max(1, weeks.length);
  const often = rounded(onceInWeeks(strongest, perWeek), 1);
  // Of one week, the range is the one that charts show.
  const { expected, low, high } = (strongest.weeks === 1 ? ownWeeks[at]?.expectation?.range : undefined) ?? strongest;
  return {
    id: `${id}.${weeks[first]}`,
    series: id,
    query: filterQuery(filterOfSignal(signal)),
    ...days,
    weeks: strongest.weeks,
    incidents: strongest.count,
    expected: rounded(expected, 2),
    low,
    high,
    chance: strongest.p,
    onceInWeeks: often,
    level: levelOf(often),
    provisional: at >= weeks.length - provisionalWeeks,
    drivers: driversOf(own, summary),
  };
}

/** @param often once in how many weeks chance gives as much */
export function levelOf(often: number): SignalLevel {
  return levels.find(({ before }) => often < before)?.level ?? 'very_rare';
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Values that are named; those as frequent as one that is not are not. */
const mostNamed = 2;

function driversOf(
  { filter, kind }: Pick<WatchedSeries, 'filter' | 'kind'>,
  { totals, series, facets }: SummaryAnswer,
): SignalDrivers {
  const top = (values: SummaryAnswer['facets'][keyof SummaryAnswer['facets']] = [], allowed: readonly string[] | undefined) => {
    const all = values.filter(({ value }) => allowed?.includes(value) ?? true);
    const next = all[mostNamed]?.incidents ?? 0;
    return all.slice(0, mostNamed).flatMap(({ value, incidents }) => (incidents > next ? [{ value, incidents }] : []));
  };
  const several = (filter.country?.length ?? 0) > 1;
  const day = series.points.reduce<SummaryAnswer['series']['points'][number] | undefined>(
    (most, point) => (point.incidents > (most?.incidents ?? 0) ? point : most),
    undefined,
  );
  return {
    places: several ? top(facets.country, filter.country) : top(facets.region, undefined),
    day: day ? { value: day.start, incidents: day.incidents } : null,
    types: kind.codes.length === 1 && kind.dimension === 'type' ? [] : top(facets.type, filter.type),
    killed: totals.killed,
    injured: totals.injured,
    notReported: recordOf(harmedPeople, (name) => totals.notReported[name]),
  };
}

/** What an answer is asked for. */
export interface SignalRequest {
  /** Series of these locations and kinds; all if nothing is said. */
  readonly filter: Pick<Filter, 'country' | 'type' | 'weapon'>;
  /** Number of weeks, up to those that are shown. */
  readonly weeks: number;
  /** Of which series the weeks are given: those with a signal and the closest one, all or none. */
  readonly lines: 'signals' | 'all' | 'none';
}

/** The answer to a request. */
export function signalList(all: Signals, { filter, weeks, lines }: SignalRequest): SignalList {
  const first = Math.max(0, all.weeks.length - weeks);
  const mondays = all.weeks.slice(first);
  const series = all.series.filter((one) => isAsked(one, filter));
  const ids = new Set(series.map(({ id }) => id));
  const signals = all.signals.filter((one) => ids.has(one.series) && one.to >= (mondays[0] ?? ''));
  const closest = closestOf(series, all);
  const drawn = new Set([...signals.map((one) => one.series), closest?.series]);
  const ofSeries = series.map((one) => falseSignalsOf(one, mondays.length));
  const seriesWeeks = ofSeries.reduce((sum, one) => sum + one.weeks, 0);
  const expectedFalse = ofSeries.reduce((sum, one) => sum + one.expected, 0);
  return {
    datasetVersion: all.datasetVersion,
    weeks: mondays,
    provisionalFrom: all.weeks.at(-provisionalWeeks) ?? all.weeks[0] ?? null,
    allSeries: all.series.length,
    seriesWeeks,
    falsePerSeriesAndYear: rounded((expectedFalse * weeksPerYear) / Math.max(1, seriesWeeks), 4),
    expectedFalse: rounded(expectedFalse, 2),
    signals,
    closest,
    series: series.map((one) => ({
      ...described(one),
      ...((lines === 'all' || (lines === 'signals' && drawn.has(one.id))) && { lines: linesOf(one.weeks.slice(first)) }),
    })),
  };
}

/** Whether a series counts only what is asked for. With types and weapons, those of either are. */
function isAsked({ kind, filter: own }: WatchedSeries, filter: SignalRequest['filter']): boolean {
  const within = (codes: readonly string[] | undefined, allowed: readonly string[] | undefined) =>
    allowed === undefined || (codes ?? []).every((code) => allowed.includes(code));
  const { type, weapon } = filter;
  const isKind =
    (type === undefined && weapon === undefined) || within(kind.codes, kind.dimension === 'type' ? (type ?? []) : (weapon ?? []));
  return isKind && within(own.country, filter.country);
}

/** The series of which the latest week comes closest to the end of its range, or goes furthest beyond it. */
function closestOf(series: readonly WatchedSeries[], { weeks }: Pick<Signals, 'weeks'>): ClosestWeek | null {
  const at = weeks.length - 1;
  const [closest] = series
    .flatMap(({ id, filter, weeks: own }) => {
      const { incidents, expectation } = own[at]!;
      return expectation?.range === undefined ? [] : [{ id, filter, incidents, range: expectation.range }];
    })
    .toSorted((one, other) => nearness(other) - nearness(one));
  if (closest === undefined) return null;
  const { id, filter, incidents, range } = closest;
  const days = weekAt(weeks[at]!, 0);
  const { low, high } = range;
  return {
    series: id,
    query: filterQuery({ ...filter, ...days }),
    ...days,
    incidents,
    expected: rounded(range.expected, 2),
    low,
    high,
  };
}

/** How far a count is on the way from what is expected to the first count beyond its range. */
function nearness({ incidents, range: { expected, high } }: { readonly incidents: number; readonly range: ExpectedRange }): number {
  return (incidents - expected) / (high + 1 - expected);
}

function described({ id, place, kind, filter }: WatchedSeries): SignalSeries {
  return { id, place, countries: filter.country ?? [], dimension: kind.dimension, value: kind.value, query: filterQuery(filter) };
}

function linesOf(weeks: readonly WatchedWeek[]): NonNullable<SignalSeries['lines']> {
  const bound = (name: 'low' | 'high') => weeks.map(({ expectation }) => expectation?.range?.[name] ?? null);
  return { incidents: weeks.map(({ incidents }) => incidents), low: bound('low'), high: bound('high') };
}

/** The Mondays of the last weeks counted. */
export function mondaysShown(from: IsoDate, counted: number, shown: number): IsoDate[] {
  const first = Math.max(0, counted - shown);
  return Array.from({ length: counted - first }, (_, at) => dateOfDay(dayNumber(from) + 7 * (first + at)));
}
