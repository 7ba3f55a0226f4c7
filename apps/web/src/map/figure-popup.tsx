import { Popup } from '@vis.gl/react-maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { placeOnScreen } from './around-the-earth.ts';
import type { Figure } from './figure.ts';
import type { FigureScale } from './figure-size.ts';
import buttons from '../controls/button.module.css';
import styles from './figure-popup.module.css';
import { figureLayer } from './figures-in-view.ts';
import type { FigureActions } from './map-layer.ts';
import { placePopup } from './popup-place.ts';
import type { FigureFocusControl } from './use-figure-focus.ts';
import { footnoteHeight } from './region-view.ts';
import kit from '../styles/kit.module.css';

interface FigurePopupProps {
  readonly map: MapLibreMap;
  readonly control: FigureFocusControl;
  readonly scale: FigureScale;
  readonly actions: FigureActions;
}

/** The popup of the figure that the pointer is on or that was chosen. */
export function FigurePopup({ map, control, scale, actions }: FigurePopupProps) {
  const { t } = useTranslation('map');
  if (!control.focus) return null;
  const { figure, pinned } = control.focus;
  const layer = figureLayer(figure);
  const place = popupPlace(map, figure, layer.radius(figure, scale), layer.popup.height(figure));
  const leave = () => {
    control.close();
    if (pinned) map.getCanvas().focus({ preventScroll: true });
  };
  return (
    <Popup
      key={figure.key}
      longitude={figure.lon}
      latitude={figure.lat}
      anchor={place.anchor}
      offset={place.offset}
      closeButton={false}
      closeOnClick={false}
      focusAfterOpen={false}
      maxWidth="none"
      className={styles.popup ?? ''}
    >
      <PopupCard title={t(layer.popup.title)} pinned={pinned} onEnter={control.hold} onLeave={control.release} onClose={leave}>
        {layer.popup.content(figure, actions)}
      </PopupCard>
    </Popup>
  );
}

/** Width of the popup as its style sheet sets it. CSS pixels. */
const width = 284;

function popupPlace(map: MapLibreMap, figure: Figure, radius: number, height: number) {
  const { clientWidth, clientHeight } = map.getContainer();
  const at = placeOnScreen(map, figure);
  return placePopup(at, radius, { width: clientWidth, height: clientHeight }, { width, height }, footnoteHeight(clientWidth));
}

interface PopupCardProps {
  /** Its name. */
  readonly title: string;
  readonly pinned: boolean;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The popup's frame: takes the focus when it was chosen, stays while the pointer is on it, closes with Escape. */
function PopupCard({ title, pinned, onEnter, onLeave, onClose, children }: PopupCardProps) {
  const { t } = useTranslation('map');
  const card = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (!pinned) return;
    // The map takes the card in only after this effect.
    const frame = requestAnimationFrame(() => card.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [pinned]);

  const enter = useEffectEvent(onEnter);
  const leave = useEffectEvent(onLeave);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const element = card.current;
    const onMouseEnter = () => enter();
    const onMouseLeave = () => leave();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // One press closes one thing: an open record listens at the window.
      event.preventDefault();
      close();
    };
    element?.addEventListener('mouseenter', onMouseEnter);
    element?.addEventListener('mouseleave', onMouseLeave);
    document.addEventListener('keydown', onKey);
    return () => {
      element?.removeEventListener('mouseenter', onMouseEnter);
      element?.removeEventListener('mouseleave', onMouseLeave);
      document.removeEventListener('keydown', onKey);
    };
  }, []);

  return (
    <dialog ref={card} open className={`${kit.note} ${kit.relative} ${kit.bare} ${styles.card}`} aria-label={title} tabIndex={-1}>
      {pinned && (
        <button
          type="button"
          className={`${buttons.icon} ${kit.absolute} ${styles.close}`}
          aria-label={t('close')}
          onClick={onClose}
        >
          <X size={16} aria-hidden />
        </button>
      )}
      {children}
    </dialog>
  );
}
