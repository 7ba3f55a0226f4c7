import type { Map as MapLibreMap } from 'maplibre-gl';
import { useSyncExternalStore } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './detail-note.module.css';
import kit from '../styles/kit.module.css';
import type { Settlement } from '../filter/settlements.ts';
import { nearestSettlement } from './settlements.ts';

/** From this zoom on a person expects streets, and a view may have no name in it. */
export const streetZoom = 12;

interface DetailNoteProps {
  readonly map: MapLibreMap | null;
  readonly settlements: readonly Settlement[];
}

/** Says in a corner of the map where it is and what it shows, once it is zoomed in further than its base map has detail for. */
export function DetailNote({ map, settlements }: DetailNoteProps) {
  const { t } = useTranslation('map');
  const centre = useCloseView(map);
  if (centre === '') return null;
  const [lon = 0, lat = 0] = centre.split(',').map(Number);
  const settlement = nearestSettlement(settlements, { lon, lat }, undefined, streetZoom);
  return (
    <output className={`${kit.note} ${kit.block} ${kit.rounded} ${kit.card} ${styles.note}`}>
      {settlement ? t('detail.near', { settlement: settlement.name }) : t('detail.far')}
    </output>
  );
}

/** The middle of a view from that zoom on, longitude and latitude in thousandths of a degree, once the map rests; otherwise empty. */
function useCloseView(map: MapLibreMap | null): string {
  return useSyncExternalStore(
    (changed) => {
      map?.on('moveend', changed);
      return () => map?.off('moveend', changed);
    },
    () => {
      if (!map || map.getZoom() < streetZoom) return '';
      const { lng, lat } = map.getCenter();
      return `${lng.toFixed(3)},${lat.toFixed(3)}`;
    },
  );
}
