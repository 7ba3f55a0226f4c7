/** Fields by which the list can be sorted, the same as the contract's; a minus in front turns the order round. */
export const listSortFields = ['occurred_on', 'killed', 'injured', 'place', 'country', 'type'] as const;
export type ListSortField = (typeof listSortFields)[number];
export type ListSort = ListSortField | `-${ListSortField}`;
