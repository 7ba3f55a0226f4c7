import { untilAborted } from '@monitor/store';

interface UnderWay<Result> {
  readonly result: Promise<Result>;
  readonly givenUp: AbortController;
  /** Clients that wait for it. */
  waiting: number;
}

/** Work that is done once for all who ask for the same at the same time. */
export class SharedWork<Result> {
  readonly #underWay = new Map<string, UnderWay<Result>>();

  /**
   * The result of the work of this name, which is begun unless it is under way. A client that leaves does not end it while another
   * waits for it; when the last one leaves, the signal given to the work aborts.
   */
  async run(name: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    signal.throwIfAborted();
    const shared = this.#underWay.get(name) ?? this.#begin(name, work);
    shared.waiting += 1;
    try {
      return await untilAborted(shared.result, signal);
    } finally {
      shared.waiting -= 1;
      if (shared.waiting === 0) {
        this.#underWay.delete(name);
        if (signal.aborted) shared.givenUp.abort(signal.reason);
      }
    }
  }

  #begin(name: string, work: (signal: AbortSignal) => Promise<Result>): UnderWay<Result> {
    const givenUp = new AbortController();
    const shared = { result: work(givenUp.signal), givenUp, waiting: 0 };
    this.#underWay.set(name, shared);
    return shared;
  }
}
