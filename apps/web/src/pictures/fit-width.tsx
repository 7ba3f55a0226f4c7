import { type ReactNode, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { onPrint } from '../controls/printing.ts';
import styles from './fit-width.module.css';
import kit from '../styles/kit.module.css';

let fontLoads = 0;

/** Drawn again when letters have come, since texts are measured. */
function subscribeToFonts(listener: () => void): () => void {
  const loaded = () => {
    fontLoads++;
    listener();
  };
  document.fonts.addEventListener('loadingdone', loaded);
  return () => document.fonts.removeEventListener('loadingdone', loaded);
}

/** Half of a printed page, less half of the gap between two columns, in pixels as chart-column.module.css makes them. */
const paperColumn = 378;

/** The width on paper: what the page says in `--paper-width`, or else a column. */
function paperWidthOf(element: Element): number {
  return Number(getComputedStyle(element).getPropertyValue('--paper-width')) || paperColumn;
}

/** Draws something in the width that there is, in whole pixels, and again when that changes: on the screen, and for paper. */
export function FitWidth({ children }: { children: (width: number) => ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>();
  const [printed, setPrinted] = useState<number>();
  useSyncExternalStore(
    subscribeToFonts,
    () => fontLoads,
    () => 0,
  );
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // Nothing is measured for paper: the browser prints at once.
  useEffect(
    () =>
      onPrint(
        () => flushSync(() => setPrinted(frame.current === null ? undefined : paperWidthOf(frame.current))),
        () => setPrinted(undefined),
      ),
    [],
  );
  return (
    <div ref={frame} className={`${kit.relative} ${styles.frame}`}>
      {/* Before its place is laid out, there is no width. */}
      {width === undefined || width === 0 ? null : children(printed ?? width)}
    </div>
  );
}
