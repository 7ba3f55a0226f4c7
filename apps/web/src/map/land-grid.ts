import type { Position } from 'geojson';

/** A rectangle of a picture, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Side of a square, in pixels. */
const cell = 4;

/** Which squares of a picture some areas lie on, so that texts find free room without a look at each outline. */
export class LandGrid {
  readonly #columns: number;
  readonly #rows: number;
  /** Zero where nothing lies, else the number of the area that does. */
  readonly #cells: Uint8Array;

  /** @param size of the picture, in pixels */
  constructor({ width, height }: { readonly width: number; readonly height: number }) {
    this.#columns = Math.ceil(width / cell);
    this.#rows = Math.ceil(height / cell);
    this.#cells = new Uint8Array(this.#columns * this.#rows);
  }

  /** Marks the squares whose middle lies within the rings, in pixels. @param area its number, from 1 */
  fill(rings: readonly (readonly Position[])[], area: number): void {
    this.#crossings(rings).forEach((crossings, row) => {
      crossings.sort((one, other) => one - other);
      for (let index = 0; index + 1 < crossings.length; index += 2) {
        const first = Math.max(0, Math.ceil((crossings[index] ?? 0) / cell - 0.5));
        const last = Math.min(this.#columns - 1, Math.floor((crossings[index + 1] ?? 0) / cell - 0.5));
        if (first <= last) this.#cells.fill(area, row * this.#columns + first, row * this.#columns + last + 1);
      }
    });
  }

  /** Where the rings cross the middle of each row: x of each crossing. */
  #crossings(rings: readonly (readonly Position[])[]): number[][] {
    const found = Array.from({ length: this.#rows }, (): number[] => []);
    for (const ring of rings) {
      for (let index = 1; index < ring.length; index++) {
        const [x1 = 0, y1 = 0] = ring[index - 1] ?? [];
        const [x2 = 0, y2 = 0] = ring[index] ?? [];
        const first = Math.max(0, Math.ceil(Math.min(y1, y2) / cell - 0.5));
        const last = Math.min(this.#rows - 1, Math.ceil(Math.max(y1, y2) / cell - 0.5) - 1);
        for (let row = first; row <= last; row++) found[row]?.push(x1 + (((row + 0.5) * cell - y1) / (y2 - y1)) * (x2 - x1));
      }
    }
    return found;
  }

  /** The middle of what the picture shows of an area, where it shows any. */
  middleOf(area: number): readonly [x: number, y: number] | undefined {
    let [x, y, count] = [0, 0, 0];
    for (let index = this.#cells.indexOf(area); index !== -1; index = this.#cells.indexOf(area, index + 1)) {
      x += (index % this.#columns) + 0.5;
      y += Math.floor(index / this.#columns) + 0.5;
      count++;
    }
    return count === 0 ? undefined : [(x / count) * cell, (y / count) * cell];
  }

  /** The number of the area that lies at a point; zero for none. */
  at(x: number, y: number): number {
    return this.#cellOf(Math.floor(y / cell), Math.floor(x / cell));
  }

  #cellOf(row: number, column: number): number {
    const isOutside = row < 0 || row >= this.#rows || column < 0 || column >= this.#columns;
    return isOutside ? 0 : (this.#cells[row * this.#columns + column] ?? 0);
  }

  /** Whether no area lies within a box. */
  isFree({ left, top, width, height }: Box): boolean {
    for (let row = Math.floor(top / cell); row <= Math.floor((top + height) / cell); row++)
      for (let column = Math.floor(left / cell); column <= Math.floor((left + width) / cell); column++)
        if (this.#cellOf(row, column) !== 0) return false;
    return true;
  }

  /** Shares of a box that lie on areas, and on one of them. What is outside the picture lies on none. */
  under({ left, top, width, height }: Box, area = 0): { readonly any: number; readonly own: number } {
    let [any, own, all] = [0, 0, 0];
    for (let row = Math.floor(top / cell); row <= Math.floor((top + height) / cell); row++) {
      for (let column = Math.floor(left / cell); column <= Math.floor((left + width) / cell); column++) {
        all++;
        const found = this.#cellOf(row, column);
        if (found !== 0) any++;
        if (found === area) own++;
      }
    }
    return { any: any / all, own: own / all };
  }
}
