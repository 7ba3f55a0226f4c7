import { LRUCache } from 'lru-cache';
import type { Signal } from '@monitor/contract';
import type { Filter, SummaryAnswer, SummaryRequest, WeekCounts } from '@monitor/domain';
import {
  driversRequest,
  type ExpectationRule,
  filterOfSignal,
  mondaysShown,
  signalWeeks,
  signalOf,
  type Signals,
  watchSeries,
  type WeekExpectation,
  weeksShown,
} from '@monitor/findings';
import { rangeAndSignal } from '@monitor/statistics';
import { nextTurn } from '../next-turn.ts';

/** Milliseconds of calculation after which other work is let through. */
const longestSlice = 15;
/** Expectations that are kept: those of a thousand series. */
const mostKept = 60_000;

/** Finds signals again and again, and remembers what was expected of weeks whose past has not changed since. */
export class SignalFinder {
  readonly #known = new LRUCache<string, { readonly found: WeekExpectation }>({ max: mostKept });

  /**
   * The signals of the weeks counted. Takes a second or more the first time, in slices, so that the thread stays free for other work.
   * @param summarise numbers of the incidents of a signal; rejects to begin again where they are of another version
   */
  async find(
    counted: WeekCounts,
    summarise: (filter: Filter, request: SummaryRequest) => SummaryAnswer | Promise<SummaryAnswer>,
    signal: AbortSignal,
  ): Promise<Signals> {
    const series = await inSlices(watchSeries(counted, this.#rule), signal);
    const weeks = mondaysShown(counted.from, counted.weeks, weeksShown);
    const signals: Signal[] = [];
    for (const rise of signalWeeks(series, weeks)) {
      signals.push(signalOf(rise, await summarise(filterOfSignal(rise), driversRequest), { series, weeks }));
      await nextTurn();
      signal.throwIfAborted();
    }
    return { datasetVersion: counted.datasetVersion, weeks, series, signals };
  }

  /** An expectation depends on nothing but the counts and feasts, so these are what it is remembered by. */
  readonly #rule: ExpectationRule = (counts, at, feasts) => {
    const key = `${counts.join()} ${feasts.join()}`;
    let known = this.#known.get(key);
    if (!known) this.#known.set(key, (known = { found: rangeAndSignal(counts, at, feasts) }));
    return known.found;
  };
}

/** The result of a calculation that gives way often. Rejects when the signal aborts. */
async function inSlices<Result>(steps: Iterator<undefined, Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    const start = performance.now();
    while (performance.now() - start < longestSlice) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
    await nextTurn();
    signal.throwIfAborted();
  }
}
