import type { GeoJSON } from 'geojson';
import type {
  FilterSpecification,
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibreMap,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import type { TileFailures } from './tile-failures.ts';

/** One step from a style to the next. */
export type StyleChange =
  | { readonly change: 'remove-layer'; readonly layer: string }
  | { readonly change: 'remove-source'; readonly source: string }
  | { readonly change: 'add-source'; readonly source: string; readonly specification: SourceSpecification }
  | { readonly change: 'add-layer'; readonly layer: LayerSpecification; readonly below: string | undefined }
  | { readonly change: 'paint' | 'layout'; readonly layer: string; readonly property: string; readonly value: unknown }
  | { readonly change: 'filter'; readonly layer: string; readonly filter: FilterSpecification | undefined }
  | { readonly change: 'data'; readonly source: string; readonly data: GeoJSON };

/**
 * What differs between two styles of this map, in an order in which the steps can be taken. What both have stands in the
 * same order in both, and a source of tiles keeps its address for life.
 *
 * The map's own comparison does not serve: it compares and copies the loaded boundaries each time.
 */
export function styleChanges(before: StyleSpecification, after: StyleSpecification): StyleChange[] {
  return [...removals(before, after), ...additions(before, after), ...sourceChanges(before, after), ...layerChanges(before, after)];
}

/** A source can go only after its layers. */
function removals(before: StyleSpecification, after: StyleSpecification): StyleChange[] {
  const kept = new Set(after.layers.map(({ id }) => id));
  const layers = before.layers.filter(({ id }) => !kept.has(id)).map(({ id }) => ({ change: 'remove-layer' as const, layer: id }));
  const sources = Object.keys(before.sources).filter((source) => !(source in after.sources));
  return [...layers, ...sources.map((source) => ({ change: 'remove-source' as const, source }))];
}

/** From the top to the bottom, so that the layer above each is there already. */
function additions(before: StyleSpecification, after: StyleSpecification): StyleChange[] {
  const known = new Set(before.layers.map(({ id }) => id));
  const sources = Object.entries(after.sources)
    .filter(([source]) => !(source in before.sources))
    .map(([source, specification]) => ({ change: 'add-source' as const, source, specification }));
  const layers = after.layers
    .map((layer, place) => ({ change: 'add-layer' as const, layer, below: after.layers[place + 1]?.id }))
    .filter(({ layer }) => !known.has(layer.id));
  return [...sources, ...layers.toReversed()];
}

function sourceChanges(before: StyleSpecification, after: StyleSpecification): StyleChange[] {
  return Object.entries(after.sources).flatMap(([source, next]): StyleChange[] => {
    const previous = before.sources[source];
    if (
      next.type === 'geojson' &&
      previous?.type === 'geojson' &&
      typeof next.data !== 'string' &&
      differ(previous.data, next.data)
    ) {
      return [{ change: 'data', source, data: next.data }];
    }
    return [];
  });
}

function layerChanges(before: StyleSpecification, after: StyleSpecification): StyleChange[] {
  const previousLayers = new Map(before.layers.map((layer) => [layer.id, layer]));
  return after.layers.flatMap((next) => {
    const previous = previousLayers.get(next.id);
    if (!previous) return [];
    const properties = (['layout', 'paint'] as const).flatMap((change) =>
      propertyChanges(previous[change], next[change]).map(([property, value]) => ({ change, layer: next.id, property, value })),
    );
    const filterBefore = 'filter' in previous ? previous.filter : undefined;
    const filter = 'filter' in next ? next.filter : undefined;
    return differ(filterBefore, filter) ? [...properties, { change: 'filter' as const, layer: next.id, filter }] : properties;
  });
}

function propertyChanges(before: object | undefined, after: object | undefined): [property: string, value: unknown][] {
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  const now = new Map<string, unknown>(Object.entries(after ?? {}));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((property) => differ(old.get(property), now.get(property)))
    .map((property) => [property, now.get(property)]);
}

/** Styles are plain JSON written by the same functions, so equal values have equal text. */
function differ(one: unknown, other: unknown): boolean {
  return one !== other && JSON.stringify(one) !== JSON.stringify(other);
}

/** Takes the steps. @param failures what could not be loaded so far; what is gone need not be */
export function applyStyleChanges(map: MapLibreMap, changes: readonly StyleChange[], failures: TileFailures): void {
  const unchecked = { validate: false };
  for (const step of changes) {
    switch (step.change) {
      case 'remove-layer':
        map.removeLayer(step.layer);
        break;
      case 'remove-source':
        map.removeSource(step.source);
        failures.forget(step.source);
        break;
      case 'add-source':
        map.addSource(step.source, step.specification);
        break;
      case 'add-layer':
        map.addLayer(step.layer, step.below);
        break;
      case 'paint':
        map.setPaintProperty(step.layer, step.property as 'circle-color', step.value as string, unchecked);
        break;
      case 'layout':
        map.setLayoutProperty(step.layer, step.property as 'icon-image', step.value as string, unchecked);
        break;
      case 'filter':
        map.setFilter(step.layer, step.filter, unchecked);
        break;
      case 'data':
        void map.getSource<GeoJSONSource>(step.source)?.setData(step.data);
        break;
    }
  }
}
