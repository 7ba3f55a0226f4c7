import { type DiffCommand, diff } from '@maplibre/maplibre-gl-style-spec';
import type { GeoJSONSource, Map as MapLibreMap, SpriteSpecification, StyleSpecification } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import type { TileFailures } from './tile-failures.ts';

/**
 * True from when the map has taken its style in, however many tiles are still on their way. The map's own `isStyleLoaded`
 * also waits for those.
 */
export function isStyleLoaded(map: MapLibreMap): boolean {
  return map.getLayersOrder().length > 0;
}

/**
 * Keeps the map's style in step with the wanted one. Wanted styles are compared with each other and not, as `map.setStyle` does,
 * with what the map has made of them: see docs/adr/0012-style-changes.md.
 * @returns the style to create the map with.
 */
export function useMapStyle(map: MapLibreMap | null, wanted: StyleSpecification, failures: TileFailures): StyleSpecification {
  const [first] = useState(wanted);
  const applied = useRef(first);

  useEffect(() => {
    if (!map) return;
    const apply = () => {
      for (const step of diff(applied.current, wanted)) applyStep(map, step, failures);
      applied.current = wanted;
    };
    // Before the style has loaded there is nothing to change yet; afterwards it can always be changed.
    if (isStyleLoaded(map)) {
      apply();
      return;
    }
    map.once('style.load', apply);
    return () => {
      map.off('style.load', apply);
    };
  }, [map, wanted, failures]);

  return first;
}

/** Takes one step from a style to the next. @param failures what could not be loaded so far; what is gone need not be */
function applyStep(map: MapLibreMap, step: DiffCommand, failures: TileFailures): void {
  const unchecked = { validate: false };
  switch (step.command) {
    case 'addSource':
      map.addSource(...step.args);
      break;
    case 'removeSource':
      map.removeSource(...step.args);
      failures.forget(...step.args);
      break;
    case 'setGeoJSONSourceData':
      void map.getSource<GeoJSONSource>(step.args[0])?.setData(step.args[1]);
      break;
    case 'addLayer':
      map.addLayer(...step.args);
      break;
    case 'removeLayer':
      map.removeLayer(...step.args);
      break;
    case 'setPaintProperty':
      map.setPaintProperty(...step.args, unchecked);
      break;
    case 'setLayoutProperty':
      map.setLayoutProperty(...step.args, unchecked);
      break;
    case 'setFilter':
      map.setFilter(...step.args, unchecked);
      break;
    case 'setSprite':
      setSprite(map, step.args[0]);
      break;
    case 'setGlyphs':
      map.setGlyphs(...step.args);
      break;
    case 'setTransition':
      // Of the next style of a map: this one keeps its own.
      break;
    default:
      throw new Error(`The map's style does not change by ${step.command}`);
  }
}

/** Sets the pictures that a style names; the map takes several sets one by one. */
function setSprite(map: MapLibreMap, sprite: SpriteSpecification | undefined): void {
  if (typeof sprite === 'string' || sprite === undefined) map.setSprite(sprite ?? null);
  else for (const { id, url } of sprite) map.addSprite(id, url);
}
