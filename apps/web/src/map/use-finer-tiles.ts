import type { Map as MapLibreMap, Source } from 'maplibre-gl';
import { useEffect } from 'react';
import { incidentSource } from './map-sources.ts';
import { type Sheets, stackOf } from './sheets.ts';
import { takesFinerTiles } from './tile-zoom.ts';

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
        const source: Source | undefined = map.getSource(incidentSource(sheet));
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
