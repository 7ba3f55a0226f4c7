/** Radii of donuts in CSS pixels. The API's cells are 64 px wide or more on screen, so that neighbours keep apart. */
export const smallestRadius = 7;
export const largestRadius = 28;

/** From this radius on a donut has room for its count. */
export const labelledRadius = 12;

/** Radius of the dot of a single incident, and of the ring where somebody was killed. CSS pixels. */
export const dotRadius = { plain: 4.5, killed: 7 } as const;

/** Counts that the largest donut may stand for. Each is four times the one before, which halves a donut. */
const scaleMaxima = [25, 100, 400, 1600, 6400, 25_600, 102_400] as const;
const largestScale = scaleMaxima[scaleMaxima.length - 1] ?? 102_400;

/**
 * Radius of a donut in CSS pixels: above the smallest size it grows with the root of the count.
 * @param scaleMaximum count that is drawn as the largest donut; larger counts stay at that size.
 */
export function donutRadius(count: number, scaleMaximum: number): number {
  const share = (Math.sqrt(Math.max(1, count)) - 1) / (Math.sqrt(scaleMaximum) - 1);
  return smallestRadius + (largestRadius - smallestRadius) * Math.min(1, share);
}

/**
 * The scale for a view whose largest cell has the given count. Sizes should tell cells apart in a quiet valley and in a
 * whole continent alike, but not jump with every move: the scale stays while the largest donut is neither too large for
 * it nor less than a sixteenth of it.
 */
export function scaleMaximumFor(largestCount: number, current?: number): number {
  const tooLarge = (scale: number) => largestCount > scale * 1.25;
  if (current !== undefined && !tooLarge(current) && largestCount >= current / 16) return current;
  return scaleMaxima.find((scale) => !tooLarge(scale)) ?? largestScale;
}

/** The counts that show the scale in the legend: one incident, and two sizes of donut. */
export function scaleSamples(scaleMaximum: number): number[] {
  return [1, Math.round(scaleMaximum / 16), Math.round(scaleMaximum / 4)];
}
