/** Safari refuses more than a hundred changes of the address within this many milliseconds. */
const span = 30_000;
/** Changes within the span that may follow each other quickly; with the slow ones after them they stay below a hundred. */
const quickChanges = 45;
const quickPause = 100;
const calmPause = 400;
const slowPause = 600;

/** Milliseconds that the figures of one address are given to arrive, before it changes nevertheless. */
const patience = 1000;
/** Milliseconds after which to look again whether they have. */
const lookAgain = 30;

/**
 * How soon the address may change again during a drag: a hundred milliseconds after the last time, and longer where a drag has no
 * end, or where figures do not wait for it. Times are milliseconds of a clock that only goes forward.
 */
export class AddressPace {
  #changes: number[] = [];
  /**
   * Milliseconds until the address may change, or until to ask again.
   * @param awaited whether figures of the present address are on their way. The next address gives them up: without a rest, a hand
   *   that keeps moving would never see one where answers take longer than the pace
   * @param isAhead whether figures go with the hand before the address does
   */
  wait(awaited: boolean, isAhead = false, now = performance.now()): number {
    this.#changes = this.#changes.filter((time) => time > now - span);
    const last = this.#changes.at(-1) ?? Number.NEGATIVE_INFINITY;
    const pause = this.#changes.length < quickChanges ? (isAhead ? calmPause : quickPause) : slowPause;
    const rest = awaited && now < last + patience ? lookAgain : 0;
    return Math.max(rest, last + pause - now);
  }

  changed(now = performance.now()): void {
    this.#changes.push(now);
  }
}
