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

  /** Gives a source of tiles another address. Old tiles stay on screen until the new ones have come. */
  changeAddress(map: MapLibreMap, name: string, tiles: readonly string[]): void {
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
