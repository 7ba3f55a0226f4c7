import type { Column } from './cube.ts';

const chunkLength = 65_536;

/** A column that grows in chunks, so that nothing is copied and hardly anything lies idle while rows come as a stream. */
export class GrowingColumn<Kind extends Column = Column> {
  readonly #make: (length: number) => Kind;
  #chunks: Kind[] = [];
  length = 0;
  maximum = 0;

  constructor(make: (length: number) => Kind) {
    this.#make = make;
  }

  push(value: number): void {
    const place = this.length % chunkLength;
    if (place === 0) this.#chunks.push(this.#make(chunkLength));
    this.#chunks.at(-1)![place] = value;
    this.length++;
    if (value > this.maximum) this.maximum = value;
  }

  at(row: number): number {
    return this.#chunks[Math.floor(row / chunkLength)]![row % chunkLength]!;
  }

  /** Writes the values into a column in the order of `rows`, and forgets them. */
  moveTo<Target extends Column>(column: Target, rows: Uint32Array): Target {
    for (let at = 0; at < rows.length; at++) column[at] = this.at(rows[at]!);
    this.#chunks = [];
    return column;
  }
}
