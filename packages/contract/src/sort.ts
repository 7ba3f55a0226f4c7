/**
 * Fields by which the list can be sorted; a minus in front turns the order round. The identifier breaks ties. `amount` is what the
 * requested measure counts of an incident.
 */
export const sortFields = ['occurred_on', 'killed', 'injured', 'amount', 'place', 'country', 'type'] as const;
export type SortField = (typeof sortFields)[number];
export type Sort = SortField | `-${SortField}`;
export const sorts: readonly Sort[] = sortFields.flatMap((field): Sort[] => [field, `-${field}`]);
export const defaultSort: Sort = '-occurred_on';
