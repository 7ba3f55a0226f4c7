import type { Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { type MapFigure } from './figure.ts';
import { scaleMaximumFor } from './figure-size.ts';
import { type ViewSummary, summariseView } from './figures-in-view.ts';
import { sourceNames } from './map-sources.ts';
import { figureKey, figuresOnScreen, largestCount } from './read-figures.ts';

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

/** The count that the largest donut stands for; undefined until the first tiles have come. */
export function useScaleMaximum(map: MapLibreMap | null): number | undefined {
  const [scaleMaximum, setScaleMaximum] = useState<number>();
  useEffect(() => {
    if (!map) return;
    const adapt = (event: MapSourceDataEvent) => {
      if (event.sourceId !== sourceNames.incidents || !map.isSourceLoaded(sourceNames.incidents)) return;
      setScaleMaximum((current) => scaleMaximumFor(largestCount(map), current));
    };
    map.on('sourcedata', adapt);
    return () => {
      map.off('sourcedata', adapt);
    };
  }, [map]);
  return scaleMaximum;
}
