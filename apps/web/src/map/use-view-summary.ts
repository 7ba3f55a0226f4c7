import type { Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { type MapFigure } from './figure.ts';
import { type FigureScale, scaleFor } from './figure-size.ts';
import { type ViewSummary, summariseView } from './figures-in-view.ts';
import { sourceNames } from './map-sources.ts';
import { figureKey, figuresOnScreen, largestCount } from './read-figures.ts';
import { cellWidthAt } from './tile-zoom.ts';

const nothingYet: ViewSummary = { types: [], largest: [], killedRing: false, empty: false };

/** What the map shows once it has come to rest: types, largest cells, whether there is anything at all. */
export function useViewSummary(map: MapLibreMap | null): ViewSummary {
  const [summary, setSummary] = useState(nothingYet);
  useEffect(() => {
    if (!map) return;
    let known = '';
    const read = () => {
      // After a failure the map is at rest without its incidents: that is not an empty view.
      if (!map.isSourceLoaded(sourceNames.incidents)) return;
      const figures: MapFigure[] = figuresOnScreen(map);
      const text = figures.map(figureKey).sort().join(' ');
      if (text === known && figures.length > 0) return;
      known = text;
      setSummary(summariseView(figures));
    };
    map.on('idle', read);
    return () => {
      map.off('idle', read);
    };
  }, [map]);
  return summary;
}

/** How large figures are drawn for what is in view; undefined until the first tiles have come. */
export function useFigureScale(map: MapLibreMap | null): FigureScale | undefined {
  const [scale, setScale] = useState<FigureScale>();
  useEffect(() => {
    if (!map) return;
    const adapt = () => {
      if (!map.getSource(sourceNames.incidents) || !map.isSourceLoaded(sourceNames.incidents)) return;
      setScale((current) => {
        const next = scaleFor(largestCount(map), cellWidthAt(map.getZoom()), current);
        return current && sameScale(current, next) ? current : next;
      });
    };
    const adaptToTiles = (event: MapSourceDataEvent) => {
      if (event.sourceId === sourceNames.incidents) adapt();
    };
    map.on('sourcedata', adaptToTiles);
    map.on('zoomend', adapt);
    return () => {
      map.off('sourcedata', adaptToTiles);
      map.off('zoomend', adapt);
    };
  }, [map]);
  return scale;
}

function sameScale(one: FigureScale, other: FigureScale): boolean {
  return one.largestCount === other.largestCount && one.largestRadius === other.largestRadius;
}
