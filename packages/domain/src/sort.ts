import type { DimensionName } from './dimensions.ts';
import { codesIn } from './filter-meaning.ts';
import { incidentFields, namesOf } from './fields.ts';

/** What the list gives of each incident beside its fields: each different code once. */
export const listedCodes = { weapons: 'weapon', sources: 'source' } as const satisfies Readonly<Record<string, DimensionName>>;
export type ListedCodes = keyof typeof listedCodes;

export function isListedCodes(field: string): field is ListedCodes {
  return Object.hasOwn(listedCodes, field);
}

/** What codes are compared by: their text, one after the other; null if there are none. @param traits all of an incident */
export function sortTextOf(field: ListedCodes, traits: string): string | null {
  return codesIn(listedCodes[field], traits).join(',') || null;
}

/**
 * Fields by which the list can be sorted: all that it shows. A minus in front turns the order round. Codes are compared as text. What is
 * not reported comes last either way, and the identifier decides between equals. `amount` is what the requested measure counts of
 * an incident.
 */
export const sortFields = [
  ...namesOf(incidentFields, 'list'),
  'weapons',
  'sources',
  'dataset',
  'id',
  'amount',
] as const satisfies readonly string[];
export type SortField = (typeof sortFields)[number];
export type Sort = SortField | `-${SortField}`;
export const sorts: readonly Sort[] = sortFields.flatMap((field): Sort[] => [field, `-${field}`]);
export const defaultSort: Sort = '-occurred_on';

export function fieldOfSort(sort: Sort): SortField {
  return sort.replace('-', '') as SortField;
}

/** Whether the greatest comes first. */
export function isDescending(sort: Sort): boolean {
  return sort.startsWith('-');
}

/** The offset of a page with a row in its middle. @param before rows before that row; null if it is not in the list */
export function offsetAround(before: number | null, limit: number): number | null {
  return before === null ? null : Math.max(0, before - Math.floor(limit / 2));
}
