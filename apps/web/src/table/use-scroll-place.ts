import { type RefObject, useCallback, useRef } from 'react';
import { follow, placeOf, type ScrollPlace, type ScrollSpace } from './scroll-space.ts';

/** Milliseconds without scrolling after which the scroll bar is put where it belongs. */
const restsAfter = 150;

/** Scrolling through rows that can be taller than an element. */
export interface ScrollHold {
  /** Where the frame is scrolled to; read when rows are drawn. */
  readonly place: RefObject<ScrollPlace>;
  /** Reports the first pixel of the rows in view, from now on and with each scroll. Returns how to stop. */
  readonly observe: (report: (offset: number, isScrolling: boolean) => void) => (() => void) | undefined;
  /** Brings a pixel of the rows to the top of the view. */
  readonly scrollTo: (offset: number) => void;
}

/** @param frame what is scrolled @param space its rows, at this moment */
export function useScrollPlace(frame: RefObject<HTMLElement | null>, space: RefObject<ScrollSpace>): ScrollHold {
  const place = useRef<ScrollPlace>({ top: 0, offset: 0 });
  const report = useRef<(offset: number, isScrolling: boolean) => void>(() => undefined);

  const settle = useCallback(
    (next: ScrollPlace) => {
      place.current = next;
      // The event that this causes finds the place as it is.
      const element = frame.current;
      if (element !== null && Math.abs(element.scrollTop - next.top) >= 1) element.scrollTo({ top: next.top, behavior: 'instant' });
      if (element !== null) place.current = { ...next, top: element.scrollTop };
      report.current(next.offset, false);
    },
    [frame],
  );

  const observe = useCallback(
    (tell: (offset: number, isScrolling: boolean) => void) => {
      const element = frame.current;
      if (element === null) return undefined;
      report.current = tell;
      let resting: ReturnType<typeof setTimeout> | undefined;
      const onScroll = () => {
        if (element.scrollTop !== place.current.top) place.current = follow(space.current, place.current, element.scrollTop);
        tell(place.current.offset, true);
        clearTimeout(resting);
        resting = setTimeout(() => {
          // It is being scrolled again where it is elsewhere: the event for that comes with the next frame.
          if (element.scrollTop === place.current.top) settle(placeOf(space.current, place.current.offset));
        }, restsAfter);
      };
      tell(place.current.offset, false);
      element.addEventListener('scroll', onScroll, { passive: true });
      return () => {
        clearTimeout(resting);
        element.removeEventListener('scroll', onScroll);
      };
    },
    [frame, space, settle],
  );

  const scrollTo = useCallback((offset: number) => settle(placeOf(space.current, offset)), [space, settle]);
  return { place, observe, scrollTo };
}
