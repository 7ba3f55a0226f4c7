import type { SortField } from '@monitor/contract';

/** A column of the table. */
export interface Column {
  readonly name: 'date' | 'place' | 'location' | 'type' | 'weapon' | 'killed' | 'injured' | 'source';
  /** The field that the API sorts by; undefined where it sorts by none. */
  readonly sort?: SortField;
  /** Numbers stand at the end of their column. */
  readonly number?: true;
}

export const columns: readonly Column[] = [
  { name: 'date', sort: 'occurred_on' },
  { name: 'place', sort: 'place' },
  { name: 'location', sort: 'country' },
  { name: 'type', sort: 'type' },
  { name: 'weapon' },
  { name: 'killed', sort: 'killed', number: true },
  { name: 'injured', sort: 'injured', number: true },
  { name: 'source' },
];
