import { drawnJurisdictions } from '@monitor/geography';
import labels from '@monitor/geography/data/basemap-labels.json';
import type { ExpressionSpecification, LayerSpecification, VariableAnchorOffsetCollectionSpecification } from 'maplibre-gl';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';
import { firstZoom, mercatorOf, type NamedArea, type Offset, placesOfName, type ZoomSpan } from '../name-places.ts';
import { layerName } from '../sheets.ts';
import { nameInLanguage, textLayout } from './name-text.ts';

/** Points with `code`, where a jurisdiction's name reads best. */
const source = 'names';

/** Names of the jurisdictions, each from the zoom on at which it lies wholly within its own. Monitored ones are in stronger ink. */
export const jurisdictionNames: MapLayer = {
  sources: () => ({ [source]: { type: 'geojson', data: points } }),
  draw: nameLayers,
};

const points: GeoJSON.FeatureCollection = {
  type: 'FeatureCollection',
  features: labels.features.map(({ properties: { code }, geometry: { coordinates } }) => ({
    type: 'Feature',
    properties: { code },
    geometry: { type: 'Point', coordinates },
  })),
};

/** Text sizes in CSS pixels at two zooms, between which they grow evenly. */
interface TextSizes {
  readonly zooms: readonly [number, number];
  readonly sizes: readonly [number, number];
}

const textSizes = {
  monitored: { zooms: [4, 7], sizes: [10.5, 14] },
  context: { zooms: [3, 7], sizes: [10.5, 13] },
} as const satisfies Record<string, TextSizes>;

function sizeAt({ zooms: [first, last], sizes: [small, large] }: TextSizes, zoom: number): number {
  return small + (large - small) * Math.min(1, Math.max(0, (zoom - first) / (last - first)));
}

function sizeExpression({ zooms: [first, last], sizes: [small, large] }: TextSizes): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], first, small, last, large];
}

/** Size of the names of monitored locations, for the style and in CSS pixels. */
export const monitoredTextSize = sizeExpression(textSizes.monitored);
export const monitoredSizeAt = (zoom: number) => sizeAt(textSizes.monitored, zoom);

/** Whether a style layer has the name of a monitored location within it. */
export const isNameOfMonitored = (layer: string) => layerName(layer) === 'monitored-names';

/** Zooms between which a name may begin to show. From the last on there is room enough, and its places stay. */
const [farthestZoom, nearestZoom] = [2.5, 8];

/**
 * Where the places of a name are chosen again: often where the names of monitored locations have little room, never for other names,
 * which few figures cover.
 */
function nextZoom(zoom: number, monitored: boolean): number {
  if (!monitored) return nearestZoom;
  const step = zoom < 6 ? 0.25 : 1;
  return (Math.floor(zoom / step) + 1) * step;
}

/** Where a name is in a span of zooms. */
interface NameLayout {
  readonly code: string;
  readonly monitored: boolean;
  readonly sizes: TextSizes;
  readonly span: ZoomSpan;
  readonly text: string;
  readonly offsets: readonly Offset[];
}

const known = new Map<string, NameLayout[]>();

/** The layouts of all names in a language, calculated once. The smallest area comes last: its name is placed first. */
export function nameLayouts(language: string): NameLayout[] {
  const names = drawnJurisdictions.map(({ code, name }) => nameInLanguage(language, code, name));
  const key = names.join('|');
  let layouts = known.get(key);
  if (!layouts) {
    layouts = drawnJurisdictions
      .map((one, at) => layoutsOf(one.code, one.monitored, names[at]!))
      .toSorted(
        ([one], [other]) => Number(one?.monitored) - Number(other?.monitored) || (one?.span[0] ?? 0) - (other?.span[0] ?? 0),
      )
      .flat();
    known.set(key, layouts);
  }
  return layouts;
}

/** The area that a name must lie within. */
export function areaOf(code: string): NamedArea | undefined {
  const label = labels.features.find(({ properties }) => properties.code === code);
  if (!label) return undefined;
  const positions = label.properties.outline as [number, number][];
  return { middle: mercatorOf(label.geometry.coordinates as [number, number]), outline: positions.map(mercatorOf) };
}

function layoutsOf(code: string, monitored: boolean, name: string): NameLayout[] {
  const area = areaOf(code);
  const kind = monitored ? 'monitored' : 'context';
  const sizes: TextSizes = textSizes[kind];
  const sizeOf = (zoom: number) => sizeAt(sizes, zoom);
  const farthest = monitored ? Infinity : 1.6;
  const first = area && firstZoom(area, name, sizeOf, [farthestZoom, nearestZoom], farthest);
  if (area === undefined || first === undefined) return [];
  const layouts: NameLayout[] = [];
  for (let from = first; from < nearestZoom;) {
    const to = Math.min(nearestZoom, nextZoom(from, monitored));
    const found = placesOfName(area, name, [from, to], sizeOf, farthest);
    if (found) layouts.push({ code, monitored, sizes, span: [from, to], text: found.name.text, offsets: found.offsets });
    from = to;
  }
  return layouts;
}

function nameLayers({ theme, language }: MapStyleInput): LayerSpecification[] {
  return nameLayouts(language).map((layout) => namesLayer(layout, theme));
}

function namesLayer(one: NameLayout, theme: MapStyleInput['theme']): LayerSpecification {
  const {
    code,
    monitored,
    sizes,
    text,
    offsets,
    span: [from, to],
  } = one;
  return {
    id: `${monitored ? 'monitored' : 'context'}-names@${code}-${from}`,
    type: 'symbol',
    source,
    minzoom: from,
    ...(to < nearestZoom && { maxzoom: to }),
    filter: ['==', ['get', 'code'], code],
    layout: {
      ...textLayout(['literal', text] as unknown as ExpressionSpecification),
      // Lines are broken where the places were found for.
      'text-max-width': 99,
      'text-size': sizeExpression(sizes),
      'text-variable-anchor-offset': offsets.flatMap((offset): VariableAnchorOffsetCollectionSpecification => [
        'center',
        [...offset],
      ]),
    },
    paint: {
      'text-halo-width': 1.8,
      'text-halo-blur': 0.4,
      'text-color': monitored ? theme.ink : theme.ink2,
      'text-halo-color': monitored ? theme.core : theme.land,
    },
  };
}
