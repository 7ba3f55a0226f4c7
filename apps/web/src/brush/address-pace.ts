/** Safari refuses more than a hundred changes of the address within so many milliseconds. */
const span = 30_000;
/** Changes within the span that may follow each other quickly; with the slow ones after them they stay below a hundred. */
const quickChanges = 45;
const quickPause = 100;
const slowPause = 600;

/** How soon the address may change again during a drag: a hundred milliseconds after the last time, longer where a drag has no end. */
export class AddressPace {
  #changes: number[] = [];

  /** Milliseconds until the address may change. @param now milliseconds of any clock that only goes forward */
  wait(now: number): number {
    this.#changes = this.#changes.filter((time) => time > now - span);
    const last = this.#changes.at(-1) ?? Number.NEGATIVE_INFINITY;
    const pause = this.#changes.length < quickChanges ? quickPause : slowPause;
    return Math.max(0, last + pause - now);
  }

  changed(now: number): void {
    this.#changes.push(now);
  }
}
