import type { GeoJSON } from 'geojson';
import type { FilterSpecification, GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import type { TileFailures } from './tile-failures.ts';

/** One step from a style to the next that the map can take without dropping a source or a layer. */
export type StyleChange =
  | { readonly change: 'paint' | 'layout'; readonly layer: string; readonly property: string; readonly value: unknown }
  | { readonly change: 'filter'; readonly layer: string; readonly filter: FilterSpecification | undefined }
  | { readonly change: 'tiles'; readonly source: string; readonly tiles: readonly string[] }
  | { readonly change: 'data'; readonly source: string; readonly data: GeoJSON };

/**
 * What differs between two styles of this map, which have the same sources and layers.
 *
 * The map's own comparison does not serve: it takes a source with new tiles out and puts it in anew, so that everything
 * disappears until the tiles are there, and it compares and copies the loaded boundaries each time.
 */
export function styleChanges(before: StyleSpecification, after: StyleSpecification): StyleChange[] {
  return [...sourceChanges(before, after), ...layerChanges(before, after)];
}

function sourceChanges(before: StyleSpecification, after: StyleSpecification): StyleChange[] {
  return Object.entries(after.sources).flatMap(([source, next]): StyleChange[] => {
    const previous = before.sources[source];
    if (next.type === 'vector' && previous?.type === 'vector' && next.tiles && differ(previous.tiles, next.tiles)) {
      return [{ change: 'tiles', source, tiles: next.tiles }];
    }
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

/** Takes the steps. @param failures what could not be loaded so far, which new addresses put right */
export function applyStyleChanges(map: MapLibreMap, changes: readonly StyleChange[], failures: TileFailures): void {
  const unchecked = { validate: false };
  for (const step of changes) {
    switch (step.change) {
      case 'paint':
        map.setPaintProperty(step.layer, step.property as 'circle-color', step.value as string, unchecked);
        break;
      case 'layout':
        map.setLayoutProperty(step.layer, step.property as 'icon-image', step.value as string, unchecked);
        break;
      case 'filter':
        map.setFilter(step.layer, step.filter, unchecked);
        break;
      case 'tiles':
        failures.changeAddress(map, step.source, step.tiles);
        break;
      case 'data':
        void map.getSource<GeoJSONSource>(step.source)?.setData(step.data);
        break;
    }
  }
}
