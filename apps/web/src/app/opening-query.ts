import { filterQuery } from '@monitor/contract';
import { dayNumber, type Filter, typesOfKind } from '@monitor/domain';
import { coverageOf, type Dataset, lastTwelveMonths } from '@monitor/findings';
import type { QueryClient } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';

/** What pages open on: the work of the police is another thing. */
const violence: Filter = { type: typesOfKind('violence') };

/** The query that Trends opens on: violence over all years. */
export const trendsOpeningQuery = filterQuery(violence);

/** The page does not wait longer for the days of the data, in milliseconds. */
const longestWait = 3000;

/**
 * The query that Explore opens on: violence of the last twelve complete months of the data, which have twelve before them to be
 * compared with, or of all days if the data is shorter. Undefined if there is no data, or the server does not say in time.
 */
export async function openingQuery(client: QueryClient): Promise<string | undefined> {
  const datasets = client.ensureQueryData(queries.datasets()).then(
    (list) => list.datasets,
    () => [],
  );
  const late = new Promise<[]>((resolve) => setTimeout(() => resolve([]), longestWait));
  return openingQueryOf(await Promise.race([datasets, late]));
}

/** The same, of datasets that are known. */
export function openingQueryOf(datasets: readonly Dataset[]): string | undefined {
  const coverage = coverageOf(datasets);
  if (coverage === undefined) return undefined;
  const period = lastTwelveMonths(coverage);
  const hasYearBefore = dayNumber(coverage.from) <= dayNumber(period.from) - 365;
  return filterQuery({ ...violence, ...(hasYearBefore && period) });
}
