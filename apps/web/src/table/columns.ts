import type { Sort, SortField } from '@monitor/contract';
import { isFigureName, type Measure } from '@monitor/domain';

/** A column of the table. */
export interface Column {
  readonly name: 'date' | 'place' | 'location' | 'type' | 'weapon' | 'killed' | 'injured' | 'amount' | 'source';
  /** The field that the API sorts by; undefined where it sorts by none. */
  readonly sort?: SortField;
  /** Numbers stand at the end of their column. */
  readonly number?: true;
}

const all: readonly Column[] = [
  { name: 'date', sort: 'occurred_on' },
  { name: 'place', sort: 'place' },
  { name: 'location', sort: 'country' },
  { name: 'type', sort: 'type' },
  { name: 'weapon' },
  { name: 'killed', sort: 'killed', number: true },
  { name: 'injured', sort: 'injured', number: true },
  { name: 'amount', sort: 'amount', number: true },
  { name: 'source' },
];

/** The columns while a measure is counted: it has one of its own unless another column says the same. */
export function columnsOf(measure: Measure): readonly Column[] {
  return isFigureName(measure) ? all.filter(({ name }) => name !== 'amount') : all;
}

/** Dates and counts are first wanted latest and greatest first, names from A on. */
const descendingFirst: readonly SortField[] = ['occurred_on', 'killed', 'injured', 'amount'];

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
