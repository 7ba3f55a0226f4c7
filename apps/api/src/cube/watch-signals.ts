import { type Cube, countWeeks, populationOf, summarise } from '@monitor/cube';
import { type Signals, weeksCounted } from '@monitor/findings';
import { SignalFinder } from '@monitor/engine';

/** Finds the signals of each new snapshot beside other work of the thread; those of a snapshot that is replaced meanwhile are given up. */
export class SignalWatch {
  readonly #finder = new SignalFinder();
  readonly #publish: (signals: Signals) => void;
  readonly #onFailure: (error: unknown) => void;
  #current: AbortController | undefined;

  constructor(publish: (signals: Signals) => void, onFailure: (error: unknown) => void) {
    this.#publish = publish;
    this.#onFailure = onFailure;
  }

  watch(cube: Cube): void {
    this.stop();
    const current = new AbortController();
    this.#current = current;
    void this.#find(cube, current.signal);
  }

  stop(): void {
    this.#current?.abort();
  }

  async #find(cube: Cube, signal: AbortSignal): Promise<void> {
    try {
      const found = await this.#finder.find(
        countWeeks(cube, weeksCounted),
        (filter, request) => summarise(cube, filter, request, (wanted) => populationOf(cube, wanted)),
        signal,
      );
      this.#publish(found);
    } catch (error) {
      if (!signal.aborted) this.#onFailure(error);
    }
  }
}
