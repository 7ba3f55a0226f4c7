import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, as it changes. Undefined on the server, which does not know it. */
export function useMediaQuery(query: string): boolean | undefined {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore<boolean | undefined>(
    subscribe,
    () => matchMedia(query).matches,
    () => undefined,
  );
}

/** Wide enough for the filter panel beside the figures; the style sheets of Explore have the same width. */
export const wideScreen = '(min-width: 1121px)';
