import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import { compactCount } from './compact-count.ts';
import { dropUnusedDonuts, provideDonuts } from './donut-pictures.ts';
import type { ThemeName } from './map-theme.ts';
import { type Sheets, stackOf } from './sheets.ts';

/** Keeps the map supplied with the pictures of donuts, and rid of those that it no longer shows. */
export function useDonuts(map: MapLibreMap | null, locale: string, theme: ThemeName, sheets: Sheets): void {
  useEffect(() => {
    if (map) provideDonuts(map, compactCount(locale));
  }, [map, locale]);

  useEffect(() => {
    if (!map) return;
    const scales = stackOf(sheets).map(({ scale }) => scale);
    const tidy = () => dropUnusedDonuts(map, theme, scales);
    map.on('idle', tidy);
    return () => {
      map.off('idle', tidy);
    };
  }, [map, theme, sheets]);
}
