import type { Box } from '@monitor/domain';
import { Clapperboard, Download, Map as WholeMap, Minus, Plus, SquareDashed } from 'lucide-react';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './map-controls.module.css';
import kit from '../styles/kit.module.css';
import { prefersReducedMotion } from '../controls/motion.ts';
import { footnoteHeight, showWholeRegion } from './use-camera.ts';

interface MapControlsProps {
  readonly map: MapLibreMap | null;
  readonly onUseView: (bounds: Box) => void;
  /** The person wants the map as a picture. Undefined while it cannot be given away. */
  readonly onSave: (() => void) | undefined;
  /** The person wants a film of it. Undefined while none can be made. */
  readonly onFilm: (() => void) | undefined;
}

/** Zoom in and out, back to the whole region, the view as an area of the filter, and the map as a picture or film. */
export function MapControls({ map, onUseView, onSave, onFilm }: MapControlsProps) {
  const { t } = useTranslation('map');
  const controls = [
    { label: t('zoomIn'), Icon: Plus, act: (on: MapLibreMap) => on.zoomIn({ animate: !prefersReducedMotion() }) },
    { label: t('zoomOut'), Icon: Minus, act: (on: MapLibreMap) => on.zoomOut({ animate: !prefersReducedMotion() }) },
    { label: t('wholeRegion'), Icon: WholeMap, act: (on: MapLibreMap) => showWholeRegion(on, { animate: true, report: true }) },
    { label: t('useView'), Icon: SquareDashed, act: (on: MapLibreMap) => onUseView(boxInView(on)) },
  ];
  return (
    <fieldset className={`${kit.raised} ${kit.grid} ${styles.controls}`} aria-label={t('controls')}>
      {controls.map(({ label, Icon, act }) => (
        <button key={label} type="button" aria-label={label} title={label} onClick={() => map && act(map)}>
          <Icon size={16} strokeWidth={1.75} aria-hidden />
        </button>
      ))}
      <button type="button" aria-label={t('save')} title={t('save')} disabled={onSave === undefined} onClick={onSave}>
        <Download size={16} strokeWidth={1.75} aria-hidden />
      </button>
      <button type="button" aria-label={t('film.open')} title={t('film.open')} disabled={onFilm === undefined} onClick={onFilm}>
        <Clapperboard size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </fieldset>
  );
}

/** What is in view above the footnotes, with as many decimals as a pixel needs, and not more than the earth. Degrees. */
function boxInView(map: MapLibreMap): Box {
  const { clientWidth, clientHeight } = map.getContainer();
  const [first, last] = [map.unproject([0, 0]), map.unproject([clientWidth, clientHeight - footnoteHeight(clientWidth)])];
  const round = (degrees: number, most: number) => Math.round(Math.min(most, Math.max(-most, degrees)) * 1e4) / 1e4;
  return [round(first.lng, 180), round(last.lat, 90), round(last.lng, 180), round(first.lat, 90)];
}
