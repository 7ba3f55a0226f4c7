import type { IsoDate, Period } from '@monitor/domain';
import { useMemo, useRef, useState } from 'react';
import { setPeriod } from '../filter/filter-actions.ts';
import { useGesture } from '../filter/use-explore.ts';
import { type BrushWindow, periodOf } from './brush-window.ts';

/** Milliseconds between two changes of the address during a drag; browsers limit how often it may change. */
const pace = 300;

/** A window that is being moved: shown at once, told to the address at a bearable pace. */
export interface PeriodGesture {
  /** The window under the hand; undefined when at rest. */
  readonly preview: BrushWindow | undefined;
  readonly move: (window: BrushWindow) => void;
  /** Tells the address at once and shows nothing before: the figures and what they are of change together. */
  readonly step: (window: BrushWindow) => void;
  /** Ends the gesture where it is: one step for Back. */
  readonly end: () => void;
}

export function usePeriodGesture(months: readonly IsoDate[], coverage: Period | undefined): PeriodGesture {
  const gesture = useGesture();
  const [preview, setPreview] = useState<BrushWindow>();
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; window: BrushWindow } | undefined>(undefined);
  return useMemo(() => {
    const tell = (window: BrushWindow) => gesture.act(setPeriod(periodOf(window, months, coverage)));
    const settle = () => {
      if (waiting.current === undefined) return;
      clearTimeout(waiting.current.timer);
      tell(waiting.current.window);
      waiting.current = undefined;
    };
    return {
      preview,
      move(window) {
        setPreview(window);
        if (waiting.current !== undefined) waiting.current.window = window;
        else waiting.current = { window, timer: setTimeout(settle, pace) };
      },
      step: tell,
      end() {
        settle();
        gesture.end();
        setPreview(undefined);
      },
    };
  }, [gesture, months, coverage, preview]);
}
