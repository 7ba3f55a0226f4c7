import type { IsoDate, Period } from '@monitor/domain';
import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { SideName } from '../../controls/side-badge.tsx';
import { AheadContext, isAnsweredAtOnce } from '../../filter/ahead.ts';
import { inOther } from '../../filter/comparison-actions.ts';
import { setPeriod } from '../../filter/filter-actions.ts';
import { useExplore, useGesture } from '../../filter/use-explore.ts';
import { AddressPace } from './address-pace.ts';
import { type BrushWindow, periodOf } from './brush-window.ts';

/** A window that is being moved: shown at once, written to the address at a limited pace. */
export interface PeriodGesture {
  /** The window under the hand; undefined when at rest. */
  readonly preview: BrushWindow | undefined;
  readonly move: (window: BrushWindow) => void;
  /** Tells the address at once and shows nothing before: the figures and what they are of change together. */
  readonly step: (window: BrushWindow) => void;
  /** Ends the gesture where it is: one step for Back. */
  readonly end: () => void;
}

/** Milliseconds without a move after which the window rests, though the hand still holds it: more than a busy page takes to notice one. */
const restAfter = 1000;
/** Milliseconds after the end of a gesture: by then the address has its last window. */
const restAfterEnd = 100;

/**
 * @param awaited whether figures of the present address are on their way
 * @param side whose window it is, where two are compared
 * @param onMoving called when the window begins to move and when it rests. Must be stable
 */
export function usePeriodGesture(
  months: readonly IsoDate[],
  coverage: Period | undefined,
  awaited: boolean,
  side: SideName,
  onMoving: (moving: boolean) => void,
): PeriodGesture {
  const gesture = useGesture();
  const ahead = useContext(AheadContext);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const [preview, setPreview] = useState<BrushWindow>();
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; window: BrushWindow } | undefined>(undefined);
  const isAwaited = useRef(awaited);
  useEffect(() => {
    isAwaited.current = awaited;
  }, [awaited]);
  const { filter, view } = useExplore();
  const present = useRef({ filter, view });
  useEffect(() => {
    present.current = { filter, view };
  }, [filter, view]);
  const pace = useRef(new AddressPace());
  return useMemo(() => {
    const tell = (window: BrushWindow) => {
      pace.current.changed();
      gesture.act(setPeriod(periodOf(window, months, coverage)));
    };
    const settle = () => {
      if (waiting.current === undefined) return;
      clearTimeout(waiting.current.timer);
      tell(waiting.current.window);
      waiting.current = undefined;
    };
    const settleInTime = () => {
      if (waiting.current === undefined) return;
      const wait = pace.current.wait(isAwaited.current, isAnsweredAtOnce(present.current));
      if (wait > 0) waiting.current.timer = setTimeout(settleInTime, wait);
      else settle();
    };
    const restIn = (milliseconds: number) => {
      clearTimeout(resting.current);
      resting.current = setTimeout(() => {
        onMoving(false);
        ahead.move(undefined);
      }, milliseconds);
    };
    return {
      preview,
      move(window) {
        setPreview(window);
        const act = setPeriod(periodOf(window, months, coverage));
        ahead.move(side === 'b' ? inOther(act) : act);
        onMoving(true);
        restIn(restAfter);
        if (waiting.current === undefined) waiting.current = { window, timer: setTimeout(settleInTime) };
        else waiting.current.window = window;
      },
      step: tell,
      end() {
        settle();
        gesture.end();
        setPreview(undefined);
        restIn(restAfterEnd);
      },
    };
  }, [gesture, ahead, months, coverage, side, preview, onMoving]);
}
