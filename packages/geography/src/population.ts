import { populationRows } from './population-table.ts';

export interface Population {
  readonly people: number;
  /** Year of the figure: the requested year, or the latest known one. */
  readonly year: number;
  readonly source: string;
}

const source = 'World Bank, SP.POP.TOTL (via github.com/datasets/population, March 2026)';

/** Known figures by jurisdiction and year. */
const figures = new Map(
  populationRows.map(([code, firstYear, people]) => [code, new Map(people.map((count, index) => [firstYear + index, count]))]),
);

/**
 * Population of a jurisdiction in a year (people, mid-year estimate). Where the year has no figure, the latest known one
 * before it counts, and for years before the first figure the first; `year` says which was taken. Undefined if
 * none is known. Throws `RangeError` where the year is not a whole number.
 */
export function population(code: string, year: number): Population | undefined {
  if (!Number.isInteger(year)) throw new RangeError(`${year} is not a year`);
  const known = figures.get(code);
  if (!known) return undefined;
  const years = [...known.keys()];
  const taken = years.findLast((candidate) => candidate <= year) ?? years[0];
  const people = taken === undefined ? undefined : known.get(taken);
  return taken === undefined || people === undefined ? undefined : { people, year: taken, source };
}
