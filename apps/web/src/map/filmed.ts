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

/** Says when a frame is on the map. @param atRest whether the map is at rest with this very frame */
export function useFilmed(frame: FilmedFrame | undefined, atRest: boolean, describe: () => ShownFrame): void {
  const latest = useRef(describe);
  useLayoutEffect(() => {
    latest.current = describe;
  });
  useEffect(() => {
    if (atRest) frame?.onShown(latest.current());
  }, [frame, atRest]);
}
