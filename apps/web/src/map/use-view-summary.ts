import type { Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { type ViewSummary, summariseView } from './figures-in-view.ts';
import { incidentSource } from './map-sources.ts';
import { figureKey, figuresOnScreen } from './read-figures.ts';
import type { Sheet } from './sheets.ts';

/** Milliseconds from tiles to figures on screen. */
const settleTime = 200;

const nothingYet: ViewSummary = { types: [], largest: [], killedRing: false, empty: false };

/** What the shown sheet has in view: types, largest cells, whether there is anything at all. */
export function useViewSummary(map: MapLibreMap | null, shown: Sheet | undefined): ViewSummary {
  const [summary, setSummary] = useState(nothingYet);
  useEffect(() => {
    if (!map || !shown) return;
    const source = incidentSource(shown);
    let known = '';
    let timer = 0;
    const read = () => {
      // After a failure the map is at rest without its incidents: that is not an empty view.
      if (!map.getSource(source) || !map.isSourceLoaded(source)) return;
      const figures = figuresOnScreen(map, shown);
      const text = figures.map(figureKey).sort().join(' ');
      if (text === known && figures.length > 0) return;
      known = text;
      setSummary(summariseView(figures));
    };
    // New figures are on screen a moment after their tiles have come; other layers may still be loading then.
    const readSoon = (event: MapSourceDataEvent) => {
      if (event.sourceId !== source) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(read, settleTime);
    };
    read();
    map.on('sourcedata', readSoon);
    map.on('idle', read);
    return () => {
      map.off('sourcedata', readSoon);
      map.off('idle', read);
      window.clearTimeout(timer);
    };
  }, [map, shown]);
  return summary;
}
