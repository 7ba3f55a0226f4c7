import { dayNumber, intervalStart, type IsoDate, type Period } from './date.ts';
import type { Filter } from './filter.ts';
import type { LocationDays } from './week-series.ts';

/** The days of one location in a dataset, and how many incidents a day it has in them. */
export interface LocationCoverage extends Period {
  readonly country: string;
  readonly incidents: number;
  readonly perDay: number;
  /** As in `LocationDays`, with the month that they begin with. */
  readonly months?: { readonly first: IsoDate; readonly incidents: readonly number[] };
}

/** A silence that is less likely than this is none of chance: the location has no data in it. */
const leastChance = 0.001;

/**
 * Whether the silence between the incidents of a location and an end of its dataset can be chance: that all of `incidents`, of
 * which one lies at the other end, fall into the first `days` of `days + silence` has the chance
 * `(days / (days + silence)) ^ (incidents − 1)`.
 */
function isChance(incidents: number, days: number, silence: number): boolean {
  return (days / (days + silence)) ** (incidents - 1) >= leastChance;
}

/**
 * The days that a dataset covers of each of its locations. No source says from when to when it looked at a location; it is taken
 * to have looked from the first incident there to the last, and as far as the dataset goes where it is by chance that the
 * location has none at the ends. Without that, a small location would end some days before every other.
 */
export function locationCoverage({
  coverage,
  ...dataset
}: {
  readonly from: string | null;
  readonly to: string | null;
  readonly coverage: readonly LocationDays[];
}): readonly LocationCoverage[] {
  const known = coverages.get(coverage);
  if (known !== undefined) return known;
  const found = coverage.map(({ country, incidents, months, ...own }) => {
    const first = dataset.from ?? own.from;
    const last = dataset.to ?? own.to;
    const days = lengthOf(own);
    const from = isChance(incidents, days, dayNumber(own.from) - dayNumber(first)) ? first : own.from;
    const to = isChance(incidents, days, dayNumber(last) - dayNumber(own.to)) ? last : own.to;
    return {
      country,
      incidents,
      from,
      to,
      perDay: incidents / lengthOf({ from, to }),
      ...(months && { months: { first: intervalStart(own.from, 'month'), incidents: months } }),
    };
  });
  coverages.set(coverage, found);
  return found;
}

/** What was found of the locations of a dataset, which each rate asks for. Their days belong to those of the dataset. */
const coverages = new WeakMap<readonly LocationDays[], readonly LocationCoverage[]>();

const lengthOf = ({ from, to }: Period) => dayNumber(to) - dayNumber(from) + 1;

/** A dataset with the days of each of its locations; without days if it has no incident. */
export interface DatasetCoverage {
  readonly slug: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly coverage: readonly LocationDays[];
  /** The part of its locations that it covers, in words; null or left out if it covers them whole. */
  readonly covers?: string | null;
}

/** First to last day that the datasets of a filter cover of its locations, all other constraints left out; null if they cover none. */
export function coveredDays(datasets: readonly DatasetCoverage[], { dataset, country }: Filter): Period | null {
  const periods = datasets
    .filter(({ slug }) => dataset?.includes(slug) ?? true)
    .flatMap(locationCoverage)
    .filter((one) => country?.includes(one.country) ?? true);
  const from = periods.map((one) => one.from).toSorted()[0];
  const to = periods
    .map((one) => one.to)
    .toSorted()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}
