import type { StyleSpecification } from 'maplibre-gl';
import { area } from './layers/area.ts';
import { borders } from './layers/borders.ts';
import { callOutLines, callOuts } from './layers/call-outs.ts';
import { cells } from './layers/cells.tsx';
import { difference } from './layers/difference.tsx';
import { focus } from './layers/focus.ts';
import { heat, heatSpots } from './layers/heat.tsx';
import { hexagons } from './layers/hexagons.tsx';
import { hotSpotLayer } from './layers/hot-spots.tsx';
import { incidents } from './layers/incidents.tsx';
import { jurisdictionNames } from './layers/jurisdiction-names.ts';
import { land } from './layers/land.ts';
import { mapFontFaces } from './layers/name-text.ts';
import { placeNames } from './layers/place-names.ts';
import { regionNames } from './layers/region-names.ts';
import { selectedIncident } from './layers/selected-incident.tsx';
import { shadedLocations, shadedRegions } from './layers/shaded-areas.tsx';
import type { FigureLayer, MapLayer, MapStyleInput } from './map-layer.ts';
import { pictures } from '../filter/pictures.ts';
import { allSheets } from './sheets.ts';

/**
 * Every layer of the map, from the bottom to the top. Names lie under circles; those of settlements over the dots, which crowd exactly
 * where a town's name belongs.
 */
export const mapLayers: readonly MapLayer[] = [
  land,
  shadedLocations,
  shadedRegions,
  hexagons,
  hotSpotLayer,
  difference,
  heat,
  borders,
  area,
  heatSpots,
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
  const drawn = mapLayers.filter((layer) => isDrawn(layer, input));
  return {
    version: 8,
    transition: { duration: input.motion ? 250 : 0 },
    'font-faces': mapFontFaces,
    sources: Object.assign({}, ...drawn.map((layer) => layer.sources?.(input))) as StyleSpecification['sources'],
    layers: drawn.flatMap((layer) => layer.draw(input)),
  };
}

/** The style without names, for an inset that has one over it. */
export function withoutNames(style: StyleSpecification): StyleSpecification {
  return { ...style, layers: style.layers.filter(({ id }) => !/-names(?:@|$)|^call-out/.test(id)) };
}

/** Whether a layer belongs to the picture that is chosen, or to one whose sheet has not gone yet. */
function isDrawn(layer: MapLayer, { picture, sheets }: MapStyleInput): boolean {
  if (layer.pictures === undefined || layer.pictures.includes(picture)) return true;
  return allSheets(sheets).some(({ marks }) => layer.pictures?.some((own) => pictures[own].marks === marks));
}
