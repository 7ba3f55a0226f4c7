import type { ExpressionSpecification } from 'maplibre-gl';

/** How large figures are drawn. */
export interface FigureScale {
  /** Count of a donut of the largest radius: a round number, at least about the largest in view. */
  readonly largestCount: number;
  /** Radius of the largest donut in CSS pixels. */
  readonly largestRadius: number;
}

/**
 * Radii of donuts and dots in CSS pixels. Areas are in proportion to counts, so that a circle of twice as many is twice as large; only
 * what would be too small to see is drawn as large as the least that can be. Tiles place circles by these, see place-circles.ts.
 */
export const leastRadius = 4.5;
export const largestRadius = 30;
const largestOnSmallMap = 24;

/** Maps narrower than this, as on a phone, are pressed with fingers and have little room. CSS pixels. */
export const smallMap = 600;

/** Radius of a donut or dot with none of what is counted. It has no number. */
const emptyRadius = 3;

/** From this radius on a donut has its count, in a hole that is a part of it: the rings of small ones are thinner. */
export const numberedRadius = 7;
const hole = { ofSmall: 0.8, ofLargest: 0.66, withoutNumber: 0.4 } as const;

/** Radius of a donut's hole as a share of the donut's. @param text of its count */
export function holeShare(radius: number, text: string): number {
  return countSizeWithin(radius, text) === undefined ? hole.withoutNumber : numberedHole(radius);
}

function numberedHole(radius: number): number {
  const share = Math.min(1, (radius - numberedRadius) / (largestRadius - numberedRadius));
  return hole.ofSmall - (hole.ofSmall - hole.ofLargest) * share;
}

/** By how much the ring around a dot is larger than the dot where somebody was killed. CSS pixels. */
export const killedRing = 2.5;

/** Possible counts of the largest donut: round numbers, each about one and a half times the one before. */
const largestCounts = [10, 100, 1000, 10_000, 100_000].flatMap((power) => [2, 3, 5, 7, 10, 15].map((step) => step * power));
const largestOfAll = Math.max(...largestCounts);

/** The scale to begin with, before the counts in view are known. */
export const usualScale: FigureScale = { largestCount: 300, largestRadius };

/** Radius of the donut or dot of a count in CSS pixels. */
export function radiusOf(count: number, { largestCount, largestRadius: largest }: FigureScale): number {
  return count === 0 ? emptyRadius : Math.max(leastRadius, largest * Math.sqrt(count / largestCount));
}

/** The same for the style, which reads the amount from the tile; a tile of incidents has none. */
export function dotRadiusExpression({ largestCount, largestRadius: largest }: FigureScale): ExpressionSpecification {
  const amount: ExpressionSpecification = ['coalesce', ['get', 'amount'], 1];
  const grown: ExpressionSpecification = ['*', largest / Math.sqrt(largestCount), ['sqrt', amount]];
  return ['case', ['==', amount, 0], emptyRadius, ['max', leastRadius, grown]];
}

/** The largest count that is drawn as large as one alone, since its own circle would be too small to see. */
export function drawnAlike({ largestCount, largestRadius: largest }: FigureScale): number {
  return Math.max(1, Math.floor(largestCount * (leastRadius / largest) ** 2));
}

/**
 * The scale for a view. Sizes should tell cells apart in a quiet valley and in a whole continent alike, but not jump with
 * every move: the scale stays while the largest donut is neither too large for it nor less than a third of it.
 * @param largestCount count of the largest cell in view.
 * @param mapWidth in CSS pixels; on a phone donuts are smaller, since the whole region has little room.
 */
export function scaleFor(largestCount: number, mapWidth: number, current?: FigureScale): FigureScale {
  return {
    largestCount: largestCountFor(largestCount, current?.largestCount),
    largestRadius: mapWidth < smallMap ? largestOnSmallMap : largestRadius,
  };
}

function largestCountFor(largestCount: number, current: number | undefined): number {
  const tooLarge = (scale: number) => largestCount > scale * 1.25;
  if (current !== undefined && !tooLarge(current) && (largestCount === 0 || largestCount >= current / 3)) return current;
  return largestCounts.find((scale) => !tooLarge(scale)) ?? largestOfAll;
}

/** The counts that show the scale in the legend: the largest of those that are drawn alike, a size in between, and a large one. */
export function scaleSamples(scale: FigureScale): [least: number, between: number, largest: number] {
  return [drawnAlike(scale), roundNumber(scale.largestCount / 4), scale.largestCount];
}

/** The nearest of 1, 2, 5, 10, 20, 50 … below. */
function roundNumber(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return Math.round(power * ([5, 2, 1].find((step) => step * power <= value) ?? 1));
}

/** The smallest type in which a count on the map can still be read, and the largest that suits it. CSS pixels. */
const countSize = { smallest: 8.5, largest: 13.5 } as const;

/** How high figures are in ems, and how far their corners stay from the ring in CSS pixels. */
const [figureHeight, clearOfRing] = [0.71, 0.5];

/** Size in CSS pixels at which a text fits into the hole of a donut; undefined if it would be too small to read. */
export function countSizeWithin(radius: number, text: string): number | undefined {
  if (text === '' || radius < numberedRadius) return undefined;
  const fitting = ((radius * numberedHole(radius) - clearOfRing) * 2) / Math.hypot(widthInEms(text), figureHeight);
  return fitting < countSize.smallest
    ? undefined
    : Math.min(countSize.largest, Math.max(countSize.smallest, radius * 0.9), fitting);
}

/** Width of a short number in Noto Sans: digits and letters are alike, points and commas half as wide. */
function widthInEms(text: string): number {
  const marks = text.match(/[.,\s]/g)?.length ?? 0;
  return (text.length - marks) * 0.57 + marks * 0.28;
}
