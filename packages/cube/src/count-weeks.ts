import {
  type DatasetDays,
  dateOfDay,
  dayNumber,
  type DimensionName,
  dimensions,
  type FieldValue,
  type LocationDays,
  type LocationWeeks,
  seriesKinds,
  type WeekCounts,
  weeklyPrecisions,
  weeksToCount,
} from '@monitor/domain';
import type { Cube } from './cube.ts';
import { dayOfRow, lastDay, rowsOfDays } from './cube-rows.ts';
import { groupOf, matchingCombinations } from './matching-combinations.ts';

/**
 * Incidents by location, kind of series and week, in one pass over the rows of these weeks.
 * @param wanted weeks before the end of the data at most
 */
export function countWeeks(cube: Cube, wanted: number): WeekCounts {
  const datasets = datasetDays(cube);
  const weeks =
    cube.rows === 0 ? undefined : weeksToCount({ from: dateOfDay(cube.firstDay), to: dateOfDay(lastDay(cube)) }, wanted);
  const none = { datasetVersion: cube.version, from: dateOfDay(cube.firstDay), weeks: 0, locations: [], datasets };
  return weeks ? { ...none, ...weeks, locations: locationWeeks(cube, dayNumber(weeks.from), weeks.weeks) } : none;
}

function locationWeeks(cube: Cube, monday: number, weeks: number): LocationWeeks[] {
  const place = cube.groups[groupOf('country')];
  const { values: countries, positions: countryOf } = place.fields.country!;
  const circumstance = groupOf('date_precision');
  const isPrecise = matchingCombinations(cube, circumstance, { date_precision: weeklyPrecisions })!;
  const precisions = cube.groups[circumstance].codes;
  const counted = (['type', 'weapon'] as const).map((dimension) => ({
    codes: cube.groups[groupOf(dimension)].codes,
    kinds: kindsOfCombinations(cube, dimension),
  }));
  const counts = countries.map(() => seriesKinds.map(() => new Uint32Array(weeks)));
  for (let week = 0; week < weeks; week++) {
    const { start, end } = rowsOfDays(cube, monday + 7 * week, monday + 7 * week + 6);
    for (let row = start; row < end; row++) {
      if (isPrecise[precisions[row]!] === 0) continue;
      const ofCountry = counts[countryOf[place.codes[row]!]!]!;
      for (const { codes, kinds } of counted) for (const kind of kinds[codes[row]!]!) ofCountry[kind]![week]!++;
    }
  }
  return countries
    .map((country, at) => ({ country: String(country), counts: counts[at]!.map((ofKind) => [...ofKind]) }))
    .toSorted((one, other) => (one.country < other.country ? -1 : 1));
}

/** For each combination of the dimension's group, the kinds of series that count it. */
function kindsOfCombinations(cube: Cube, dimension: DimensionName & ('type' | 'weapon')): number[][] {
  const kinds: number[][] = Array.from({ length: cube.groups[groupOf(dimension)].combinations }, () => []);
  for (const [at, kind] of seriesKinds.entries()) {
    if (kind.dimension !== dimension) continue;
    const matching = matchingCombinations(cube, groupOf(dimension), { [dimension]: kind.codes })!;
    for (const [combination, matches] of matching.entries()) if (matches === 1) kinds[combination]!.push(at);
  }
  return kinds;
}

/** First and last day of each dataset and location, and how many incidents there are. */
function datasetDays(cube: Cube): DatasetDays[] {
  const place = cube.groups[groupOf('country')];
  const circumstance = cube.groups[dimensions.dataset.group];
  const { values: countries, positions: countryOf } = place.fields.country!;
  const { values: slugs, positions: datasetOf } = circumstance.fields.dataset!;
  const found = new Map<number, { first: number; last: number; incidents: number }>();
  for (let row = 0; row < cube.rows; row++) {
    const key = datasetOf[circumstance.codes[row]!]! * countries.length + countryOf[place.codes[row]!]!;
    const days = found.get(key);
    if (days === undefined) found.set(key, { first: row, last: row, incidents: 1 });
    else {
      days.last = row;
      days.incidents++;
    }
  }
  const date = (row: number) => dateOfDay(dayOfRow(cube, row));
  const bySlug = new Map<FieldValue, LocationDays[]>(slugs.map((slug) => [slug, []]));
  for (const [key, { first, last, incidents }] of found)
    bySlug
      .get(slugs[Math.floor(key / countries.length)]!)!
      .push({ country: String(countries[key % countries.length]), incidents, from: date(first), to: date(last) });
  return [...bySlug]
    .filter(([, coverage]) => coverage.length > 0)
    .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1))
    .map(([, coverage]) => ({
      from: coverage.map(({ from }) => from).toSorted()[0]!,
      to: coverage
        .map(({ to }) => to)
        .toSorted()
        .at(-1)!,
      coverage: coverage.toSorted((one, other) => (one.country < other.country ? -1 : 1)),
    }));
}
