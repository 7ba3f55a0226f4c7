import type { Map as MapLibreMap, MapSourceDataEvent, Source } from 'maplibre-gl';
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { scaleFor } from './figure-size.ts';
import { prefersReducedMotion } from '../controls/motion.ts';
import { cellWidthAt, takesFinerTiles } from './incident-tiles.ts';
import { largestCount } from './layers/cells.tsx';
import {
  dropLeaving,
  fadeTime,
  giveUp,
  noSheets,
  patience,
  sameScale,
  type Sheet,
  type Sheets,
  sheetSource,
  showSheet,
  sizeSheet,
  stackOf,
  wantTiles,
} from './sheets.ts';
import type { TileFailures } from './tile-failures.ts';

type SetSheets = Dispatch<SetStateAction<Sheets>>;

/** The sheets for the wanted tiles: a new one is laid as soon as there is room for it. */
export function useSheets(tiles: string): [sheets: Sheets, setSheets: SetSheets] {
  const [sheets, setSheets] = useState(noSheets);
  const next = wantTiles(sheets, tiles);
  if (next !== sheets) setSheets(next);
  return [next, setSheets];
}

/**
 * Shows the coming sheet when it has come, takes away the old one, and fits the size of figures to what is in view. To be
 * called after the map has been given the style with these sheets: it watches what the map then draws.
 */
export function useSheetChanges(
  map: MapLibreMap | null,
  tiles: string,
  sheets: Sheets,
  setSheets: SetSheets,
  failures: TileFailures,
): void {
  const { leaving, shown, coming } = sheets;

  useEffect(() => {
    // One change at a time: while an old sheet fades out the next one waits.
    if (!map || !coming || leaving) return;
    const show = () => {
      // A sheet with holes is not put in the place of a whole one.
      if (!isLoaded(map, coming) || (shown && failures.has(sheetSource(coming)))) return;
      const scale = fittingScale(map, coming);
      setSheets((current) =>
        sameScale(scale, coming.scale)
          ? showSheet(current, coming.key, !prefersReducedMotion())
          : sizeSheet(current, coming.key, scale),
      );
    };
    // Once a frame: what the style asks for has then reached the tiles, which may have to be laid out anew for it.
    map.on('render', show);
    return () => {
      map.off('render', show);
    };
  }, [map, leaving, shown, coming, setSheets, failures]);

  useEffect(() => {
    if (!map || !leaving) return;
    let timer = 0;
    // The fade begins with the frame that is drawn next.
    const wait = () => {
      timer = window.setTimeout(() => setSheets(dropLeaving), 2 * fadeTime);
    };
    map.once('render', wait);
    return () => {
      map.off('render', wait);
      window.clearTimeout(timer);
    };
  }, [map, leaving, setSheets]);

  const superseded = coming !== undefined && coming.tiles !== tiles ? coming.key : undefined;
  const wait = patience(sheets);
  useEffect(() => {
    if (superseded === undefined) return;
    const timer = window.setTimeout(() => setSheets((current) => giveUp(current, superseded)), wait);
    return () => window.clearTimeout(timer);
  }, [superseded, wait, setSheets]);

  useEffect(() => {
    if (!map || !shown) return;
    const adapt = () => {
      if (isLoaded(map, shown)) setSheets((current) => sizeSheet(current, shown.key, fittingScale(map, shown)));
    };
    const adaptToTiles = (event: MapSourceDataEvent) => {
      if (event.sourceId === sheetSource(shown)) adapt();
    };
    map.on('sourcedata', adaptToTiles);
    map.on('zoomend', adapt);
    map.on('idle', adapt);
    return () => {
      map.off('sourcedata', adaptToTiles);
      map.off('zoomend', adapt);
      map.off('idle', adapt);
    };
  }, [map, shown, setSheets]);
}

/**
 * Takes the incidents from finer tiles shortly before the next whole zoom is reached. The map by itself keeps to the
 * coarser ones until then, and a donut would stand for half a country. A style cannot say so of a vector source; the
 * property is that of every source, and means to round the zoom up from a half on. To be called after the map has been
 * given the style with these sheets.
 */
export function useFinerTiles(map: MapLibreMap | null, sheets: Sheets): void {
  useEffect(() => {
    if (!map) return;
    const choose = () => {
      for (const sheet of stackOf(sheets)) {
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

function fittingScale(map: MapLibreMap, sheet: Sheet) {
  return scaleFor(largestCount(map, sheet), cellWidthAt(map.getZoom()), sheet.scale);
}
