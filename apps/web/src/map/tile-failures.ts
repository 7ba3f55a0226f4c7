import type { GeoJSONSource, Map as MapLibreMap, VectorTileSource } from 'maplibre-gl';

interface TileId {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What of an error event of the map says which tile of which source failed; `tile` is absent where a whole file did. */
export interface LoadFailure {
  readonly sourceId?: string;
  readonly tile?: { readonly tileID: { readonly canonical: TileId } };
}

/**
 * Remembers what could not be loaded, so that it can be asked for again. The map does not do so by itself: a tile that
 * failed once waits for ever when its source is given new addresses (maplibre-gl 6.17), unless it is refreshed by name.
 */
export class TileFailures {
  private readonly failed = new Map<string, TileId[]>();
  /** Addresses that wait until their source has loaded what is on its way. */
  private readonly waiting = new Map<string, readonly string[]>();

  get any(): boolean {
    return this.failed.size > 0;
  }

  /** Takes note of a failure; false where the event is about something else. */
  note({ sourceId, tile }: LoadFailure): boolean {
    if (sourceId === undefined) return false;
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

  /**
   * Gives a source of tiles another address. Old tiles stay on screen until the new ones have come. While tiles are on
   * their way, the newest address waits for them: the map would not ask for a tile that it is still loading at another
   * address, and of two answers on their way the later one would stay, whichever was asked for last (maplibre-gl 6.17).
   */
  changeAddress(map: MapLibreMap, name: string, tiles: readonly string[]): void {
    const waiting = this.waiting.has(name);
    this.waiting.set(name, tiles);
    if (waiting) return;
    const apply = () => {
      const newest = this.waiting.get(name);
      if (newest === undefined || !map.isSourceLoaded(name)) return;
      this.waiting.delete(name);
      for (const event of ['sourcedata', 'error', 'idle'] as const) map.off(event, apply);
      this.setAddress(map, name, newest);
    };
    for (const event of ['sourcedata', 'error', 'idle'] as const) map.on(event, apply);
    apply();
  }

  private setAddress(map: MapLibreMap, name: string, tiles: readonly string[]): void {
    const source = map.getSource<VectorTileSource>(name);
    if (!source) return;
    const failed = this.failed.get(name);
    if (failed) {
      this.failed.delete(name);
      source.tiles = [...tiles];
      map.refreshTiles(name, failed);
    }
    source.setTiles([...tiles]);
  }
}

function askAgain(source: GeoJSONSource): void {
  const { data } = source.serialize();
  if (typeof data === 'string') void source.setData(data);
}
