import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Figure } from './figure.ts';
import { figureAt, type Pressable } from './figures-in-view.ts';

/** A figure whose popup is open. A pinned popup stays until it is closed; one that the pointer opened goes with it. */
export interface FigureFocus {
  readonly figure: Figure;
  readonly pinned: boolean;
  /** Key of what the figure is on. */
  readonly on: string;
}

export interface FigureFocusControl {
  readonly focus: FigureFocus | undefined;
  readonly pin: (figure: Figure) => void;
  /** Rings a figure and opens its popup until it is released. */
  readonly point: (figure: Figure) => void;
  readonly close: () => void;
  /** The pointer is on the popup: it stays. */
  readonly hold: () => void;
  /** The pointer has left the popup. */
  readonly release: () => void;
}

interface FocusOptions {
  /** Figures of anything else are gone. */
  readonly pressable: Pressable;
  /** What a click of the mouse does: see `press` in map-layer.ts. */
  readonly press: (figure: Figure) => boolean;
}

/** Milliseconds that the pointer may be away from figure and popup, so that it can cross from one to the other. */
const grace = 220;
const tolerance = { mouse: 2, touch: 9 } as const;

/** Which figure's popup is open. */
export function useFigureFocus(map: MapLibreMap | null, { pressable, press }: FocusOptions): FigureFocusControl {
  const [chosen, setChosen] = useState<FigureFocus>();
  const focus = chosen && chosen.on === pressable.key ? chosen : undefined;
  const timer = useRef(0);

  const hold = useCallback(() => window.clearTimeout(timer.current), []);
  const close = useCallback(() => {
    hold();
    setChosen(undefined);
  }, [hold]);
  const release = useCallback(() => {
    hold();
    timer.current = window.setTimeout(() => setChosen((current) => (current?.pinned ? current : undefined)), grace);
  }, [hold]);
  const open = (pinned: boolean) => (figure: Figure) => {
    hold();
    setChosen({ figure, pinned, on: pressable.key });
  };
  const [pin, point] = [open(true), open(false)];

  const hover = useEffectEvent((event: MapMouseEvent) => {
    if (!map || focus?.pinned || map.isMoving()) return;
    const figure = figureAt(map, pressable, event.point, tolerance.mouse);
    map.getCanvas().style.cursor = figure ? 'pointer' : '';
    if (!figure) {
      if (focus) release();
      return;
    }
    hold();
    if (!focus || focus.figure.key !== figure.key) setChosen({ figure, pinned: false, on: pressable.key });
  });

  const choose = useEffectEvent((event: MapMouseEvent) => {
    if (!map) return;
    const touched = 'pointerType' in event.originalEvent && event.originalEvent.pointerType === 'touch';
    const figure = figureAt(map, pressable, event.point, touched ? tolerance.touch : tolerance.mouse);
    if (!figure || (!touched && press(figure))) close();
    else pin(figure);
  });

  useEffect(() => {
    if (!map) return;
    const onMove = (event: MapMouseEvent) => hover(event);
    const onClick = (event: MapMouseEvent) => choose(event);
    map.on('mousemove', onMove);
    map.on('click', onClick);
    map.on('mouseout', release);
    map.on('dragstart', release);
    // Each zoom has its own cells.
    map.on('zoomstart', close);
    return () => {
      map.off('mousemove', onMove);
      map.off('click', onClick);
      map.off('mouseout', release);
      map.off('dragstart', release);
      map.off('zoomstart', close);
      hold();
    };
  }, [map, close, hold, release]);

  return { focus, pin, point, close, hold, release };
}
