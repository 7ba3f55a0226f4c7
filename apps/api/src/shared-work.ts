import { untilAborted } from '@monitor/store';

/** Work that is done once for all who request the same at the same time. */
export class SharedWork<Result> {
  readonly #underWay = new Map<string, { readonly result: Promise<Result>; readonly leave: AbortController; waiting: number }>();

  /**
   * The result of the work of this name, which is begun unless it is under way. A client that leaves does not end it while another
   * waits for it; when the last one leaves, the signal given to the work aborts.
   */
  async run(name: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    signal.throwIfAborted();
    let shared = this.#underWay.get(name);
    if (!shared) {
      const leave = new AbortController();
      shared = { result: work(leave.signal), leave, waiting: 0 };
      this.#underWay.set(name, shared);
    }
    shared.waiting += 1;
    try {
      return await untilAborted(shared.result, signal);
    } finally {
      shared.waiting -= 1;
      if (shared.waiting === 0) {
        this.#underWay.delete(name);
        if (signal.aborted) shared.leave.abort(signal.reason);
      }
    }
  }
}
