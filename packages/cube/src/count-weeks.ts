import {
  dateOfDay,
  dayNumber,
  type DimensionName,
  type LocationWeeks,
  seriesKinds,
  type WeekCounts,
  weeklyPrecisions,
  weeksToCount,
} from '@monitor/domain';
import { datasetDays } from './coverage.ts';
import type { Cube } from './cube.ts';
import { lastDay, rowsOfDays } from './cube-rows.ts';
import { groupOf, matchingCombinations } from './matching-combinations.ts';

/**
 * Incidents by location, kind of series and week, in one pass over the rows of these weeks.
 * @param wanted weeks before the end of the data at most
 */
export function countWeeks(cube: Cube, wanted: number): WeekCounts {
  const datasets = datasetDays(cube).flatMap(({ from, to, coverage }) =>
    from === null || to === null ? [] : [{ from, to, coverage }],
  );
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
