/** Parameters of the Explore screen's address that are not part of the filter: how its answer is looked at. */
export const viewNames = ['at', 'incident', 'interval', 'locations', 'measure', 'period', 'regions', 'sort'] as const;
