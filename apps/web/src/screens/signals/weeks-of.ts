import type { Signal, SignalList } from '@monitor/contract';
import { lastWeekOf } from '../../figures/signal-words.ts';

/** A week with signals, or a stretch of weeks without any. */
export interface ListedWeeks {
  /** Mondays of its first and last week. */
  readonly first: string;
  readonly last: string;
  readonly signals: readonly Signal[];
}

/** Signals that are enough for a first look. */
const enoughSignals = 6;

/**
 * The weeks of an answer, newest first: those without a signal that follow each other are one.
 * @param isWhole whether all weeks are wanted, or only the newest ones
 */
export function weeksOf({ weeks, signals }: Pick<SignalList, 'weeks' | 'signals'>, isWhole: boolean) {
  const listed: ListedWeeks[] = [];
  let count = 0;
  for (const monday of weeks.toReversed()) {
    if (!isWhole && count >= enoughSignals) return { shown: listed, hasMore: true };
    const own = signals.filter((signal) => lastWeekOf(signal) === monday);
    count += own.length;
    const before = listed.at(-1);
    if (own.length === 0 && before?.signals.length === 0) listed[listed.length - 1] = { ...before, first: monday };
    else listed.push({ first: monday, last: monday, signals: own });
  }
  return { shown: listed, hasMore: false };
}
