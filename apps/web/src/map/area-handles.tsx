import { degreeWords } from '@monitor/findings';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type KeyboardEvent, type PointerEvent, useEffect, useReducer, useRef, useState } from 'react';
import type { DrawnArea } from '../filter/filter-actions.ts';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import styles from './area-handles.module.css';
import { nearLongitude, placeOnScreen } from './around-the-earth.ts';
import { type FilterAreas, type Handle, handlesOf, withHandleAt, withoutCorner } from './drawn-shape.ts';
import type { AreaTool } from './use-area-tool.ts';

/** Pixels that a key moves a handle by: with Shift, one. */
const step = 10;

/** Right and down. */
const keys: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A handle that is being moved: of which area, from where, and where it is now, in pixels of the map. */
interface Move {
  readonly areas: FilterAreas;
  readonly handle: Handle;
  readonly x: number;
  readonly y: number;
  /** Undefined until it has moved. */
  readonly area?: DrawnArea | undefined;
}

/** What the area of the filter is changed by, with a pointer or the arrow keys. */
export function AreaHandles({ map, areaTool: { areas, change, keep } }: { map: MapLibreMap; areaTool: AreaTool }) {
  const { t } = useTranslation('map');
  const voice = useVoice();
  const move = useRef<Move>(undefined);
  const [last, setLast] = useState<Handle>();
  useViewOf(map);
  const frame = useRef<HTMLFieldSetElement>(null);
  // What led here is gone, and has given the focus back to what opened it.
  useEffect(() => frame.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  const handles = handlesOf(areas);
  const corners = handles.filter(({ part }) => part === 'corner').length;
  const nameOf = ({ part, corner, at: [lon, lat] }: Handle) =>
    t(`draw.handle.${part}`, {
      corner: corner + 1,
      next: ((corner + 1) % corners) + 1,
      corners,
      ...degreeWords(lon, lat, voice, 2),
      km: voice.number.tick(areas.near?.km ?? 0),
    });
  const begin = (handle: Handle) => {
    const { x, y } = placeOnScreen(map, { lon: handle.at[0], lat: handle.at[1] });
    setLast(handle);
    return (move.current ??= { areas, handle, x, y });
  };
  const moveTo = (x: number, y: number) => {
    if (move.current === undefined) return;
    const { areas: before, handle, area } = move.current;
    const { lng, lat } = map.unproject([x, y]);
    const now = withHandleAt(before, handle, [nearLongitude(lng, handle.at[0]), lat]);
    move.current = { ...move.current, x, y, area: now ?? area };
    change(now);
  };
  const end = () => {
    const area = move.current?.area;
    move.current = undefined;
    if (area !== undefined) keep(area);
  };
  const press = (event: KeyboardEvent, handle: Handle) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      const left = withoutCorner(areas, handle);
      if (left !== undefined) {
        event.preventDefault();
        change(left);
        move.current = { ...begin(handle), area: left };
      }
      return;
    }
    const [right, down] = keys[event.key] ?? [0, 0];
    if (right === 0 && down === 0) return;
    event.preventDefault();
    const { x, y } = begin(handle);
    const by = event.shiftKey ? 1 : step;
    // Up makes a circle wider, as right does.
    if (handle.part === 'edge') moveTo(x + (right - down) * by, y);
    else moveTo(x + right * by, y + down * by);
  };
  const follow = ({ currentTarget, pointerId, clientX, clientY }: PointerEvent) => {
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    const { left, top } = map.getContainer().getBoundingClientRect();
    moveTo(clientX - left, clientY - top);
  };
  return (
    <fieldset ref={frame} className={`${kit.plain} ${kit.screenOnly} ${kit.cover} ${styles.handles}`} aria-label={t('draw.edit')}>
      {handles.map((handle) => {
        const { x, y } = placeOnScreen(map, { lon: handle.at[0], lat: handle.at[1] });
        return (
          <button
            key={`${handle.part} ${handle.corner}`}
            type="button"
            className={styles.handle}
            style={{ translate: `${x}px ${y}px` }}
            data-part={handle.part}
            aria-label={nameOf(handle)}
            onKeyDown={(event) => press(event, handle)}
            onKeyUp={end}
            onBlur={end}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              begin(handle);
            }}
            onPointerMove={follow}
            onPointerUp={end}
            onPointerCancel={end}
          />
        );
      })}
      <output className="visually-hidden">{handles.filter((one) => isSame(one, last)).map(nameOf)}</output>
    </fieldset>
  );
}

function isSame(one: Handle, other: Handle | undefined): boolean {
  return one.part === other?.part && one.corner === other.corner;
}

/** Draws again whenever the map has moved. */
function useViewOf(map: MapLibreMap): void {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    // A change of its size moves it, too.
    map.on('move', draw);
    return () => void map.off('move', draw);
  }, [map]);
}
