import { LRUCache } from 'lru-cache';
import { SharedWork } from '../shared-work.ts';

/** Bytes of answers that are kept by default, and when nobody asks much. What they become compressed comes on top, about a fifth. */
const defaultBytes = 32 * 2 ** 20;
const fewBytes = 4 * 2 ** 20;

/** An answer as it is sent. */
export interface SharedAnswer {
  /** Dataset version that it is of. */
  readonly datasetVersion: number;
  readonly body: Buffer;
  /** True if something came too late for it: it is given to those who wait, and not kept for others. */
  readonly isPartial?: boolean;
}

/**
 * Answers that are calculated once for everyone who makes the same request, at the same time or later, until the data changes. What is kept is
 * limited in bytes. Work in progress is kept elsewhere, since a full cache would drop what somebody is waiting for.
 */
export class SharedAnswers {
  readonly #kept: LRUCache<string, SharedAnswer>;
  readonly #work = new SharedWork<SharedAnswer>();

  constructor(mostBytes = defaultBytes) {
    // A small buffer is a part of memory that it shares with others, and keeps all of that.
    const bytes = ({ body }: SharedAnswer, request: string) => body.buffer.byteLength + 2 * request.length;
    this.#kept = new LRUCache({ maxSize: mostBytes, sizeCalculation: bytes });
  }

  /** Drops all but what was asked for last. */
  keepFew(): void {
    while (this.#kept.calculatedSize > fewBytes) this.#kept.pop();
  }

  /**
   * The answer to a request (its canonical text) from this dataset version, or of a later one where the data changes meanwhile.
   * @param signal of the client; the one given to the work aborts when nobody waits for it any more
   */
  async find(
    datasetVersion: number,
    request: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<SharedAnswer>,
  ): Promise<SharedAnswer> {
    const kept = this.#kept.get(request);
    if (kept?.datasetVersion === datasetVersion) return kept;
    return this.#work.run(`${datasetVersion} ${request}`, signal, async (shared) => {
      const answer = await work(shared);
      if (answer.isPartial !== true) this.#kept.set(request, answer);
      return answer;
    });
  }
}
