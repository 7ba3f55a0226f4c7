import type { Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { type FigureScale, scaleFor, usualScale } from './figure-size.ts';
import { type ViewSummary, summariseView } from './figures-in-view.ts';
import { sourceNames } from './map-sources.ts';
import { figureKey, figuresOnScreen, largestCount } from './read-figures.ts';
import { cellWidthAt } from './tile-zoom.ts';

/** Milliseconds from tiles to figures on screen. */
const settleTime = 200;

const nothingYet: ViewSummary = { types: [], largest: [], killedRing: false, empty: false };

/** What the map shows once it has come to rest: types, largest cells, whether there is anything at all. */
export function useViewSummary(map: MapLibreMap | null): ViewSummary {
  const [summary, setSummary] = useState(nothingYet);
  useEffect(() => {
    if (!map) return;
    let known = '';
    let timer = 0;
    const read = () => {
      // After a failure the map is at rest without its incidents: that is not an empty view.
      if (!map.getSource(sourceNames.incidents) || !map.isSourceLoaded(sourceNames.incidents)) return;
      const figures = figuresOnScreen(map);
      const text = figures.map(figureKey).sort().join(' ');
      if (text === known && figures.length > 0) return;
      known = text;
      setSummary(summariseView(figures));
    };
    // New figures are on screen a moment after their tiles have come; other layers may still be loading then.
    const readSoon = (event: MapSourceDataEvent) => {
      if (event.sourceId !== sourceNames.incidents) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(read, settleTime);
    };
    map.on('sourcedata', readSoon);
    map.on('idle', read);
    return () => {
      map.off('sourcedata', readSoon);
      map.off('idle', read);
      window.clearTimeout(timer);
    };
  }, [map]);
  return summary;
}

/** How large figures are drawn for what is in view; not settled until the first tiles have been drawn with it. */
export function useFigureScale(map: MapLibreMap | null): { readonly scale: FigureScale; readonly settled: boolean } {
  const [state, setState] = useState({ scale: usualScale, settled: false });
  useEffect(() => {
    if (!map) return;
    const adapt = () => {
      if (!map.getSource(sourceNames.incidents) || !map.isSourceLoaded(sourceNames.incidents)) return;
      setState((current) => {
        const scale = scaleFor(largestCount(map), cellWidthAt(map.getZoom()), current.scale);
        if (!sameScale(scale, current.scale)) return { scale, settled: current.settled };
        return current.settled ? current : { ...current, settled: true };
      });
    };
    const adaptToTiles = (event: MapSourceDataEvent) => {
      if (event.sourceId === sourceNames.incidents) adapt();
    };
    map.on('sourcedata', adaptToTiles);
    map.on('zoomend', adapt);
    map.on('idle', adapt);
    return () => {
      map.off('sourcedata', adaptToTiles);
      map.off('zoomend', adapt);
      map.off('idle', adapt);
    };
  }, [map]);
  return state;
}

function sameScale(one: FigureScale, other: FigureScale): boolean {
  return one.largestCount === other.largestCount && one.largestRadius === other.largestRadius;
}
