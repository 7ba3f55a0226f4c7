import type { FontFacesSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { FigureScale } from './figure-size.ts';
import { layerOrder } from './layer-order.ts';
import { borderLayers } from './layers/borders.ts';
import { cellLayers } from './layers/cells.ts';
import { focusLayers } from './layers/focus.ts';
import { incidentLayers } from './layers/incidents.ts';
import { landLayers } from './layers/land.ts';
import { type JurisdictionNames, nameLayers } from './layers/names.ts';
import { placeNameLayers } from './layers/place-names.ts';
import { regionNameLayers } from './layers/region-names.ts';
import { type BoundaryAddresses, type Focus, mapSources } from './map-sources.ts';
import type { MapTheme } from './map-theme.ts';

/** Everything that the picture depends on, apart from the camera. */
export interface MapStyleInput {
  readonly theme: MapTheme;
  readonly boundaries: BoundaryAddresses;
  readonly fonts: FontFacesSpecification;
  readonly names: JurisdictionNames;
  /** Names of regions in the language of the interface, by code. */
  readonly regionNames: Readonly<Record<string, string>>;
  /** Address of the incident tiles with `{z}/{x}/{y}`. */
  readonly incidentTiles: string;
  readonly scale: FigureScale;
  /** False until the scale suits what is in view; until then no donut is seen. */
  readonly settled: boolean;
  readonly selectedIncident: string | undefined;
  readonly focus: Focus | undefined;
  /** True on a phone, where long names are set in two lines. */
  readonly narrow: boolean;
  /** False where the person prefers reduced motion: colours then change at once. */
  readonly motion: boolean;
}

/** The complete style of the map. */
export function mapStyle(input: MapStyleInput): StyleSpecification {
  return {
    version: 8,
    transition: { duration: input.motion ? 250 : 0 },
    'font-faces': input.fonts,
    sources: mapSources(input.boundaries, input.incidentTiles, input.focus),
    layers: inOrder([
      ...landLayers(input.theme),
      ...borderLayers(input.theme),
      ...nameLayers(input.theme, input.names, input.narrow),
      ...regionNameLayers(input.theme, input.regionNames),
      ...placeNameLayers(input.theme),
      ...incidentLayers(input.theme, input.selectedIncident),
      ...cellLayers(input.theme, input.scale, input.settled),
      ...focusLayers(input.theme),
    ]),
  };
}

function inOrder(layers: readonly LayerSpecification[]): LayerSpecification[] {
  const byName = new Map(layers.map((layer) => [layer.id, layer]));
  return layerOrder.map((name) => byName.get(name)).filter((layer) => layer !== undefined);
}
