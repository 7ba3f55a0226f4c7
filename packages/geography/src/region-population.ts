import { wholeOf } from '@monitor/domain';
import { type Population, population } from './population.ts';
import { regionPopulationRows } from './region-population-table.ts';

/**
 * Regions in which a census left many people out: it was boycotted in the four northern municipalities of Kosovo*. They count towards
 * the sum of their location and have no figure of their own, since a rate would come out too high.
 */
const partlyCounted: ReadonlySet<string> = new Set(['XK-04']);

const figures = new Map(
  regionPopulationRows.flatMap(({ jurisdiction, source, firstYear, people }) =>
    Object.entries(people).map(([suffix, counts]) => [
      `${jurisdiction}-${suffix}`,
      { source, byYear: new Map(counts.map((count, index) => [firstYear + index, count])) },
    ]),
  ),
);

/**
 * Population of a first-level region in a year (people). Where the year has no figure, the latest known one before it is used, changed by
 * as much as the population of the whole location has changed since, so that the rates of regions and of their location agree. For years
 * before the first figure it is the first; `year` says which was taken. Undefined if there is none that can be trusted. Throws
 * `RangeError` where the year is not a whole number.
 */
export function regionPopulation(code: string, year: number): Population | undefined {
  const whole = wholeOf('region', code);
  const now = population(whole, year);
  const known = figures.get(code);
  if (known === undefined || now === undefined || partlyCounted.has(code)) return undefined;
  const years = [...known.byYear.keys()];
  const taken = years.findLast((candidate) => candidate <= year) ?? years[0];
  const counted = taken === undefined ? undefined : known.byYear.get(taken);
  const then = taken === undefined ? undefined : population(whole, taken);
  if (taken === undefined || counted === undefined || then === undefined) return undefined;
  const people = taken < year ? Math.round(counted * (now.people / then.people)) : counted;
  return { people, year: taken, source: known.source };
}
