/** Every layer of the map, from the bottom to the top. A layer that is not in this list is not drawn. */
export const layerOrder = [
  'sea',
  'land',
  'monitored-land',
  'region-lines',
  'coast-lines',
  'jurisdiction-lines',
  'disputed-lines',
  'place-names',
  'region-names',
  'context-names',
  'monitored-names',
  'incidents-killed',
  'incidents',
  'selected-incident',
  'cells',
  'focus',
] as const;

export type LayerName = (typeof layerOrder)[number];
