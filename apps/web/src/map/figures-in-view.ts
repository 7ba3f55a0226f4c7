import { type IncidentType, incidentTypes } from '@monitor/domain';
import type { LngLatBounds, Map as MapLibreMap, MapGeoJSONFeature, MapSourceDataEvent, PointLike } from 'maplibre-gl';
import { useEffect, useMemo, useState } from 'react';
import { isWithin, nearLongitude } from './around-the-earth.ts';
import { addShares, type Share } from './donut.ts';
import type { DifferenceArea } from './difference-map.ts';
import { type AreaFigure, type Figure, isCell } from './figure.ts';
import type { SpotArea } from './hot-spot-map.ts';
import { namesUnderEdge } from './layers/cells.tsx';
import type { FigureLayer } from './map-layer.ts';
import { figureLayers } from './map-style.ts';
import { shadedValue } from './shading.ts';
import { layerName, type Sheet, sheetLayer, sheetSource } from './sheets.ts';

/** What the view shows, as its legend and its list of the largest circles need it. */
export interface ViewSummary {
  readonly figures: readonly Figure[];
  /** Types in view in the order of the vocabulary, with their counts. */
  readonly types: readonly Share[];
  /** Circles and points of several incidents, largest first, and then single ones. */
  readonly largest: readonly Figure[];
  /** Incidents drawn in view, in circles and alone. */
  readonly incidents: number;
}

export function summariseView(figures: readonly Figure[]): ViewSummary {
  return {
    figures,
    types: addShares(figures.map(({ shares }) => shares)).sort(
      (one, other) => incidentTypes.indexOf(one.type) - incidentTypes.indexOf(other.type),
    ),
    largest: figures
      .filter(({ amount }) => amount > 0)
      .toSorted((one, other) => Number(isCell(other)) - Number(isCell(one)) || other.amount - one.amount),
    incidents: figures.reduce((sum, { count }) => sum + count, 0),
  };
}

/** What a map and its inset show; an incident that both show counts once. */
export function withInset(map: MapLibreMap | null, summary: ViewSummary, inset: ViewSummary): ViewSummary {
  const bounds = map?.getBounds();
  const beyond = inset.figures.filter((figure) => !bounds || !isWithin(bounds, figure));
  return summariseView([...summary.figures, ...beyond]);
}

/** How many of the located incidents are drawn outside the view; 0 also where that is not known. */
export function outsideView(located: number | undefined, view: ViewSummary | undefined): number {
  return located === undefined || view === undefined ? 0 : Math.max(0, located - view.incidents);
}

/** The types that a short legend names: the most frequent ones, in the order of the vocabulary. */
export function legendTypes(types: readonly Share[], most: number): IncidentType[] {
  const kept = new Set(
    types
      .toSorted((one, other) => other.count - one.count)
      .slice(0, most)
      .map(({ type }) => type),
  );
  return types.map(({ type }) => type).filter((type) => kept.has(type));
}

/** The figures of a sheet that are on screen, each once. */
export function figuresOnScreen(map: MapLibreMap, sheet: Sheet): Figure[] {
  const figures = new Map<string, Figure>();
  for (const feature of queryFigures(map, sheet)) {
    const figure = readFigure(feature, sheet);
    if (figure) figures.set(figure.key, figure);
  }
  return [...figures.values()];
}

/**
 * The uppermost figure of a sheet at a point of the screen, or undefined.
 * @param tolerance how far outside a figure still counts as on it, in CSS pixels; fingers need more than pointers.
 */
export function figureAt(
  map: MapLibreMap,
  { sheet, areas }: Pressable,
  point: { x: number; y: number },
  tolerance: number,
): Figure | undefined {
  return (sheet && figureOfSheetAt(map, sheet, point, tolerance)) ?? areaAt(map, areas, point);
}

/** What can be pressed: the figures of the sheet that is shown, and areas by their codes. */
export interface Pressable {
  readonly sheet: Sheet | undefined;
  readonly areas: ReadonlyMap<string, AreaFigure>;
  /** Tells apart what is shown: a figure of something else is gone. */
  readonly key: string;
}

function areaAt(map: MapLibreMap, areas: Pressable['areas'], point: { x: number; y: number }): AreaFigure | undefined {
  const layers = figureLayers.filter(({ areal, id }) => areal && map.getLayer(id)).map(({ id }) => id);
  if (areas.size === 0 || layers.length === 0) return undefined;
  const [found] = map.queryRenderedFeatures([point.x, point.y], { layers, validate: false });
  const area = areas.get(String(found?.properties['code']));
  const { lng, lat } = map.unproject([point.x, point.y]);
  return area && { ...area, lon: lng, lat };
}

function figureOfSheetAt(map: MapLibreMap, sheet: Sheet, point: { x: number; y: number }, tolerance: number): Figure | undefined {
  // The map searches the places that donuts take up, which are a little smaller than donuts.
  const reach = tolerance + namesUnderEdge;
  const around: [PointLike, PointLike] = [
    [point.x - reach, point.y - reach],
    [point.x + reach, point.y + reach],
  ];
  for (const feature of queryFigures(map, sheet, around)) {
    const figure = readFigure(feature, sheet);
    if (!figure) continue;
    const { lng } = map.unproject([point.x, point.y]);
    const middle = map.project([nearLongitude(figure.lon, lng), figure.lat]);
    const distance = Math.hypot(middle.x - point.x, middle.y - point.y);
    if (distance <= figureLayer(figure).radius(figure, sheet.scale) + tolerance) return figure;
  }
  return undefined;
}

