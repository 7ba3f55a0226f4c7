import { encodeTile } from '@monitor/engine';
import { type Cube, tileOf } from '@monitor/cube';
import type { Filter, TileAddress, TileAnswer } from '@monitor/domain';
import { type Database, readTile } from '@monitor/store';

import { engineNames, populationFinder } from './summary-engines.ts';

export interface DrawnTile {
  readonly bytes: Uint8Array;
  /** Incidents on it; undefined if the engine cannot tell without drawing it again. */
  readonly incidents?: number;
}

/** Something that draws a tile as MVT. */
export interface TileEngine {
  readonly name: string;
  draw(filter: Filter, tile: TileAddress): Promise<DrawnTile>;
}

/** The product's own engine, as the server uses it for a filter that nobody has asked before. */
export function cubeTileEngine(cube: Cube, database: Database): TileEngine {
  return {
    name: engineNames.cube,
    async draw(filter, tile) {
      const populate = await populationFinder(cube, database, filter);
      return toDrawnTile(tileOf(cube, { population: populate(filter), filter, measure: 'incidents' }, tile));
    },
  };
}

/** The product's second engine, which gathers in PostgreSQL. */
export function storeTileEngine(database: Database): TileEngine {
  return { name: engineNames.store, draw: async (filter, tile) => toDrawnTile(await readTile(database, filter, tile)) };
}

function toDrawnTile(answer: TileAnswer): DrawnTile {
  const incidents = answer.cells.reduce((sum, { properties }) => sum + properties.count, answer.incidents.length);
  return { bytes: encodeTile(answer) ?? new Uint8Array(0), incidents };
}
