import { type ReactNode, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';

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

/** Draws something in the width that there is, in whole pixels, and again when that changes. */
export function FitWidth({ children }: { children: (width: number) => ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>();
  useSyncExternalStore(subscribeToFonts, () => fontLoads);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={frame} style={{ position: 'relative' }}>
      {width === undefined ? null : children(width)}
    </div>
  );
}
