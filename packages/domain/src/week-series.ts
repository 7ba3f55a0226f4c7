import { dateOfDay, dayNumber, intervalStart, type IsoDate, type Period } from './date.ts';
import type { Filter } from './filter.ts';
import { incidentTypes, weaponClasses } from './vocabularies.ts';

/*
 * The series that are watched week by week for a rise: of each location, and of all that are covered together, violence as a whole,
 * every incident type and every weapon class. Each is a filter, so that the incidents behind a number can be shown.
 */

/** What one series counts. */
export interface SeriesKind {
  readonly dimension: 'type' | 'weapon';
  /** The code of the dimension, or the name of a group of its codes. */
  readonly value: string;
  /** The codes that are counted, of the dimension. */
  readonly codes: readonly string[];
}

/** A weapon that is not reported says something of the source, not of what happened. A knife is not what this record is about. */
const watchedClasses = weaponClasses.codes.filter((code) => code !== 'not_reported' && code !== 'bladed');
export type WatchedClass = (typeof watchedClasses)[number];

/** Every kind of series. */
export const seriesKinds: readonly SeriesKind[] = [
  ...incidentTypes.groups.map(({ code, codes }): SeriesKind => ({ dimension: 'type', value: code, codes })),
  ...incidentTypes.codes.map((code): SeriesKind => ({ dimension: 'type', value: code, codes: [code] })),
  ...watchedClasses.map((code): SeriesKind => ({ dimension: 'weapon', value: code, codes: [code] })),
];

/** Incidents of which only the month or year is known lie on one day of it, where they would look like a rise. */
export const weeklyPrecisions = ['day', 'week'] as const;

/** The incidents that a series counts, whatever the day. */
export function seriesFilter(countries: readonly string[], { dimension, codes }: SeriesKind): Filter {
  return { country: countries, [dimension]: codes, date_precision: weeklyPrecisions };
}

/** A name for the series that does not change: `RS.type.violence`, `all.weapon.handgun`. */
export function seriesId(place: string, { dimension, value }: SeriesKind): string {
  return [place, dimension, value].join('.');
}

/** Incidents by location, kind of series and week, as counted from what is published. */
export interface WeekCounts {
  readonly datasetVersion: number;
  /** Monday of the first week counted. */
  readonly from: IsoDate;
  /** Weeks counted; the last is the last complete one of the data. */
  readonly weeks: number;
  /** For each location, and each of `seriesKinds` in their order, the incidents of each week. */
  readonly locations: readonly LocationWeeks[];
  /** The days of each dataset, which say from when to when a location is covered. */
  readonly datasets: readonly DatasetDays[];
}

export interface LocationWeeks {
  readonly country: string;
  readonly counts: readonly (readonly number[])[];
}

/** First and last day with an incident of a dataset, and of each of its locations. */
export interface DatasetDays extends Period {
  readonly coverage: readonly LocationDays[];
}

export interface LocationDays extends Period {
  readonly country: string;
  readonly incidents: number;
  /** Incidents of each month from that of the first day on: only where another dataset has days of the location, too. */
  readonly months?: readonly number[];
}

const daysOfWeek = 7;

/**
 * The weeks to count, Mondays first: as many as are wanted up to the last one that ends by the last day of the data, and none before the
 * first day of the data. Undefined if no week is complete.
 */
export function weeksToCount({ from, to }: Period, wanted: number): { readonly from: IsoDate; readonly weeks: number } | undefined {
  const first = dayNumber(intervalStart(from, 'week'));
  const after = dayNumber(intervalStart(dateOfDay(dayNumber(to) + 1), 'week'));
  const weeks = Math.min(wanted, (after - first) / daysOfWeek);
  return weeks < 1 ? undefined : { from: dateOfDay(after - daysOfWeek * weeks), weeks };
}

/** The days of a week by its position after a Monday. */
export function weekAt(from: IsoDate, position: number): Period {
  const monday = dayNumber(from) + daysOfWeek * position;
  return { from: dateOfDay(monday), to: dateOfDay(monday + daysOfWeek - 1) };
}
