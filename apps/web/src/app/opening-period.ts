import { filterQuery } from '@monitor/contract';
import { dayNumber, typesOfKind } from '@monitor/domain';
import { coverageOf, type Dataset, lastTwelveMonths } from '@monitor/findings';
import type { QueryClient } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';

/** The query that Trends opens on: violence over all years, since the work of the police is another thing. */
export const trendsOpeningQuery = filterQuery({ type: typesOfKind('violence') });

/** The page does not wait longer for the days of the data, in milliseconds. */
const longestWait = 3000;

/**
 * The query that an address without one opens on: the last twelve complete months of the data, which have twelve before them to be
 * compared with. Undefined if the data is shorter, or the server does not say in time.
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
  return hasYearBefore ? filterQuery(period) : undefined;
}
