import type { Map as MapLibreMap } from 'maplibre-gl';
import { useCallback, useEffect, useState } from 'react';
import { TileFailures } from './tile-failures.ts';

/** Seconds until the map tries again by itself; the last holds for all further attempts. */
const pauses = [4, 8, 16, 30, 60] as const;

interface TileFailureState {
  readonly failures: TileFailures;
  /** True while something that the view needs could not be loaded. */
  readonly failed: boolean;
  readonly retry: () => void;
}

/** Notices that map data could not be loaded, tries again by itself and on demand, and notices when it works again. */
export function useTileFailures(map: MapLibreMap | null): TileFailureState {
  const [failures] = useState(() => new TileFailures());
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  const retry = useCallback(() => {
    if (map) failures.retry(map);
  }, [map, failures]);

  useEffect(() => {
    if (!map) return;
    const fail = (event: object) => {
      if (failures.note(event)) setFailed(true);
    };
    const settle = () => {
      if (failures.any) return;
      setFailed(false);
      setAttempt(0);
    };
    map.on('error', fail);
    map.on('idle', settle);
    return () => {
      map.off('error', fail);
      map.off('idle', settle);
    };
  }, [map, failures]);

  useEffect(() => {
    if (!failed) return;
    const again = () => {
      setAttempt((count) => count + 1);
      retry();
    };
    const timer = window.setTimeout(again, (pauses[attempt] ?? pauses[pauses.length - 1] ?? 60) * 1000);
    window.addEventListener('online', again);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [failed, attempt, retry]);

  return { failures, failed, retry };
}
