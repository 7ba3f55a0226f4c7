/** Parameters of a screen's address that are not part of the filter: how its answer is looked at. */
export const viewNames = [
  'at',
  'cells',
  'hexagons',
  'incident',
  'interval',
  'layer',
  'locations',
  'measure',
  'opacity',
  'period',
  'regions',
  'shade',
  'show',
  'sort',
  'split',
  'unit',
] as const;
