import type { SaidChange } from '@monitor/contract';

/** Ends of the axis to choose from, as shares of one. */
const ends = [0.2, 0.4, 0.6, 1];

/** The end of an axis from minus to plus it that holds the intervals of all changes; those of the widest may reach beyond. */
export function changeAxis(changes: readonly Pick<SaidChange, 'difference'>[]): number {
  const reach = changes.flatMap(({ difference }) => (difference ? [Math.abs(difference.low), Math.abs(difference.high)] : []));
  const farthest = Math.max(0, ...reach);
  return ends.find((end) => end >= farthest) ?? 1;
}
