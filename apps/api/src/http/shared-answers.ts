import { LRUCache } from 'lru-cache';
import { SharedWork } from '../shared-work.ts';

/** Bytes of answers that are kept by default. */
const defaultBytes = 64 * 2 ** 20;

/** An answer as it is sent. */
export interface SharedAnswer {
  /** Dataset version that it is of. */
  readonly datasetVersion: number;
  readonly body: Buffer;
}

/**
 * Answers that are worked out once for all who ask the same, at the same time or later, until the data change. What is kept is
 * bounded in bytes. Work under way is held apart from it, since a cache that is full would give up what somebody waits for.
 */
export class SharedAnswers {
  readonly #kept: LRUCache<string, SharedAnswer>;
  readonly #work = new SharedWork<SharedAnswer>();

  constructor(mostBytes = defaultBytes) {
    // A small buffer is a part of memory that it shares with others, and keeps all of that.
    const bytes = ({ body }: SharedAnswer, question: string) => body.buffer.byteLength + 2 * question.length;
    this.#kept = new LRUCache({ maxSize: mostBytes, sizeCalculation: bytes });
  }

  /**
   * The answer to a question (its canonical text) of this dataset version, or of a later one where the data change meanwhile.
   * @param signal of the client; the one given to the work aborts when nobody waits for it any more
   */
  async find(
    datasetVersion: number,
    question: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<SharedAnswer>,
  ): Promise<SharedAnswer> {
    const kept = this.#kept.get(question);
    if (kept?.datasetVersion === datasetVersion) return kept;
    return this.#work.run(`${datasetVersion} ${question}`, signal, async (shared) => {
      const answer = await work(shared);
      this.#kept.set(question, answer);
      return answer;
    });
  }
}
