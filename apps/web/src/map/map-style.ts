import type { FontFacesSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { layerOrder, nameInOrder } from './layer-order.ts';
import { borderLayers } from './layers/borders.ts';
import { cellLayers } from './layers/cells.ts';
import { fadeOf } from './layers/fade.ts';
import { focusLayers } from './layers/focus.ts';
import { incidentLayers } from './layers/incidents.ts';
import { landLayers } from './layers/land.ts';
import { type JurisdictionNames, nameLayers } from './layers/names.ts';
import { placeNameLayers } from './layers/place-names.ts';
import { regionNameLayers } from './layers/region-names.ts';
import { type BoundaryAddresses, type Focus, mapSources } from './map-sources.ts';
import type { MapTheme } from './map-theme.ts';
import { type Sheets, stackOf } from './sheets.ts';

/** Everything that the picture depends on, apart from the camera. */
export interface MapStyleInput {
  readonly theme: MapTheme;
  readonly boundaries: BoundaryAddresses;
  readonly fonts: FontFacesSpecification;
  readonly names: JurisdictionNames;
  /** Names of regions in the language of the interface, by code. */
  readonly regionNames: Readonly<Record<string, string>>;
  readonly sheets: Sheets;
  readonly selectedIncident: string | undefined;
  readonly focus: Focus | undefined;
  /** True on a phone, where long names are set in two lines. */
  readonly narrow: boolean;
  /** False where the person prefers reduced motion: colours and figures then change at once. */
  readonly motion: boolean;
}

/** The complete style of the map. */
export function mapStyle(input: MapStyleInput): StyleSpecification {
  const stack = stackOf(input.sheets);
  return {
    version: 8,
    transition: { duration: input.motion ? 250 : 0 },
    'font-faces': input.fonts,
    sources: mapSources(input.boundaries, stack, input.focus),
    layers: inOrder([
      ...landLayers(input.theme),
      ...borderLayers(input.theme),
      ...nameLayers(input.theme, input.names, input.narrow),
      ...regionNameLayers(input.theme, input.regionNames),
      ...placeNameLayers(input.theme),
      ...stack.flatMap((sheet) => {
        const fade = fadeOf(sheet, input.sheets, input.motion);
        return [...incidentLayers(input.theme, sheet, fade, input.selectedIncident), ...cellLayers(input.theme, sheet, fade)];
      }),
      ...focusLayers(input.theme),
    ]),
  };
}

function inOrder(layers: readonly LayerSpecification[]): LayerSpecification[] {
  return layerOrder.flatMap((name) => layers.filter(({ id }) => nameInOrder(id) === name));
}
