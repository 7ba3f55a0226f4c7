import type { Period } from '@monitor/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FilmedFrame, ShownFrame } from '../../map/filmed.ts';
import { FilmFailure, type ShowFrame } from './make-film.ts';

/** A frame that the map is to show, and its period. */
export interface FrameOnMap extends FilmedFrame {
  readonly period: Period;
}

/** Milliseconds that a frame may take to load. */
const patience = 60_000;

/** What the map shows for a film, one frame after the other. The address stays as it is. */
export function useFilming(): { readonly frame: FrameOnMap | undefined; readonly show: ShowFrame; readonly stop: () => void } {
  const [frame, setFrame] = useState<FrameOnMap>();
  const pending = useRef<(reason: Error) => void>(undefined);
  const show = useCallback<ShowFrame>(
    (period, { measuring, scale }) =>
      new Promise<ShownFrame>((resolve, reject) => {
        const timer = setTimeout(() => reject(new FilmFailure('late')), patience);
        pending.current = (reason) => {
          clearTimeout(timer);
          reject(reason);
        };
        const onShown = (shown: ShownFrame) => {
          clearTimeout(timer);
          resolve(shown);
        };
        setFrame({ period, measuring, scale, onShown });
      }),
    [],
  );
  const stop = useCallback(() => {
    pending.current?.(new Error('The film was given up'));
    setFrame(undefined);
  }, []);
  useEffect(() => stop, [stop]);
  return { frame, show, stop };
}
