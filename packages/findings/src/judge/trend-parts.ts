import type { Summary, TrendStep } from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import { isNotReported } from './reported.ts';

/** The line of one location in a split series. */
interface TrendPart {
  readonly value: string;
  /** For each step its count; null if the step is not whole, so that no line runs to a part of it, and if the number is not reported. */
  readonly counts: readonly (number | null)[];
}

/** A line with the name of its location. */
export interface NamedPart extends TrendPart {
  readonly name: string;
}

/** The lines of a split series; none if it is not split. */
export function trendParts(
  parts: Summary['series']['parts'],
  measure: Measure,
  steps: readonly Pick<TrendStep, 'whole'>[],
): TrendPart[] {
  return (parts ?? []).map(({ value, points }) => ({
    value,
    counts: points.map((point, index) =>
      steps[index]?.whole === null || isNotReported(point, measure) ? null : (point[measure] ?? 0),
    ),
  }));
}

/** How often each of several lines is the highest alone. */
export interface PartsReading {
  readonly value: string;
  /** Whole steps in which it is. */
  readonly steps: number;
  /** Whole steps in all. */
  readonly of: number;
}

/** The line that is highest most often; undefined if no line ever is alone, or two are equally often. */
export function partsReading(parts: readonly TrendPart[]): PartsReading | undefined {
  const length = parts[0]?.counts.length ?? 0;
  const wins = new Map<string, number>();
  let of = 0;
  for (let index = 0; index < length; index++) {
    const counts = parts.map(({ counts: all }) => all[index] ?? null);
    if (counts.includes(null)) continue;
    of++;
    const most = Math.max(...counts.map((count) => count ?? 0));
    const [first, ...level] = parts.filter((_, at) => counts[at] === most);
    if (first !== undefined && level.length === 0) wins.set(first.value, (wins.get(first.value) ?? 0) + 1);
  }
  const [winner, second] = [...wins].toSorted(([, one], [, other]) => other - one);
  if (winner === undefined || winner[1] === second?.[1]) return undefined;
  return { value: winner[0], steps: winner[1], of };
}
