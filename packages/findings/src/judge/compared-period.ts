import { type Filter, kindOf, type Period, without } from '@monitor/domain';
import { lastTwelveMonths } from './twelve-months.ts';

/**
 * The period that is compared with the same days a year before: that of the filter or, where it has no first day, the last twelve whole
 * months of the data.
 */
export function comparedPeriod({ from, to }: Pick<Filter, 'from' | 'to'>, coverage: Period): Period {
  const last = { from: coverage.from, to: to === undefined || to > coverage.to ? coverage.to : to };
  return from === undefined ? lastTwelveMonths(last) : { from, to: to ?? (coverage.to < from ? from : coverage.to) };
}

/** The filter of both violence and seizures where it selects all of one of them, so that all that changed is compared at once. */
export function ofAllKinds(filter: Filter): Filter {
  return kindOf(filter) === undefined ? filter : without(filter, 'type');
}
