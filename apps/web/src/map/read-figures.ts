import { tileLayers } from '@monitor/contract';
import type { Map as MapLibreMap, PointLike } from 'maplibre-gl';
import { figureRadius, type MapFigure, readFigure } from './figure.ts';
import type { FigureScale } from './figure-size.ts';
import type { LayerName } from './layer-order.ts';
import { namesUnderEdge } from './layers/cells.ts';
import { sourceNames } from './map-sources.ts';
import { isStyleLoaded } from './style-loaded.ts';

const figureLayers: readonly LayerName[] = ['cells', 'incidents'];

/** The figures on screen, each once. */
export function figuresOnScreen(map: MapLibreMap): MapFigure[] {
  const figures = new Map<string, MapFigure>();
  for (const feature of queryFigures(map)) {
    const figure = readFigure(feature);
    if (figure) figures.set(figureKey(figure), figure);
  }
  return [...figures.values()];
}

/** The largest count of a cell in the tiles at hand; 0 where there is no cell. */
export function largestCount(map: MapLibreMap): number {
  const cells = map.querySourceFeatures(sourceNames.incidents, { sourceLayer: tileLayers.cells, validate: false });
  return cells.reduce((largest, cell) => Math.max(largest, Number(cell.properties.count) || 0), 0);
}

/**
 * The uppermost figure at a point of the screen, or undefined.
 * @param tolerance how far outside a figure still counts as on it, in CSS pixels; fingers need more than pointers.
 */
export function figureAt(
  map: MapLibreMap,
  point: { x: number; y: number },
  scale: FigureScale,
  tolerance: number,
): MapFigure | undefined {
  // The map searches the places that donuts take up, which are a little smaller than donuts.
  const reach = tolerance + namesUnderEdge;
  const around: [PointLike, PointLike] = [
    [point.x - reach, point.y - reach],
    [point.x + reach, point.y + reach],
  ];
  for (const feature of queryFigures(map, around)) {
    const figure = readFigure(feature);
    if (!figure) continue;
    const middle = map.project([figure.lon, figure.lat]);
    const distance = Math.hypot(middle.x - point.x, middle.y - point.y);
    if (distance <= figureRadius(figure, scale) + tolerance) return figure;
  }
  return undefined;
}

/** Tells figures apart; a cell is known by its place, since it exists for one zoom only. */
export function figureKey(figure: MapFigure): string {
  return figure.kind === 'incident' ? figure.id : `${figure.lon},${figure.lat},${figure.count}`;
}

function queryFigures(map: MapLibreMap, around?: [PointLike, PointLike]) {
  if (!isStyleLoaded(map)) return [];
  const options = { layers: [...figureLayers], validate: false };
  return around ? map.queryRenderedFeatures(around, options) : map.queryRenderedFeatures(options);
}

/** Code of the jurisdiction that a place on screen lies in by the map's outlines, or undefined at sea and elsewhere. */
export function jurisdictionAt(map: MapLibreMap, { lon, lat }: { lon: number; lat: number }): string | undefined {
  const land: LayerName = 'land';
  if (!isStyleLoaded(map)) return undefined;
  const [feature] = map.queryRenderedFeatures(map.project([lon, lat]), { layers: [land], validate: false });
  const code: unknown = feature?.properties.code;
  return typeof code === 'string' ? code : undefined;
}
