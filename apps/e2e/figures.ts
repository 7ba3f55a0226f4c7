import type { Page, Response } from 'playwright-core';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** The number that the page gives under a label of the line of key figures, once it is there. */
export async function keyFigure(page: Page, label: string): Promise<number> {
  const figure = page
    .locator('dl div', { has: page.locator('dt', { hasText: label }) })
    .locator('dd')
    .first();
  await figure.waitFor();
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

  /** Incidents on the tiles of the finest zoom loaded for an address whose query fits. */
  async incidents(query: string): Promise<number> {
    const wanted = [...this.#tiles].filter(([url]) => new URL(url).search === query);
    const zoomOf = (url: string) => Number(/\/tiles\/(\d+)\//.exec(url)?.[1]);
    const finest = Math.max(...wanted.map(([url]) => zoomOf(url)));
    const counts = await Promise.all(wanted.filter(([url]) => zoomOf(url) === finest).map(([, count]) => count));
    return counts.reduce((sum, count) => sum + count, 0);
  }
}

async function incidentsOf(response: Response): Promise<number> {
  if (response.status() !== 200) return 0;
  const { cells, incidents } = new VectorTile(new PbfReader(await response.body())).layers;
  let count = incidents?.length ?? 0;
  for (let index = 0; index < (cells?.length ?? 0); index++) count += Number(cells?.feature(index).properties.count);
  return count;
}
