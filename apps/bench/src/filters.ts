import { type Filter, filterLimits } from '@monitor/domain';
import { jurisdictions } from '@monitor/geography';

export interface NamedFilter {
  readonly name: string;
  readonly filter: Filter;
}

/** The filters that everything is measured with. */
export const namedFilters: readonly NamedFilter[] = [
  { name: 'none', filter: {} },
  { name: 'one year', filter: { from: '2023-01-01', to: '2023-12-31' } },
  { name: 'one location', filter: { country: ['RS'] } },
  {
    name: 'three types and a box',
    filter: { type: ['criminal_context', 'public_dispute', 'undetermined_shooting'], bbox: [19, 42, 21.5, 45] },
  },
  { name: 'a rare weapon', filter: { weapon: ['air_gun'] } },
  { name: 'text', filter: { q: 'Šabac' } },
];

const firstYear = 2015;
const years = 10;

/**
 * The filters without text, each with a period of its own so that no two requests ask the same. Text is left out since it is the
 * database that answers it.
 * @param number from 0 on; no two numbers below 100,000 give the same filter
 */
export function distinctFilter(number: number): Filter {
  const shapes = namedFilters.filter(({ filter }) => filter.q === undefined);
  const filter: Filter = shapes[number % shapes.length]?.filter ?? {};
  const turn = Math.floor(number / shapes.length);
  const date = (year: number, day: number) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10);
  // About a year for the filter of one year, the rest of the period for the others.
  const from = date(firstYear + (turn % years), Math.floor(turn / years) % 365);
  const days = Math.floor(turn / (years * 365));
  const to = filter.from === undefined ? date(firstYear + years + 1, days) : date(Number(from.slice(0, 4)) + 1, days);
  return { ...filter, from, to };
}

/** As many locations as an answer of indicators has at most, and two more. */
const locations = jurisdictions.slice(0, 18).map(({ code }) => code);
/** Less than half of them, beyond which the pairs would be the same the other way round. */
const mostAway = locations.length / 2 - 1;

/**
 * All of these locations but two, so that many lists are nearly everything.
 * @param number from 0 on; no two numbers below 144 give the same filter, and from there on they come again
 */
export function mostLocations(number: number): Filter {
  const one = number % locations.length;
  const away = 1 + (Math.floor(number / locations.length) % mostAway);
  const other = (one + away) % locations.length;
  return { country: locations.filter((_, index) => index !== one && index !== other) };
}

/**
 * As many corners as a polygon may have, around the region, each connected to one almost opposite, so that nearly all sides cross. The
 * hardest polygon that can be requested.
 * @param number from 0 on; no two numbers below 1,000,000 give the same filter
 */
export function crossingPolygon(number: number): Filter {
  const corners = filterLimits.ringCorners;
  const step = corners / 2 - 1;
  const [east, north] = [(number % 1000) / 10_000, Math.floor(number / 1000) / 10_000];
  return {
    within: Array.from({ length: corners }, (_, at) => {
      const angle = (2 * Math.PI * ((at * step) % corners)) / corners;
      return [21 + east + 5 * Math.cos(angle), 44 + north + 3 * Math.sin(angle)] as const;
    }),
  };
}
