import { population, regionPopulation } from '@monitor/geography';
import { expect } from 'vitest';
import { counted, type Court, covered, inPlace, type Subject, sum } from './definitions.ts';
import { numberIn } from './numbers-in-texts.ts';
import { type Counted, type Days, lengthOf, rowsOf, type Selection } from './record.ts';

/* Rates of places, and their people. */

/** The years of the population figures that the days with data of a place ask for. */
export function populationYears(court: Pick<Court, 'rows'>, code: string, days: Days): number[] {
  const [first, last] = covered({ ...court, selection: { countries: [code.split('-')[0]!] } });
  const [from, to] = [days[0] > first ? days[0] : first, days[1] < last ? days[1] : last].map((day) => Number(day.slice(0, 4)));
  const years = Array.from({ length: to! - from! + 1 }, (_, at) => from! + at);
  return years.map((year) => (code.includes('-') ? regionPopulation : population)(code, year)!.year);
}

/** The part of a location that all of its data covers; undefined if that is the whole of it. */
export function partOf({ rows }: Pick<Court, 'rows'>, code: string): string | undefined {
  const own = rowsOf(rows, { countries: [code.split('-')[0]!] });
  return own.every(({ covers }) => covers !== null) ? (own[0]?.covers ?? undefined) : undefined;
}

/** People times days of a place, from the people of each year; none of one of which the data covers a part. */
export function personDays(court: Pick<Court, 'rows'>, code: string, days: Days): number {
  const [country] = code.split('-');
  if (partOf(court, code) !== undefined) return 0;
  const [first, last] = covered({ ...court, selection: { countries: [country!] } });
  const [from, to] = [days[0] > first ? days[0] : first, days[1] < last ? days[1] : last];
  let personDaysSoFar = 0;
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const inYear: Days = [from > `${year}-01-01` ? from : `${year}-01-01`, to < `${year}-12-31` ? to : `${year}-12-31`];
    const people = (code.includes('-') ? regionPopulation : population)(code, year);
    // That of a later year would be taken for it.
    if (people === undefined || people.year > year) return 0;
    personDaysSoFar += people.people * lengthOf(inYear);
  }
  return personDaysSoFar;
}

const perYear = 100_000 * 365.25;

/** Per 100,000 people and year. */
export function rateOf(court: Court, code: string, days: Days, selection = court.selection, measure = court.measure): number {
  return (counted(court, days, inPlace(selection, code), measure) / personDays(court, code, days)) * perYear;
}

/** The same of several places together. */
export function rateOfAll(court: Court, codes: readonly string[], days: Days, selection: Selection, measure: Counted): number {
  const rated = codes.filter((code) => personDays(court, code, days) > 0);
  const sumOf = (of: (code: string) => number) => sum(rated.map(of));
  const people = sumOf((code) => personDays(court, code, days));
  return (sumOf((code) => counted(court, days, inPlace(selection, code), measure)) / people) * perYear;
}

/** The locations that have data in a period. */
export function locationsIn({ rows }: Pick<Court, 'rows'>, [from, to]: Days): readonly string[] {
  return [...new Set(rows.map(({ country }) => country))].filter((code) => {
    const [first, last] = covered({ rows, selection: { countries: [code] } });
    return first <= to && last >= from;
  });
}

/** The locations of the record that a page is of. */
export const locationsOf = ({
  rows,
  selection: { countries, region = '' },
}: Pick<Court, 'rows' | 'selection'>): readonly string[] =>
  [...new Set(rows.map(({ country }) => country))].filter((code) => countries?.includes(code) ?? region.startsWith(region && code));

/** Whether each dataset that has a location covers the days that there is data of any of some locations, but for a few. */
function isAlike(court: Court, location: string, locations: readonly string[], days: Days): boolean {
  if (locations.length === 1) return true;
  const within = (of: Selection, [from, to]: Days): Days => {
    const [first, last] = covered({ ...court, selection: of });
    return [first > from ? first : from, last < to ? last : to];
  };
  const held = within({ countries: locations }, days);
  const all = lengthOf(held);
  const datasets = [...new Set(rowsOf(court.rows, { countries: [location] }).map(({ dataset }) => dataset))];
  return datasets.every((dataset) => {
    const shared = Math.max(0, lengthOf(within({ countries: [location], datasets: [dataset] }, held)));
    return shared === 0 || all - shared <= Math.min(31, Math.max(0.05 * all, 8));
  });
}

/** The rates of the places of a row or list that can be ranked, by place; few incidents make none. */
export function ratesOf(court: Court, codes: readonly string[], { selection, days, measure }: Subject, least: number) {
  const locations = [...new Set(codes.map((code) => code.slice(0, 2)))];
  const alike = locations.filter((code) => isAlike(court, code, locations, days));
  return new Map(
    codes.flatMap((code) =>
      alike.includes(code.slice(0, 2)) &&
      counted(court, days, inPlace(selection, code), measure) >= least &&
      personDays(court, code, days) > 0
        ? [[code, rateOf(court, code, days, selection, measure)] as const]
        : [],
    ),
  );
}

/** That the interval of a rate holds it, and is no shorter than chance alone makes that of a count, nor many times longer. */
export function isRateInterval(low: unknown, rate: number, high: unknown, events: number): void {
  const [from, to] = [numberIn(low), numberIn(high)];
  expect([from, to]).toEqual([Math.min(from, to), Math.max(from, to)]);
  const slack = 0.06 + 0.02 * rate;
  expect(from).toBeLessThanOrEqual(rate + slack);
  expect(to).toBeGreaterThanOrEqual(rate - slack);
  const plain = events === 0 ? 0 : (3.6 * rate) / Math.sqrt(events);
  expect(to - from).toBeGreaterThan(0.9 * plain - 2 * slack);
  if (events > 0) expect(to - from).toBeLessThan(6 * plain + 2 * slack);
}
