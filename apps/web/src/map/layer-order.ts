/**
 * Every layer of the map, from the bottom to the top. A layer that is not in this list is not drawn. Names lie under the
 * figures; only those of settlements lie over the dots, which crowd exactly where a town's name belongs.
 */
export const layerOrder = [
  'sea',
  'land',
  'monitored-land',
  'region-lines',
  'coast-lines',
  'jurisdiction-lines',
  'disputed-lines',
  'region-names',
  'context-names',
  'monitored-names',
  'incidents-killed',
  'incidents',
  'place-names',
  'selected-incident',
  'cells',
  'focus',
] as const;

export type LayerName = (typeof layerOrder)[number];
