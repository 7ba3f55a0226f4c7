import {
  coveredDays,
  type DatasetCoverage,
  dateOfDay,
  dimensions,
  type FieldValue,
  type Filter,
  type LocationDays,
  type Period,
} from '@monitor/domain';
import type { Cube } from './cube.ts';
import { dayOfRow, lastDay } from './cube-rows.ts';
import { groupOf } from './matching-combinations.ts';

/** First to last day that the filter's datasets cover of its locations, all other constraints left out; null if there is none. */
export function coverage(cube: Cube, filter: Filter): Period | null {
  if (cube.rows === 0) return null;
  // Without a list of either, there is no need to look at each row.
  if (!filter.dataset && !filter.country) return { from: dateOfDay(cube.firstDay), to: dateOfDay(lastDay(cube)) };
  return coveredDays(datasetDays(cube), filter);
}

const found = new WeakMap<Cube, readonly DatasetCoverage[]>();

/** First and last day of each dataset and location, and how many incidents there are. */
export function datasetDays(cube: Cube): readonly DatasetCoverage[] {
  const known = found.get(cube) ?? findDatasetDays(cube);
  found.set(cube, known);
  return known;
}

function findDatasetDays(cube: Cube): DatasetCoverage[] {
  const place = cube.groups[groupOf('country')];
  const circumstance = cube.groups[dimensions.dataset.group];
  const { values: countries, positions: countryOf } = place.fields.country!;
  const { values: slugs, positions: datasetOf } = circumstance.fields.dataset!;
  const days = new Map<number, { first: number; last: number; incidents: number }>();
  for (let row = 0; row < cube.rows; row++) {
    const key = datasetOf[circumstance.codes[row]!]! * countries.length + countryOf[place.codes[row]!]!;
    const known = days.get(key);
    if (known === undefined) days.set(key, { first: row, last: row, incidents: 1 });
    else {
      known.last = row;
      known.incidents++;
    }
  }
  const date = (row: number) => dateOfDay(dayOfRow(cube, row));
  const bySlug = new Map<FieldValue, LocationDays[]>(slugs.map((slug) => [slug, []]));
  for (const [key, { first, last, incidents }] of days)
    bySlug
      .get(slugs[Math.floor(key / countries.length)]!)!
      .push({ country: String(countries[key % countries.length]), incidents, from: date(first), to: date(last) });
  return [...bySlug]
    .filter(([, locations]) => locations.length > 0)
    .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1))
    .map(([slug, locations]) => ({
      slug: String(slug),
      from: locations.map(({ from }) => from).toSorted()[0]!,
      to: locations
        .map(({ to }) => to)
        .toSorted()
        .at(-1)!,
      coverage: locations.toSorted((one, other) => (one.country < other.country ? -1 : 1)),
    }));
}
