import { setImmediate } from 'node:timers/promises';

/** Durations in milliseconds. */
export interface Timing {
  readonly median: number;
  /** 95th percentile. */
  readonly slow: number;
  readonly count: number;
}

export interface TimingLimits {
  /** Milliseconds after which no further run is begun. */
  readonly budget: number;
  readonly least: number;
  readonly most: number;
}

const usual: TimingLimits = { budget: 2500, least: 3, most: 200 };

/** Runs something again and again and times each run. The first run is not counted, being slower than all that follow. */
export async function measure(
  run: () => unknown,
  signal: AbortSignal,
  { budget, least, most }: TimingLimits = usual,
): Promise<Timing> {
  await run();
  const durations: number[] = [];
  const begun = performance.now();
  while (durations.length < least || (durations.length < most && performance.now() - begun < budget)) {
    // Lets an interruption through between runs that never wait.
    await setImmediate();
    signal.throwIfAborted();
    const start = performance.now();
    await run();
    durations.push(performance.now() - start);
  }
  return timingOf(durations);
}

export function timingOf(durations: readonly number[]): Timing {
  const sorted = durations.toSorted((one, other) => one - other);
  return { median: percentile(sorted, 0.5), slow: percentile(sorted, 0.95), count: sorted.length };
}

export function medianOf(values: readonly number[]): number {
  return timingOf(values).median;
}

/** The duration that this part of them does not exceed, by nearest rank; not a number if there are none. */
export function percentileOf(durations: readonly number[], part: number): number {
  return percentile(
    durations.toSorted((one, other) => one - other),
    part,
  );
}

/** The longest of the durations; not a number if there are none. */
export function longestOf(durations: readonly number[]): number {
  return durations.reduce((longest, duration) => Math.max(longest, duration), durations[0] ?? Number.NaN);
}

/** By nearest rank. */
function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
