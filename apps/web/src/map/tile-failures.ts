import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';

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

/** Remembers what could not be loaded, so that it can be asked for again: the map does not do so by itself. */
export class TileFailures {
  private readonly failed = new Map<string, TileId[]>();

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

  /** True where something of this source could not be loaded. */
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
