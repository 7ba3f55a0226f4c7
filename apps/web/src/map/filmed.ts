import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { FilmScale, FrameMeasure } from './film-scale.ts';
import type { PicturePiece } from './legend-picture.ts';
import type { Room } from './map-image.ts';

/** A frame of a film that the map is to show. */
export interface FilmedFrame {
  /** Whether it is looked at only to find the scale of all frames. */
  readonly measuring: boolean;
  readonly scale: FilmScale;
  /** Called when the map shows it and nothing of it is on its way. */
  readonly onShown: (shown: ShownFrame) => void;
}

/** A frame that is on the map. */
export interface ShownFrame {
  readonly title: string;
  readonly measure: FrameMeasure;
  readonly legend: Room;
  /** Draws it with its legend; to be called at once, while the page has the light theme. */
  readonly take: (room: Room) => PicturePiece;
}

/** How often the map must have come to rest: what it does when it rests, such as sizing circles, may set it in motion again. */
const rests = 2;

/**
 * Says when a frame is on the map.
 * @param onMap what is on the map, another value whenever it may look otherwise; undefined while it is not of the frame
 */
export function useFilmed(
  map: MapLibreMap | null,
  frame: FilmedFrame | undefined,
  onMap: object | undefined,
  describe: () => ShownFrame,
): void {
  const latest = useRef(describe);
  useLayoutEffect(() => {
    latest.current = describe;
  });
  useEffect(() => {
    if (!map || !frame || !onMap) return;
    let rested = 0;
    const rest = () => {
      rested += 1;
      if (rested < rests) map.triggerRepaint();
      else {
        map.off('idle', rest);
        frame.onShown(latest.current());
      }
    };
    map.on('idle', rest);
    map.triggerRepaint();
    return () => {
      map.off('idle', rest);
    };
  }, [map, frame, onMap]);
}
