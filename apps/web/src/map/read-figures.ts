import { tileLayers } from '@monitor/contract';
import type { Map as MapLibreMap, PointLike } from 'maplibre-gl';
import { figureRadius, type MapFigure, readFigure } from './figure.ts';
import { sheetLayer } from './layer-order.ts';
import { namesUnderEdge } from './layers/cells.ts';
import { incidentSource } from './map-sources.ts';
import type { Sheet } from './sheets.ts';

/** The figures of a sheet that are on screen, each once. */
export function figuresOnScreen(map: MapLibreMap, sheet: Sheet): MapFigure[] {
  const figures = new Map<string, MapFigure>();
  for (const feature of queryFigures(map, sheet)) {
    const figure = readFigure(feature);
    if (figure) figures.set(figureKey(figure), figure);
  }
  return [...figures.values()];
}

/** The largest count of a cell in a sheet's tiles at hand; 0 where there is no cell. */
export function largestCount(map: MapLibreMap, sheet: Sheet): number {
  const cells = map.querySourceFeatures(incidentSource(sheet), { sourceLayer: tileLayers.cells, validate: false });
  return cells.reduce((largest, cell) => Math.max(largest, Number(cell.properties.count) || 0), 0);
}

/**
 * The uppermost figure of a sheet at a point of the screen, or undefined.
 * @param tolerance how far outside a figure still counts as on it, in CSS pixels; fingers need more than pointers.
 */
export function figureAt(
  map: MapLibreMap,
  sheet: Sheet,
  point: { x: number; y: number },
  tolerance: number,
): MapFigure | undefined {
  // The map searches the places that donuts take up, which are a little smaller than donuts.
  const reach = tolerance + namesUnderEdge;
  const around: [PointLike, PointLike] = [
    [point.x - reach, point.y - reach],
    [point.x + reach, point.y + reach],
  ];
  for (const feature of queryFigures(map, sheet, around)) {
    const figure = readFigure(feature);
    if (!figure) continue;
    const middle = map.project([figure.lon, figure.lat]);
    const distance = Math.hypot(middle.x - point.x, middle.y - point.y);
    if (distance <= figureRadius(figure, sheet.scale) + tolerance) return figure;
  }
  return undefined;
}

/** Tells figures apart; a cell is known by its place, since it exists for one zoom only. */
export function figureKey(figure: MapFigure): string {
  return figure.kind === 'incident' ? figure.id : `${figure.country},${figure.lon},${figure.lat},${figure.count}`;
}

function queryFigures(map: MapLibreMap, sheet: Sheet, around?: [PointLike, PointLike]) {
  const layers = [sheetLayer('cells', sheet), sheetLayer('incidents', sheet)].filter((layer) => map.getLayer(layer));
  const options = { layers, validate: false };
  return around ? map.queryRenderedFeatures(around, options) : map.queryRenderedFeatures(options);
}
