import type { Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** The number that the page gives under a label of the line of key figures, once it is there. */
export async function keyFigure(page: Page, label: string): Promise<number> {
  const figure = page
    .locator('dl div', { has: page.locator('dt', { hasText: label }) })
    .locator('dd')
    .first();
  await expect.poll(() => figure.innerText(), { timeout: 30_000 }).toMatch(/\d/);
  return numberIn(await figure.innerText());
}

/** The first number of a text written the English way. */
export function numberIn(text: string): number {
  return Number((/[\d,]+(?:\.\d+)?/.exec(text)?.[0] ?? 'NaN').replaceAll(',', ''));
}

/** Adds up the incidents on the tiles that a page loads. */
export class TileCounter {
  readonly #tiles = new Map<string, Promise<number>>();

  constructor(page: Page) {
    page.on('response', (response) => {
      if (response.url().includes('/api/v1/tiles/')) this.#tiles.set(response.url(), incidentsOf(response));
    });
  }

  /** Most incidents on the tiles of one zoom loaded for an address with this query: those of a zoom that covers the view. */
  async incidents(query: string): Promise<number> {
    const sums = new Map<string, number>();
    for (const [url, counting] of this.#tiles) {
      const { pathname, search } = new URL(url);
      const zoom = /\/tiles\/(\d+)\//.exec(pathname)?.[1] ?? '';
      if (search === query) sums.set(zoom, (sums.get(zoom) ?? 0) + (await counting));
    }
    return Math.max(0, ...sums.values());
  }
}

async function incidentsOf(response: Response): Promise<number> {
  if (response.status() !== 200) return 0;
  const { cells, incidents } = new VectorTile(new PbfReader(await response.body())).layers;
  let count = incidents?.length ?? 0;
  for (let index = 0; index < (cells?.length ?? 0); index++) count += Number(cells?.feature(index).properties.count);
  return count;
}
