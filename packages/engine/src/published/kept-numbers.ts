import type { DatasetList, PackedYears } from '@monitor/contract';
import { type Cube, unpackCube } from '@monitor/cube';
import { knownCodes, learnLocations } from '@monitor/geography';
import { PageMaker } from '../pages/answer-page.ts';
import { readPage } from '../pages/page-routes.ts';
import { gunzip } from './compressed.ts';
import { publishedAnalytics } from './published-analytics.ts';

/** What a browser is given of a server. */
export interface NumbersOfServer {
  readonly datasets: DatasetList;
  readonly years: PackedYears;
  /** The rows of each of these years. */
  readonly rows: readonly Uint8Array<ArrayBuffer>[];
}

/** One version of a server's numbers, kept in a browser: answers what Explore shows, unless the filter has what only the server knows. */
export class KeptNumbers {
  readonly version: number;
  readonly #pages: PageMaker;

  private constructor(cube: Cube, { datasets }: NumbersOfServer) {
    this.version = cube.version;
    learnLocations(datasets.elsewhere ?? []);
    const missing = () => Promise.reject(new TypeError('Only the server knows this.'));
    this.#pages = new PageMaker({
      analytics: publishedAnalytics({
        version: cube.version,
        numbers: () => Promise.resolve(cube),
        cube: missing,
        words: missing,
        order: missing,
        signals: missing,
      }),
      // Explore does not name them.
      publisher: '',
      licence: undefined,
      datasets: async () => datasets.datasets,
      places: missing,
      settlements: missing,
      indicators: missing,
    });
  }

  static async of(given: NumbersOfServer): Promise<KeptNumbers> {
    const parts = await Promise.all(given.rows.toReversed().map(gunzip));
    return new KeptNumbers(unpackCube(given.years.datasetVersion, parts), given);
  }

  /** What the server answers at the address of Explore's page. Rejects as the server would refuse, and where only it knows the answer. */
  async explore(url: string, signal: AbortSignal): Promise<string> {
    return JSON.stringify(await readPage('explore', { url, knownCodes }).make(this.#pages, signal));
  }
}
