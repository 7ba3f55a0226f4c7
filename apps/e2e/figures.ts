import type { Locator, Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { isDrawnAt } from './visit.ts';

/** The number that the page gives under a label of the line of key figures, once it is that of the page's address. */
export async function keyFigure(page: Page, label: string): Promise<number> {
  const figure = page.locator('dl div', { has: page.locator('dt', { hasText: label }) }).locator('dd');
  const [said = ''] = await ofAddress(figure);
  return numberIn(said);
}

/** A key figure of A and of B, where they are compared. */
export async function bothOf(page: Page, figure: string): Promise<[a: number, b: number]> {
  const [a = '', b = ''] = await ofAddress(page.locator(`[data-figure=${figure}][data-compared] dd`), 2);
  return [numberIn(a), numberIn(b)];
}

/** The number of incidents that the table says it lists. */
export async function tableCount(page: Page): Promise<number> {
  const [said = ''] = await ofAddress(page.getByRole('region', { name: 'Table' }).getByText(/^[\d,]+ incidents?$/));
  return numberIn(said);
}

/**
 * What elements say, once it is of the page's address and the first ones have numbers.
 * @param numbers how many
 */
async function ofAddress(elements: Locator, numbers = 1): Promise<string[]> {
  let said: string[] = [];
  const read = async () => {
    // All of one moment: between two looks, what is shown can become that of another address.
    const look = await elements.evaluateAll((found: readonly HTMLElement[]) => ({
      drawn: document.querySelector<HTMLElement>('[data-drawn]')?.dataset.drawn,
      address: location.href,
      texts: found.some((one) => one.closest('[data-outdated]')) ? [] : found.map((one) => one.innerText),
    }));
    said = isDrawnAt(look.drawn, look.address) ? look.texts.slice(0, numbers) : [];
    return said.filter((text) => /\d/.test(text)).length;
  };
  await expect.poll(read).toBe(numbers);
  return said;
}

/** The first number of a text written the English way. */
export function numberIn(text: string): number {
  return Number((/[\d,]+(?:\.\d+)?/.exec(text)?.[0] ?? 'NaN').replaceAll(',', ''));
}

/** What a tile says: what the measure counts of each of its circles, and how many incidents it has in all. */
interface TileFigures {
  readonly circles: readonly number[];
  readonly incidents: number;
}

/** Reads the figures on the tiles that a page loads. */
export class TileCounter {
  readonly #tiles = new Map<string, Promise<TileFigures>>();

  constructor(page: Page) {
    page.on('response', (response) => {
      if (!response.url().includes('/api/v1/tiles/')) return;
      const figures = figuresOf(response);
      // A tile that the page has left before it was read; whoever counts it is told.
      figures.catch(() => undefined);
      this.#tiles.set(response.url(), figures);
    });
  }

  /** Most incidents on the tiles of one zoom loaded for an address with this query: those of a zoom that covers the view. */
  async incidents(query: string): Promise<number> {
    const zooms = await this.#byZoom(query);
    return Math.max(0, ...[...zooms.values()].map((tiles) => tiles.reduce((sum, tile) => sum + tile.incidents, 0)));
  }

  /** What the circles on the tiles of the finest zoom loaded for this query have together. */
  async inCircles(query: string): Promise<number> {
    const zooms = await this.#byZoom(query);
    const finest = zooms.get(Math.max(...zooms.keys())) ?? [];
    return finest.flatMap(({ circles }) => circles).reduce((sum, amount) => sum + amount, 0);
  }

  async #byZoom(query: string): Promise<Map<number, TileFigures[]>> {
    const zooms = new Map<number, TileFigures[]>();
    for (const [url, reading] of this.#tiles) {
      const { pathname, search } = new URL(url);
      const zoom = Number(/\/tiles\/(\d+)\//.exec(pathname)?.[1]);
      if (search === query) zooms.set(zoom, [...(zooms.get(zoom) ?? []), await reading]);
    }
    return zooms;
  }
}

async function figuresOf(response: Response): Promise<TileFigures> {
  if (response.status() !== 200) return { circles: [], incidents: 0 };
  // A page that goes on to another address drops what it has of an answer.
  const body = await response.body().catch(() => undefined);
  if (body === undefined) return { circles: [], incidents: 0 };
  const { cells, incidents } = new VectorTile(new PbfReader(body)).layers;
  const found = Array.from({ length: cells?.length ?? 0 }, (_, index) => cells!.feature(index).properties);
  return {
    circles: found.map(({ amount, count }) => Number(amount ?? count)),
    incidents: found.reduce((sum, { count }) => sum + Number(count), incidents?.length ?? 0),
  };
}

/**
 * From here on, the page asks the server for every figure, as that of a reader does who saves data. Otherwise, a hand that comes near the
 * timeline brings the numbers into the page, at once on a quick machine.
 */
export async function leaveFiguresToServer(page: Page): Promise<void> {
  await page.evaluate(() => void Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }));
}
