/** Parameters of a screen's address that are not part of the filter: how its answer is looked at. */
export const viewNames = [
  'at',
  'cells',
  'incident',
  'interval',
  'locations',
  'measure',
  'period',
  'regions',
  'show',
  'sort',
  'split',
  'unit',
] as const;