/** The layer that a figure is drawn by: how it is read, and what pressing it does. */
export function figureLayer({ layer }: Figure): FigureLayer {
  const found = figureLayers.find(({ id }) => id === layer);
  if (found === undefined) throw new RangeError(`no layer ${layer} can be pressed`);
  return found;
}

/** A figure as it is drawn on a sheet, which may be another way than the tiles have it. */
function readFigure(feature: MapGeoJSONFeature, { changed }: Sheet): Figure | undefined {
  const figure = figureLayers.find(({ id }) => id === layerName(feature.layer.id))?.read(feature);
  // Until the map has laid out its tiles again, those that another has taken in may still be there.
  if (!figure || changed.some(({ hidden }) => hidden.some(({ key }) => key === figure.key))) return undefined;
  return changed.find(({ drawn }) => drawn.key === figure.key)?.shown ?? figure;
}

/** All figures in the loaded tiles of a sheet, on screen or not, each as its tile has it. */
export function loadedFigures(map: MapLibreMap, sheet: Sheet): Figure[] {
  return layersOf(sheet).flatMap((layer) =>
    map
      .querySourceFeatures(sheetSource(sheet), { sourceLayer: layer.sourceLayer ?? '', validate: false })
      .flatMap((feature) => layer.read(feature) ?? []),
  );
}

/** The layers that draw the figures of a sheet. */
function layersOf({ marks }: Sheet): readonly FigureLayer[] {
  return figureLayers.filter((layer) => layer.marks === marks);
}

function queryFigures(map: MapLibreMap, sheet: Sheet, around?: [PointLike, PointLike]) {
  const layers = layersOf(sheet)
    .map(({ id }) => sheetLayer(id, sheet))
    .filter((layer) => map.getLayer(layer));
  const options = { layers, validate: false };
  return around ? map.queryRenderedFeatures(around, options) : map.queryRenderedFeatures(options);
}

/** Milliseconds from tiles to figures on screen. */
const settleTime = 200;

interface ReadView {
  /** What was read last; undefined before the first. */
  readonly summary: ViewSummary | undefined;
  /** True if it was read from the sheet that is shown now. */
  readonly current: boolean;
}

/** What the shown sheet has in view: types, largest cells, number of incidents. */
export function useViewSummary(map: MapLibreMap | null, shown: Sheet | undefined): ReadView {
  const [read, setRead] = useState<{ readonly sheet: number; readonly summary: ViewSummary }>();
  useEffect(() => {
    if (!map || !shown) return;
    const source = sheetSource(shown);
    let known = '';
    let timer = 0;
    const look = (atRest: boolean) => {
      // After a failure the map is at rest without its incidents: that is not an empty view.
      if (!map.getSource(source) || !map.isSourceLoaded(source)) return;
      const figures = figuresOnScreen(map, shown);
      // Figures that have another size or sum now are not on screen until the map has placed them.
      if (figures.length === 0 && !atRest) return;
      const text = figures
        .map(({ key, amount }) => `${key} ${amount}`)
        .sort()
        .join(' ');
      if (text === known && figures.length > 0) return;
      known = text;
      setRead({ sheet: shown.key, summary: summariseView(figures) });
    };
    // New figures are on screen a moment after their tiles have come; other layers may still be loading then.
    const readSoon = (event: MapSourceDataEvent) => {
      if (event.sourceId !== source) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => look(false), settleTime);
    };
    const lookAtRest = () => look(true);
    look(false);
    map.on('sourcedata', readSoon);
    map.on('idle', lookAtRest);
    return () => {
      map.off('sourcedata', readSoon);
      map.off('idle', lookAtRest);
      window.clearTimeout(timer);
    };
  }, [map, shown]);
  return { summary: read?.summary, current: read !== undefined && read.sheet === shown?.key };
}

/** Whether there is something to say of an area: incidents, also of B alone, or a finding such as a cold spot. */
export function isTold({ count, area }: AreaFigure): boolean {
  if ('pair' in area) return (area as DifferenceArea).pair.amounts.some((amount = 0) => amount > 0);
  return count > 0 || ('spot' in area && (area as SpotArea).spot !== 'none');
}

/** What a map shows, once it has come to rest; undefined before there is one. */
export function useBounds(map: MapLibreMap | null): LngLatBounds | undefined {
  const [bounds, setBounds] = useState<LngLatBounds>();
  useEffect(() => {
    if (!map) return;
    const read = () => setBounds(map.getBounds());
    read();
    map.on('moveend', read);
    return () => {
      map.off('moveend', read);
    };
  }, [map]);
  return bounds;
}

/** The areas whose middles are in view, those with most first; of a view that has come to rest. */
export function useAreasInView(map: MapLibreMap | null, areas: Pressable['areas']): readonly AreaFigure[] {
  const bounds = useBounds(map);
  return useMemo(() => {
    const valueOf = ({ area }: AreaFigure) => shadedValue(area);
    return [...areas.values()]
      .filter((figure) => isTold(figure) && bounds !== undefined && isWithin(bounds, figure))
      .toSorted((one, other) => valueOf(other) - valueOf(one));
  }, [areas, bounds]);
}
