import type { StyleSpecification } from 'maplibre-gl';
import { mapFontFaces } from './map-fonts.ts';
import type { MapStyleInput } from './map-layer.ts';
import { mapLayers } from './map-layers.ts';

/** The complete style of the map. */
export function mapStyle(input: MapStyleInput): StyleSpecification {
  return {
    version: 8,
    transition: { duration: input.motion ? 250 : 0 },
    'font-faces': mapFontFaces,
    sources: Object.assign({}, ...mapLayers.map((layer) => layer.sources?.(input))) as StyleSpecification['sources'],
    layers: mapLayers.flatMap((layer) => layer.draw(input)),
  };
}
