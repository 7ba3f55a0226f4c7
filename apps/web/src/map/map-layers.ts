import { borders } from './layers/borders.ts';
import { cells } from './layers/cells.tsx';
import { focus } from './layers/focus.ts';
import { incidents } from './layers/incidents.tsx';
import { jurisdictionNames } from './layers/jurisdiction-names.ts';
import { land } from './layers/land.ts';
import { placeNames } from './layers/place-names.ts';
import { regionNames } from './layers/region-names.ts';
import { selectedIncident } from './layers/selected-incident.ts';
import type { FigureLayer, MapLayer } from './map-layer.ts';

/**
 * Every layer of the map, from the bottom to the top. Names lie under the figures; only those of settlements lie over the dots,
 * which crowd exactly where a town's name belongs.
 */
export const mapLayers: readonly MapLayer[] = [
  land,
  borders,
  regionNames,
  jurisdictionNames,
  incidents,
  placeNames,
  selectedIncident,
  cells,
  focus,
];

/** The layers whose figures can be pressed, the uppermost first. */
export const figureLayers: readonly FigureLayer[] = mapLayers.flatMap(({ figures }) => figures ?? []).toReversed();
