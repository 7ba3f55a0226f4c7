import { LRUCache } from 'lru-cache';
import { untilAborted } from '@monitor/store';

/** Bytes of answers that are kept by default. */
const defaultBytes = 64 * 2 ** 20;

/** An answer as it is sent. */
export interface SharedAnswer {
  /** Dataset version that it is of. */
  readonly datasetVersion: number;
  readonly body: Buffer;
}

interface UnderWay {
  readonly answer: Promise<SharedAnswer>;
  readonly givenUp: AbortController;
  /** Clients that wait for it. */
  waiting: number;
}

/**
 * Answers that are worked out once for all who ask the same, at the same time or later, until the data change. What is kept is
 * bounded in bytes. Work under way is held apart from it, since a cache that is full would give up what somebody waits for.
 */
export class SharedAnswers {
  readonly #kept: LRUCache<string, SharedAnswer>;
  readonly #underWay = new Map<string, UnderWay>();

  constructor(mostBytes = defaultBytes) {
    // A small buffer is a part of memory that it shares with others, and keeps all of that.
    const bytes = ({ body }: SharedAnswer, question: string) => body.buffer.byteLength + 2 * question.length;
    this.#kept = new LRUCache({ maxSize: mostBytes, sizeCalculation: bytes });
  }

  /**
   * The answer to a question (its canonical text) of this dataset version, or of a later one where the data change meanwhile. A client
   * that leaves does not end the work while another waits for it; when the last one leaves, the signal given to the work aborts.
   */
  async find(
    datasetVersion: number,
    question: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<SharedAnswer>,
  ): Promise<SharedAnswer> {
    const kept = this.#kept.get(question);
    if (kept?.datasetVersion === datasetVersion) return kept;
    signal.throwIfAborted();
    const key = `${datasetVersion} ${question}`;
    const shared = this.#underWay.get(key) ?? this.#begin(key, question, work);
    shared.waiting += 1;
    try {
      return await untilAborted(shared.answer, signal);
    } finally {
      shared.waiting -= 1;
      if (shared.waiting === 0) {
        this.#underWay.delete(key);
        if (signal.aborted) shared.givenUp.abort(signal.reason);
      }
    }
  }

  #begin(key: string, question: string, work: (signal: AbortSignal) => Promise<SharedAnswer>): UnderWay {
    const givenUp = new AbortController();
    const keep = async () => {
      const answer = await work(givenUp.signal);
      this.#kept.set(question, answer);
      return answer;
    };
    const shared = { answer: keep(), givenUp, waiting: 0 };
    this.#underWay.set(key, shared);
    return shared;
  }
}
