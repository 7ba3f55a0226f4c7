import {
  dateOfDay,
  dayNumber,
  type LocationWeeks,
  seriesFilter,
  seriesId,
  type SeriesKind,
  seriesKinds,
  type Filter,
  type WeekCounts,
} from '@monitor/domain';
import { gatherSignals, type rangeAndSignal, type Signal as Rise } from '@monitor/statistics';
import { comparableSince } from './week-coverage.ts';

/** Weeks that are shown. */
export const weeksShown = 52;
/** Weeks before a week that its expectation is of: five years, and the weeks about the same week five years before. */
const pastWeeks = 264;
/** Weeks to count for both. */
export const weeksCounted = weeksShown + pastWeeks;

/** What the past of a series leads one to expect of a week, and whether there was more. */
export type WeekExpectation = ReturnType<typeof rangeAndSignal>;

/** @param counts incidents by week, oldest first @param at the week in question @param feasts nights before 1 January, as `rangeAndSignal` takes them */
export type ExpectationRule = (counts: readonly number[], at: number, feasts: readonly number[]) => WeekExpectation;

/** A series with its last weeks, oldest first. */
export interface WatchedSeries {
  readonly id: string;
  /** The code of its location, or `all` for those that are covered together. */
  readonly place: string;
  readonly kind: SeriesKind;
  readonly filter: Filter;
  readonly weeks: readonly WatchedWeek[];
}

export interface WatchedWeek {
  readonly incidents: number;
  /** Undefined if the location is not covered, so that the week cannot be a signal. */
  readonly expectation: WeekExpectation | undefined;
}

/** The rises of a series, oldest first, by their positions among the weeks shown. */
export function risesOf({ weeks }: Pick<WatchedSeries, 'weeks'>): Rise[] {
  return gatherSignals(weeks.map(({ expectation }) => expectation?.signal));
}

/** A series with fewer incidents a week than this is not watched: two of them would be a signal. */
const leastPerWeek = 0.25;
/** Weeks without which locations are not watched together. */
const leastTogether = 3 * 52 + 12;

/** The place of the series that count all locations that are covered together. */
export const allPlaces = 'all';

/** The counts of a place, and from when on each week can be compared. */
interface Place {
  readonly name: string;
  readonly countries: readonly string[];
  readonly counts: LocationWeeks['counts'];
  readonly since: readonly (number | undefined)[];
}

/**
 * All series with enough incidents in their past to have an expectation, with the weeks that are shown. Gives way after each week of each
 * series, since an expectation takes about a millisecond.
 */
export function* watchSeries(counted: WeekCounts, rule: ExpectationRule): Generator<undefined, WatchedSeries[]> {
  const places = counted.locations.map(({ country, counts }): Place => {
    const since = comparableSince(country, counted);
    return { name: country, countries: [country], counts, since };
  });
  const newYears = nightsOfNewYear(counted);
  const watched: WatchedSeries[] = [];
  for (const place of [...together(places), ...places])
    for (const [at, kind] of seriesKinds.entries()) {
      const counts = place.counts[at]!;
      if (!hasEnough(place, counts)) continue;
      const weeks: WatchedWeek[] = [];
      for (let week = Math.max(0, counted.weeks - weeksShown); week < counted.weeks; week++) {
        weeks.push({ incidents: counts[week]!, expectation: expectationOf(counts, week, place.since[week], newYears, rule) });
        yield;
      }
      if (weeks.every(({ expectation }) => expectation?.range === undefined)) continue;
      const filter = seriesFilter(place.countries, kind);
      watched.push({ id: seriesId(place.name, kind), place: place.name, kind, filter, weeks });
    }
  return watched;
}

function expectationOf(
  counts: readonly number[],
  week: number,
  since: number | undefined,
  newYears: readonly number[],
  rule: ExpectationRule,
): WeekExpectation | undefined {
  if (since === undefined) return undefined;
  const first = Math.max(0, since, week - pastWeeks);
  const feasts = newYears.filter((one) => one >= first && one < week + 1).map((one) => one - first);
  return rule(counts.slice(first, week + 1), week - first, feasts);
}

/**
 * The weeks that hold the night before 1 January, when people shoot into the air on both sides of midnight. Where 1 January is a Monday, the
 * night is half a week after the number of the week before it.
 */
function nightsOfNewYear({ from, weeks }: WeekCounts): number[] {
  const yearOf = (day: number) => dateOfDay(day).slice(0, 4);
  return Array.from({ length: weeks }, (_, week) => week).flatMap((week) => {
    const next = dayNumber(from) + 7 * (week + 1);
    if (yearOf(next - 7) === yearOf(next)) return [];
    return yearOf(next - 1) === yearOf(next) ? week : week + 0.5;
  });
}

/** Whether there are enough incidents in the weeks that the newest comparable one is compared with. */
function hasEnough({ since }: Place, counts: readonly number[]): boolean {
  const last = since.findLastIndex((first) => first !== undefined);
  if (last < 0) return false;
  const past = counts.slice(Math.max(0, since[last]!), last);
  return past.length > 0 && past.reduce((sum, count) => sum + count, 0) >= leastPerWeek * past.length;
}

/** The locations that are covered together up to the last week, as one place; none if there is one alone. */
function together(places: readonly Place[]): Place[] {
  const covered = places.filter(({ since }) => {
    const first = since.at(-1);
    return first !== undefined && since.length - Math.max(0, first) >= leastTogether;
  });
  if (covered.length < 2) return [];
  const since = covered[0]!.since.map((_, week) => {
    const firsts = covered.map((place) => place.since[week]);
    return firsts.includes(undefined) ? undefined : Math.max(...firsts.map(Number));
  });
  const counts = seriesKinds.map((_, at) =>
    since.map((__, week) => covered.reduce((sum, place) => sum + place.counts[at]![week]!, 0)),
  );
  return [{ name: allPlaces, countries: covered.flatMap(({ countries }) => countries), counts, since }];
}
