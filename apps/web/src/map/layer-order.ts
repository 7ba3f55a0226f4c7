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

/** Layers of the incident tiles: each sheet has its own, and all sheets' lie together at the layer's place in the order. */
export type SheetLayerName = Extract<LayerName, 'incidents-killed' | 'incidents' | 'selected-incident' | 'cells'>;

/** Name of a sheet's own layer. */
export function sheetLayer(name: SheetLayerName, sheet: { readonly key: number }): string {
  return `${name}@${sheet.key}`;
}

/** The name in the order that a layer goes by, whichever sheet it is of. */
export function nameInOrder(layer: string): string {
  return layer.split('@')[0] ?? layer;
}
