import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import { compactCount } from './compact-count.ts';
import { dropUnusedDonuts, provideDonuts } from './donut-pictures.ts';
import type { FigureScale } from './figure-size.ts';
import type { ThemeName } from './map-theme.ts';

/** Keeps the map supplied with the pictures of donuts, and rid of those that it no longer shows. */
export function useDonuts(map: MapLibreMap | null, locale: string, theme: ThemeName, scale: FigureScale): void {
  useEffect(() => {
    if (map) provideDonuts(map, compactCount(locale));
  }, [map, locale]);

  useEffect(() => {
    if (!map) return;
    const tidy = () => dropUnusedDonuts(map, theme, scale);
    map.on('idle', tidy);
    return () => {
      map.off('idle', tidy);
    };
  }, [map, theme, scale]);
}
