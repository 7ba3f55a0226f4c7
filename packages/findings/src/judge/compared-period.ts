import { type Filter, kindOf, type Period, without } from '@monitor/domain';
import { coverageOfPlaces, type Dataset, datasetsHolding, datasetsInScope } from './dataset-coverage.ts';
import { lastTwelveMonths } from './twelve-months.ts';

/**
 * The period that is compared with an earlier one: that of the filter or, where it has no first day, the last twelve whole months of the
 * data of its places. Undefined without data about any of them.
 */
export function comparedPeriod(
  filter: Pick<Filter, 'from' | 'to' | 'dataset' | 'country' | 'region'>,
  datasets: readonly Dataset[],
): Period | undefined {
  const { from, to } = filter;
  const coverage = coverageOfPlaces(filter, datasets);
  const isHeld = datasetsHolding(datasetsInScope(filter, datasets), filter, undefined).length > 0;
  if (coverage === undefined || !isHeld) return undefined;
  const last = to === undefined || to > coverage.to ? coverage.to : to;
  return from === undefined
    ? lastTwelveMonths({ from: coverage.from < last ? coverage.from : last, to: last })
    : { from, to: to ?? (coverage.to < from ? from : coverage.to) };
}

/** The filter of both violence and seizures where it selects all of one of them, so that all that changed is compared at once. */
export function ofAllKinds(filter: Filter): Filter {
  return kindOf(filter) === undefined ? filter : without(filter, 'type');
}
