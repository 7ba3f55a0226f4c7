import type { SaidFinding } from '@monitor/contract';

/** One logarithmic scale of ratios to the average, which all rows share. */
export interface AverageAxis {
  /** Powers of two, the average (1) among them; none if no rate is compared. */
  readonly ticks: readonly number[];
  /** Where a ratio is: share of the width, cut at the ends. */
  readonly at: (ratio: number) => number;
}

/** The axis reaches at least this far, and no further than that, in powers of two. */
const [leastBelow, mostBelow] = [-2, -5];
const [leastAbove, mostAbove] = [1, 5];
/** Share of the width left and right of the outer ticks. */
const margin = 0.04;

export function averageAxis(rows: readonly Pick<SaidFinding, 'average'>[]): AverageAxis {
  const ratios = rows.flatMap(({ average: { rate } }) => (rate === undefined ? [] : ratiosOf(rate)));
  const powers = ratios.filter((ratio) => ratio > 0).map((ratio) => Math.log2(ratio));
  const first = Math.max(mostBelow, Math.min(leastBelow, Math.floor(Math.min(...powers, leastBelow))));
  const last = Math.min(mostAbove, Math.max(leastAbove, Math.ceil(Math.max(...powers, leastAbove))));
  const ticks = Array.from({ length: ratios.length === 0 ? 0 : last - first + 1 }, (_, index) => 2 ** (first + index));
  const at = (ratio: number) => {
    const share = ratio <= 0 ? 0 : (Math.log2(ratio) - first) / (last - first);
    return margin + (1 - 2 * margin) * Math.max(0, Math.min(1, share));
  };
  return { ticks, at };
}

/** The low end, the value and the high end of a rate as ratios to the average. */
export function ratiosOf({ low, rate, high, average }: NonNullable<SaidFinding['average']['rate']>): number[] {
  return [low, rate, high].map((one) => one / average);
}
