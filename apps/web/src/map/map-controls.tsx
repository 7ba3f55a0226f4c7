import type { Box } from '@monitor/domain';
import { Clapperboard, Download, Ellipsis, Map as WholeMap, Minus, Pentagon, Plus, Search, SquareDashed } from 'lucide-react';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from '../i18n/use-translation.ts';
import { rolled } from './around-the-earth.ts';
import { DrawTools } from './draw-tools.tsx';
import { FoldOut } from './fold-out.tsx';
import folds from './fold-out.module.css';
import styles from './map-controls.module.css';
import kit from '../styles/kit.module.css';
import { PlaceSearch } from './place-search.tsx';
import type { AreaTool } from './use-area-tool.ts';
import { prefersReducedMotion } from '../controls/motion.ts';
import { footnoteHeight } from './region-view.ts';
import { showWholeRegion } from './use-camera.ts';

interface MapControlsProps {
  readonly map: MapLibreMap | null;
  readonly onUseView: (bounds: Box) => void;
  /** The person wants the map as a picture. Undefined while it cannot be given away. */
  readonly onSave: (() => void) | undefined;
  /** The person wants a film of it. Undefined while none can be made. */
  readonly onFilm: (() => void) | undefined;
  readonly areaTool: AreaTool;
  /** Whether the filter has an area, which can be changed and removed. */
  readonly hasArea: boolean;
  readonly onRemoveArea: () => void;
}

/**
 * Zoom in and out; and, behind one button, the search for a place, the tools that draw an area, back to the whole region, the view as an
 * area of the filter, and the map as a picture or film.
 */
export function MapControls({ map, onUseView, onSave, onFilm, areaTool, hasArea, onRemoveArea }: MapControlsProps) {
  const { t } = useTranslation('map');
  const [shown, setShown] = useState<'list' | 'search' | 'draw'>();
  const close = () => setShown(undefined);
  const zooms = [
    { label: t('zoomIn'), Icon: Plus, act: () => map?.zoomIn({ animate: !prefersReducedMotion() }) },
    { label: t('zoomOut'), Icon: Minus, act: () => map?.zoomOut({ animate: !prefersReducedMotion() }) },
  ];
  const parts = [
    { part: 'search', label: t('search.label'), Icon: Search },
    { part: 'draw', label: t('draw.label'), Icon: Pentagon },
  ] as const;
  const more = [
    { label: t('wholeRegion'), Icon: WholeMap, act: map && (() => showWholeRegion(map, { animate: true, report: true })) },
    { label: t('useView'), Icon: SquareDashed, act: map && (() => onUseView(boxInView(map))) },
    { label: t('save'), Icon: Download, act: onSave },
    { label: t('film.open'), Icon: Clapperboard, act: onFilm },
  ];
  return (
    <>
      <fieldset className={`${kit.raised} ${kit.grid} ${styles.controls}`} aria-label={t('controls')}>
        {zooms.map(({ label, Icon, act }) => (
          <button key={label} type="button" aria-label={label} title={label} onClick={act}>
            <Icon size={16} strokeWidth={1.75} aria-hidden />
          </button>
        ))}
      </fieldset>
      <FoldOut
        label={t('more')}
        Icon={Ellipsis}
        open={shown !== undefined}
        active={areaTool.tool !== undefined}
        onOpen={(open) => {
          areaTool.choose(undefined);
          setShown(open ? 'list' : undefined);
        }}
      >
        {shown === 'search' ? (
          <PlaceSearch map={map} onDone={close} />
        ) : shown === 'draw' ? (
          <DrawTools areaTool={areaTool} hasArea={hasArea} onRemove={onRemoveArea} onDone={close} />
        ) : (
          <fieldset className={`${kit.plain} ${folds.list}`} aria-label={t('more')}>
            {parts.map(({ part, label, Icon }) => (
              <button key={part} type="button" onClick={() => setShown(part)}>
                <Icon size={15} strokeWidth={1.75} aria-hidden />
                {label}
              </button>
            ))}
            {more.map(({ label, Icon, act }) => (
              <button
                key={label}
                type="button"
                disabled={!act}
                onClick={() => {
                  // The button has the focus again before a dialog takes it, and so after it.
                  flushSync(close);
                  act?.();
                }}
              >
                <Icon size={15} strokeWidth={1.75} aria-hidden />
                {label}
              </button>
            ))}
          </fieldset>
        )}
      </FoldOut>
    </>
  );
}

/** What is in view above the footnotes, with as many decimals as a pixel needs, and not more than the earth. Degrees. */
function boxInView(map: MapLibreMap): Box {
  const { clientWidth, clientHeight } = map.getContainer();
  const [first, last] = [map.unproject([0, 0]), map.unproject([clientWidth, clientHeight - footnoteHeight(clientWidth)])];
  const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
  const limited = (lat: number) => round(Math.min(90, Math.max(-90, lat)));
  return rolled([round(first.lng), limited(last.lat), round(last.lng), limited(first.lat)]);
}
