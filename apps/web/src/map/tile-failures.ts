import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { useCallback, useEffect, useState } from 'react';

interface TileId {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What of an error event of the map says which tile of which source failed; `tile` is absent if a whole file did. */
export interface LoadFailure {
  readonly sourceId?: string;
  readonly tile?: { readonly tileID: { readonly canonical: TileId } };
  /** That of load-tile.ts says how many seconds the server asked to wait. */
  readonly error?: { readonly retryAfter?: number | undefined };
}

/** Remembers what could not be loaded, so that it can be requested again. MapLibre does not retry. */
export class TileFailures {
  private readonly failed = new Map<string, TileId[]>();
  private notBefore = 0;

  get any(): boolean {
    return this.failed.size > 0;
  }

  /** Takes note of a failure; false if the event is about something else. */
  note({ sourceId, tile, error }: LoadFailure): boolean {
    if (sourceId === undefined) return false;
    this.notBefore = Math.max(this.notBefore, Date.now() + (error?.retryAfter ?? 0) * 1000);
    const tiles = this.failed.get(sourceId) ?? [];
    this.failed.set(sourceId, tile ? [...tiles, tile.tileID.canonical] : tiles);
    return true;
  }

  /** Asks again for everything that failed. */
  retry(map: MapLibreMap): void {
    const failed = [...this.failed];
    this.failed.clear();
    for (const [name, tiles] of failed) {
      const source = map.getSource(name);
      if (source?.type === 'vector') map.refreshTiles(name, tiles);
      if (source?.type === 'geojson') askAgain(source as GeoJSONSource);
    }
  }

  /** Milliseconds that the server still asks to wait. */
  get askedToWait(): number {
    return Math.max(0, this.notBefore - Date.now());
  }

  /** True if something of this source could not be loaded. */
  has(source: string): boolean {
    return this.failed.has(source);
  }

  /** The source is gone. */
  forget(source: string): void {
    this.failed.delete(source);
  }
}

function askAgain(source: GeoJSONSource): void {
  const { data } = source.serialize();
  if (typeof data === 'string') void source.setData(data);
}

/** Seconds until the next automatic attempt; the last applies to all further ones. */
const pauses = [4, 8, 16, 30, 60] as const;

interface TileFailureState {
  readonly failures: TileFailures;
  /** True while something that the view needs could not be loaded. */
  readonly failed: boolean;
  readonly retry: () => void;
}

/** Notices that map data could not be loaded, retries automatically and on demand, and notices when it works again. */
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
    let timer = 0;
    const wait = (milliseconds: number) => {
      timer = window.setTimeout(again, milliseconds);
    };
    const again = () => {
      window.clearTimeout(timer);
      if (failures.askedToWait > 0) return wait(failures.askedToWait);
      setAttempt((count) => count + 1);
      retry();
    };
    wait((pauses[attempt] ?? pauses[pauses.length - 1] ?? 60) * 1000);
    window.addEventListener('online', again);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [failed, attempt, retry, failures]);

  return { failures, failed, retry };
}
