import { type TileMarks, tileRules } from '@monitor/domain';
import type { Map as MapLibreMap, MapSourceDataEvent, Source } from 'maplibre-gl';
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { type Arrangement, arrangeCircles, type CirclesInView } from './arrange-circles.ts';
import { prefersReducedMotion } from '../controls/motion.ts';
import { takesFinerTiles, tileZoomAt } from './incident-tiles.ts';
import { type Figure, isCell } from './figure.ts';
import { type FigureScale, scaleFor } from './figure-size.ts';
import { loadedFigures } from './figures-in-view.ts';
import {
  abandonSheet,
  allSheets,
  arrangeSheet,
  fadeTime,
  loadingTimeout,
  noSheets,
  removeLeaving,
  requestSheet,
  sameArrangement,
  type Sheet,
  type Sheets,
  sheetSource,
  showSheet,
} from './sheets.ts';
import type { TileFailures } from './tile-failures.ts';

/** How the size of figures follows what is in view: the scale is kept while it suits, is made for this view alone, or is given. */
export type FigureFit = 'kept' | 'alone' | FigureScale;

type SetSheets = Dispatch<SetStateAction<Sheets>>;

/** The sheets for these tiles: a new one is added as soon as no other is loading. */
export function useSheets(tiles: string | undefined, marks: TileMarks | undefined): [sheets: Sheets, setSheets: SetSheets] {
  const [sheets, setSheets] = useState(noSheets);
  const next = requestSheet(sheets, tiles, marks);
  if (next !== sheets) setSheets(next);
  return [next, setSheets];
}

/**
 * Shows the loading sheet once it has loaded, removes the old one, and fits the size of figures to what is in view. Call this after the
 * map has the style with these sheets, since it watches what the map then draws.
 */
export function useSheetChanges(
  map: MapLibreMap | null,
  tiles: string | undefined,
  sheets: Sheets,
  setSheets: SetSheets,
  failures: TileFailures,
  fit: FigureFit = 'kept',
  inset: MapLibreMap | null = null,
): void {
  const { leaving, shown, loading } = sheets;

  useEffect(() => {
    // One change at a time: while an old sheet fades out the next one waits.
    if (!map || !loading || leaving) return;
    const show = () => {
      // A sheet with missing tiles does not replace a complete one.
      if (!isLoaded(map, loading) || (shown && failures.has(sheetSource(loading)))) return;
      const arrangement = fittingArrangement(map, loading, fit, inset);
      setSheets((current) =>
        sameArrangement(arrangement, loading)
          ? showSheet(current, loading.key, !prefersReducedMotion())
          : arrangeSheet(current, loading.key, arrangement),
      );
    };
    // Once a frame: by then the tiles have the new style, which may have meant laying them out again.
    map.on('render', show);
    return () => {
      map.off('render', show);
    };
  }, [map, leaving, shown, loading, setSheets, failures, fit, inset]);

  useEffect(() => {
    if (!map || !leaving) return;
    let timer = 0;
    // The fade begins with the frame that is drawn next.
    const wait = () => {
      timer = window.setTimeout(() => setSheets(removeLeaving), 2 * fadeTime);
    };
    map.once('render', wait);
    return () => {
      map.off('render', wait);
      window.clearTimeout(timer);
    };
  }, [map, leaving, setSheets]);

  const superseded = loading !== undefined && loading.tiles !== tiles ? loading.key : undefined;
  const wait = loadingTimeout(sheets);
  useEffect(() => {
    if (superseded === undefined) return;
    const timer = window.setTimeout(() => setSheets((current) => abandonSheet(current, superseded)), wait);
    return () => window.clearTimeout(timer);
  }, [superseded, wait, setSheets]);

  useEffect(() => {
    if (!map || !shown) return;
    const adapt = () => {
      if (isLoaded(map, shown))
        setSheets((current) => arrangeSheet(current, shown.key, fittingArrangement(map, shown, fit, inset)));
    };
    const adaptToTiles = (event: MapSourceDataEvent) => {
      if (event.sourceId === sheetSource(shown)) adapt();
    };
    map.on('sourcedata', adaptToTiles);
    map.on('zoomend', adapt);
    map.on('idle', adapt);
    inset?.on('idle', adapt);
    // A map that is at rest does not come to rest again.
    if (fit !== 'kept') adapt();
    return () => {
      map.off('sourcedata', adaptToTiles);
      map.off('zoomend', adapt);
      map.off('idle', adapt);
      inset?.off('idle', adapt);
    };
  }, [map, shown, setSheets, fit, inset]);
}

/**
 * Takes the incidents from finer tiles from half way to the next whole zoom on. The map alone would keep to the coarser ones until then, and
 * one donut would represent half a country. A style cannot set this for a vector source; but every source has the property, which rounds
 * the zoom up from a half. Call this after the map has the style with these sheets.
 */
export function useFinerTiles(map: MapLibreMap | null, sheets: Sheets): void {
  useEffect(() => {
    if (!map) return;
    const choose = () => {
      for (const sheet of allSheets(sheets)) {
        const source: Source | undefined = map.getSource(sheetSource(sheet));
        if (source) source.roundZoom = takesFinerTiles(map.getZoom());
      }
    };
    choose();
    map.on('style.load', choose);
    map.on('zoom', choose);
    return () => {
      map.off('style.load', choose);
      map.off('zoom', choose);
    };
  }, [map, sheets]);
}

function isLoaded(map: MapLibreMap, sheet: Sheet): boolean {
  const source = sheetSource(sheet);
  return map.getSource(source) !== undefined && map.isSourceLoaded(source);
}

function fittingArrangement(map: MapLibreMap, sheet: Sheet, fit: FigureFit, inset: MapLibreMap | null): Arrangement {
  const current = fit === 'kept' ? sheet.scale : undefined;
  const fixed = typeof fit === 'string' ? undefined : fit;
  const figures = loadedFigures(map, sheet);
  const { clientWidth } = map.getContainer();
  if (sheet.marks === 'density') {
    const largest = figures.reduce((most, { amount }) => Math.max(most, amount), 0);
    return { scale: fixed ?? scaleFor(largest, clientWidth, current), changed: [] };
  }
  const arrangement = arrangeCircles(circlesOf(map, figures), current, fixed);
  if (!inset?.getSource(sheetSource(sheet))) return arrangement;
  // Circles are as large in both; those that both have are drawn as the map has them.
  const known = new Set(figures.map(({ key }) => key));
  const others = arrangeCircles(circlesOf(inset, loadedFigures(inset, sheet)), undefined, arrangement.scale).changed;
  const own = others.filter(({ drawn, hidden }) => ![drawn, ...hidden].some(({ key }) => known.has(key)));
  return { ...arrangement, changed: [...arrangement.changed, ...own] };
}

function circlesOf(map: MapLibreMap, figures: readonly Figure[]): CirclesInView {
  const zoom = map.getZoom();
  return {
    circles: figures.filter(isCell),
    dots: figures.filter((figure) => !isCell(figure)),
    zoom,
    byPosition: tileZoomAt(zoom) >= tileRules.positionsFromZoom,
    mapWidth: map.getContainer().clientWidth,
  };
}
