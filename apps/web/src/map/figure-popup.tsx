import { Popup } from '@vis.gl/react-maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ReactNode } from 'react';
import { namedTypes } from './composition-bars.tsx';
import { figureRadius, type MapFigure } from './figure.ts';
import type { FigureScale } from './figure-size.ts';
import styles from './figure-popup.module.css';
import { PopupCard } from './popup-card.tsx';
import { placePopup } from './popup-place.ts';
import { figureKey } from './read-figures.ts';
import type { FigureFocusControl } from './use-figure-focus.ts';
import { footnoteHeight } from './whole-region.ts';

interface FigurePopupProps {
  readonly map: MapLibreMap;
  readonly control: FigureFocusControl;
  readonly scale: FigureScale;
  /** What the popup says of a figure. */
  readonly describe: (figure: MapFigure) => ReactNode;
}

/** The popup of the figure that the pointer is on or that was chosen. */
export function FigurePopup({ map, control, scale, describe }: FigurePopupProps) {
  if (!control.focus) return null;
  const { figure, pinned } = control.focus;
  const place = popupPlace(map, figure, figureRadius(figure, scale));
  const leave = () => {
    control.close();
    if (pinned) map.getCanvas().focus({ preventScroll: true });
  };
  return (
    <Popup
      key={figureKey(figure)}
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
      <PopupCard kind={figure.kind} pinned={pinned} onEnter={control.hold} onLeave={control.release} onClose={leave}>
        {describe(figure)}
      </PopupCard>
    </Popup>
  );
}

/** Width of the popup as its style sheet sets it. CSS pixels. */
const width = 284;

/** The popup is placed before it is drawn, so its height is reckoned from what it will hold. */
function popupPlace(map: MapLibreMap, figure: MapFigure, radius: number) {
  const height = figure.kind === 'incident' ? 150 : 170 + 20 * Math.min(figure.shares.length, namedTypes + 1);
  const { clientWidth, clientHeight } = map.getContainer();
  const at = map.project([figure.lon, figure.lat]);
  return placePopup(at, radius, { width: clientWidth, height: clientHeight }, { width, height }, footnoteHeight(clientWidth));
}
