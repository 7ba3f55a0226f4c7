/** Milliseconds of a reader's waiting of which the pace is an average. */
export const paceStretch = 10_000;
/** Milliseconds of waiting that are put together, so that a fast reader leaves no long list. */
const together = 50;

interface Taken {
  /** Milliseconds until the reader asked for more. */
  waited: number;
  bytes: number;
}

/**
 * How fast a reader takes what it is given. Only the time in which it could have taken more counts: not that in which the server had
 * nothing for it.
 */
export class ReadingPace {
  readonly #now: () => number;
  #taken: Taken[] = [];
  #givenAt: number | undefined;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The pieces, measured on their way to the reader. */
  async *measured<Piece extends Uint8Array>(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece, void, undefined> {
    for await (const piece of pieces) {
      this.#givenAt = this.#now();
      yield piece;
      this.#add(this.#now() - this.#givenAt, piece.length);
      this.#givenAt = undefined;
    }
  }

  /** Recent bytes per second; infinite until the reader has kept the server waiting for as long as is looked at. */
  rate(): number {
    let waited = this.#givenAt === undefined ? 0 : this.#now() - this.#givenAt;
    let bytes = 0;
    for (const one of this.#taken.toReversed()) {
      if (waited >= paceStretch) break;
      waited += one.waited;
      bytes += one.bytes;
    }
    return waited < paceStretch ? Infinity : bytes / (waited / 1000);
  }

  #add(waited: number, bytes: number): void {
    const last = this.#taken.at(-1);
    if (last !== undefined && last.waited < together) {
      last.waited += waited;
      last.bytes += bytes;
      return;
    }
    this.#taken.push({ waited, bytes });
    if (this.#taken.length > paceStretch / together) this.#taken.shift();
  }
}
