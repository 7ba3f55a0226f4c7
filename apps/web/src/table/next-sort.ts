import type { Sort, SortField } from '@monitor/contract';

/** Dates and counts are first wanted latest and greatest first, names from A on. */
const descendingFirst: readonly SortField[] = ['occurred_on', 'killed', 'injured'];

export interface SortState {
  readonly field: SortField;
  readonly descending: boolean;
}

export function sortState(sort: Sort): SortState {
  return sort.startsWith('-')
    ? { field: sort.slice(1) as SortField, descending: true }
    : { field: sort as SortField, descending: false };
}

/** The order after a press on a column's head: its first order, then the other way round. */
export function nextSort(current: Sort, field: SortField): Sort {
  const { field: before, descending } = sortState(current);
  const down = before === field ? !descending : descendingFirst.includes(field);
  return down ? `-${field}` : field;
}
