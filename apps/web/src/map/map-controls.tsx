import { Map as WholeMap, Minus, Plus } from 'lucide-react';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useTranslation } from 'react-i18next';
import styles from './map-controls.module.css';
import { prefersReducedMotion } from '../controls/motion.ts';
import { showWholeRegion } from './use-camera.ts';

/** Zoom in and out, and back to the whole region. */
export function MapControls({ map }: { readonly map: MapLibreMap | null }) {
  const { t } = useTranslation('map');
  const controls = [
    { label: t('zoomIn'), Icon: Plus, act: (on: MapLibreMap) => on.zoomIn({ animate: !prefersReducedMotion() }) },
    { label: t('zoomOut'), Icon: Minus, act: (on: MapLibreMap) => on.zoomOut({ animate: !prefersReducedMotion() }) },
    { label: t('wholeRegion'), Icon: WholeMap, act: (on: MapLibreMap) => showWholeRegion(on, { animate: true, report: true }) },
  ];
  return (
    <fieldset className={styles.controls} aria-label={t('controls')}>
      {controls.map(({ label, Icon, act }) => (
        <button key={label} type="button" aria-label={label} title={label} onClick={() => map && act(map)}>
          <Icon size={16} strokeWidth={1.75} aria-hidden />
        </button>
      ))}
    </fieldset>
  );
}
