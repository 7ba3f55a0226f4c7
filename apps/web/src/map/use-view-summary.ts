import type { Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { type ViewSummary, summariseView } from './figures-in-view.ts';
import { incidentSource } from './map-sources.ts';
import { figureKey, figuresOnScreen } from './read-figures.ts';
import type { Sheet } from './sheets.ts';

/** Milliseconds from tiles to figures on screen. */
const settleTime = 200;

interface ReadView {
  /** What was read last; undefined before the first. */
  readonly summary: ViewSummary | undefined;
  /** True where it was read from the sheet that is shown now. */
  readonly current: boolean;
}

/** What the shown sheet has in view: types, largest cells, number of incidents. */
export function useViewSummary(map: MapLibreMap | null, shown: Sheet | undefined): ReadView {
  const [read, setRead] = useState<{ readonly sheet: number; readonly summary: ViewSummary }>();
  useEffect(() => {
    if (!map || !shown) return;
    const source = incidentSource(shown);
    let known = '';
    let timer = 0;
    const look = () => {
      // After a failure the map is at rest without its incidents: that is not an empty view.
      if (!map.getSource(source) || !map.isSourceLoaded(source)) return;
      const figures = figuresOnScreen(map, shown);
      const text = figures.map(figureKey).sort().join(' ');
      if (text === known && figures.length > 0) return;
      known = text;
      setRead({ sheet: shown.key, summary: summariseView(figures) });
    };
    // New figures are on screen a moment after their tiles have come; other layers may still be loading then.
    const readSoon = (event: MapSourceDataEvent) => {
      if (event.sourceId !== source) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(look, settleTime);
    };
    look();
    map.on('sourcedata', readSoon);
    map.on('idle', look);
    return () => {
      map.off('sourcedata', readSoon);
      map.off('idle', look);
      window.clearTimeout(timer);
    };
  }, [map, shown]);
  return { summary: read?.summary, current: read !== undefined && read.sheet === shown?.key };
}
