/** Radii of donuts in CSS pixels. The API's cells are 64 px wide or more on screen, so that neighbours keep apart. */
export const smallestRadius = 7;
export const largestRadius = 28;

/** Radius of a donut's hole, as a share of the donut's. */
export const holeShare = 0.62;

/** Radius of the dot of a single incident, and of the ring where somebody was killed. CSS pixels. */
export const dotRadius = { plain: 4.5, killed: 7 } as const;

/** Counts that the largest donut may stand for, each twice the one before. */
const scaleMaxima = Array.from({ length: 14 }, (_, step) => 20 * 2 ** step);
const largestScale = scaleMaxima[scaleMaxima.length - 1] ?? 0;

/** The scale to begin with, before the counts in view are known. */
export const usualScaleMaximum = 320;

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
 * it nor less than a third of it.
 */
export function scaleMaximumFor(largestCount: number, current?: number): number {
  const tooLarge = (scale: number) => largestCount > scale * 1.25;
  if (current !== undefined && !tooLarge(current) && (largestCount === 0 || largestCount >= current / 3)) return current;
  return scaleMaxima.find((scale) => !tooLarge(scale)) ?? largestScale;
}

/** The counts that show the scale in the legend: one incident, and two sizes of donut that leave room for the map. */
export function scaleSamples(scaleMaximum: number): number[] {
  return [1, Math.max(2, Math.round(scaleMaximum / 64)), Math.max(3, Math.round(scaleMaximum / 16))];
}

/** The smallest donut with a count in it. CSS pixels. */
const countedRadius = 10;

/** The smallest type in which a count on the map can still be read, and the largest that suits it. CSS pixels. */
const countSize = { smallest: 8.5, largest: 13.5 } as const;

/** Size in CSS pixels at which a text fits into the hole of a donut; undefined where it would be too small to read. */
export function countSizeWithin(radius: number, text: string): number | undefined {
  if (radius < countedRadius) return undefined;
  const fitting = (radius * holeShare * 2) / widthInEms(text);
  return fitting < countSize.smallest ? undefined : Math.min(countSize.largest, radius * 0.9, fitting);
}

/** Width of a short number in Noto Sans: digits and letters are alike, points and commas half as wide. */
function widthInEms(text: string): number {
  const marks = text.match(/[.,\s]/g)?.length ?? 0;
  return (text.length - marks) * 0.57 + marks * 0.28;
}
