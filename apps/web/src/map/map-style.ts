import type { StyleSpecification } from 'maplibre-gl';
import { area } from './layers/area.ts';
import { borders } from './layers/borders.ts';
import { callOutLines, callOuts } from './layers/call-outs.ts';
import { cells } from './layers/cells.tsx';
import { focus } from './layers/focus.ts';
import { incidents } from './layers/incidents.tsx';
import { jurisdictionNames } from './layers/jurisdiction-names.ts';
import { land } from './layers/land.ts';
import { mapFontFaces } from './layers/name-text.ts';
import { placeNames } from './layers/place-names.ts';
import { regionNames } from './layers/region-names.ts';
import { selectedIncident } from './layers/selected-incident.tsx';
import type { FigureLayer, MapLayer, MapStyleInput } from './map-layer.ts';

/**
 * Every layer of the map, from the bottom to the top. Names lie under the figures; only those of settlements lie over the dots,
 * which crowd exactly where a town's name belongs.
 */
export const mapLayers: readonly MapLayer[] = [
  land,
  borders,
  area,
  callOutLines,
  regionNames,
  jurisdictionNames,
  callOuts,
  incidents,
  placeNames,
  cells,
  selectedIncident,
  focus,
];

/** The layers whose figures can be pressed, the uppermost first. */
export const figureLayers: readonly FigureLayer[] = mapLayers.flatMap(({ figures }) => figures ?? []).toReversed();

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
