import { jurisdictions } from '@monitor/geography';
import labels from '@monitor/geography/data/basemap-labels.json';
import type { ExpressionSpecification, LayerSpecification, VariableAnchorOffsetCollectionSpecification } from 'maplibre-gl';
import type { MapLayer, MapStyleInput } from '../map-layer.ts';
import { emsAt, firstZoom, mercatorOf, type NamedArea, type Offset, placesOfName, type ZoomSpan } from '../name-places.ts';
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

/** Zooms between which a name may begin to show. From the last on there is room enough, and its places stay. */
const [farthestZoom, nearestZoom] = [2.5, 8];

/**
 * Where the places of a name are chosen anew: often where the names of monitored locations have little room, never for other names,
 * which few figures cover.
 */
function nextZoom(zoom: number, monitored: boolean): number {
  if (!monitored) return nearestZoom;
  const step = zoom < 6 ? 0.25 : 1;
  return (Math.floor(zoom / step) + 1) * step;
}

/**
 * Where the name of a narrow location on a coast ends at sea, in degrees, if it finds no place on land, and from which zoom on it then
 * lies over no other location.
 */
const seaPlaces: Readonly<Record<string, { readonly at: readonly [lon: number, lat: number]; readonly from: number }>> = {
  AL: { at: [19.3, 41.45], from: 4 },
  ME: { at: [18.65, 42.1], from: 4.5 },
};
/** From this zoom on there is a place on land. */
const landZoom = 5.5;

/** Where a name is in a span of zooms. */
interface NameLayout {
  readonly code: string;
  readonly monitored: boolean;
  readonly sizes: TextSizes;
  readonly span: ZoomSpan;
  readonly text: string;
  readonly offsets: readonly Offset[];
  /** Where it ends at sea, if none of these places is free. */
  readonly sea: Offset | undefined;
}

const known = new Map<string, NameLayout[]>();

/** The layouts of all names in a language, calculated once. The smallest area comes last: its name is placed first. */
export function nameLayouts(language: string): NameLayout[] {
  const names = jurisdictions.map(({ code, name }) => nameInLanguage(language, code, name));
  const key = names.join('|');
  let layouts = known.get(key);
  if (!layouts) {
    layouts = jurisdictions
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
  const coast = seaPlaces[code];
  const layouts: NameLayout[] = [];
  for (let from = coast?.from ?? first; from < nearestZoom;) {
    const to = Math.min(nearestZoom, from < first ? Math.min(first, nextZoom(from, monitored)) : nextZoom(from, monitored));
    const found = from < first ? undefined : placesOfName(area, name, [from, to], sizeOf, farthest);
    const sea = coast && to <= landZoom ? offsetTo(coast.at, area, emsAt(to, sizeOf(to))) : undefined;
    if (found || sea)
      layouts.push({
        code,
        monitored,
        sizes,
        span: [from, to],
        text: found?.name.text ?? name,
        offsets: found?.offsets ?? [],
        sea,
      });
    from = to;
  }
  return layouts;
}

function offsetTo(lonLat: readonly [number, number], { middle }: NamedArea, ems: number): Offset {
  const [x, y] = mercatorOf(lonLat);
  return [(x - middle[0]) * ems, (y - middle[1]) * ems];
}

function anchors({ offsets, sea }: NameLayout): VariableAnchorOffsetCollectionSpecification {
  return [
    ...offsets.flatMap((offset): [string, [number, number]] => ['center', [...offset]]),
    ...(sea ? ['right', [...sea] as [number, number]] : []),
  ];
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
      'text-size': ['interpolate', ['linear'], ['zoom'], sizes.zooms[0], sizes.sizes[0], sizes.zooms[1], sizes.sizes[1]],
      'text-variable-anchor-offset': anchors(one),
    },
    paint: {
      'text-halo-width': 1.8,
      'text-halo-blur': 0.4,
      'text-color': monitored ? theme.ink : theme.ink2,
      'text-halo-color': monitored ? theme.core : theme.land,
    },
  };
}
