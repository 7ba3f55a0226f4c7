import type { ExpressionSpecification } from 'maplibre-gl';

/** How large figures are drawn. */
export interface FigureScale {
  /** Count of the largest donut; larger counts stay at that size. */
  readonly largestCount: number;
  /** Radius of the largest donut in CSS pixels. */
  readonly largestRadius: number;
}

/** Radii of donuts in CSS pixels. The smallest has room for its count; tiles place circles by these, see place-circles.ts. */
export const smallestRadius = 11;
export const largestRadius = 26;
const largestOnSmallMap = 18;

/** Radius of a donut's hole, as a share of the donut's: the rings of small ones are thinner, so that their counts can be read. */
export function holeShare(radius: number): number {
  const share = (radius - smallestRadius) / (largestRadius - smallestRadius);
  return 0.76 - 0.1 * Math.min(1, Math.max(0, share));
}

/** Radius of a donut with none of what is counted. It has no number. */
const emptyRadius = 7;

/** Radius of the dot of a single incident, and of one with none of what is counted. CSS pixels. */
export const dotRadius = { plain: 4.5, empty: 3 } as const;

/** By how much the ring around a dot is larger than the dot where somebody was killed. CSS pixels. */
export const killedRing = 2.5;

/** Possible counts of the largest donut: round numbers, each about one and a half times the one before. */
const largestCounts = [10, 100, 1000, 10_000, 100_000].flatMap((power) => [2, 3, 5, 7, 10, 15].map((step) => step * power));
const largestOfAll = Math.max(...largestCounts);

/** The scale to begin with, before the counts in view are known. */
export const usualScale: FigureScale = { largestCount: 300, largestRadius };

/** Radius of a donut in CSS pixels: above the smallest size it grows with the root of the count. */
export function donutRadius(count: number, scale: FigureScale): number {
  if (count === 0) return emptyRadius;
  return smallestRadius + (scale.largestRadius - smallestRadius) * shareOfLargest(count, scale);
}

/** The same of a donut that may have a limit of its own. */
export function radiusOfCell(cell: { readonly amount: number; readonly radiusLimit?: number }, scale: FigureScale): number {
  return Math.min(cell.radiusLimit ?? Infinity, donutRadius(cell.amount, scale));
}

/** Radius of the dot of a single incident in CSS pixels: it grows with what is counted of the incident as donuts do. */
export function radiusOfDot(amount: number, scale: FigureScale): number {
  if (amount === 0) return dotRadius.empty;
  return dotRadius.plain + (scale.largestRadius - dotRadius.plain) * shareOfLargest(amount, scale);
}

/** The same for the style, which reads the amount from the tile; a tile of incidents has none. */
export function dotRadiusExpression({ largestCount, largestRadius: largest }: FigureScale): ExpressionSpecification {
  const share: ExpressionSpecification = ['/', ['-', ['sqrt', ['get', 'amount']], 1], Math.sqrt(largestCount) - 1];
  const grown: ExpressionSpecification = ['+', dotRadius.plain, ['*', largest - dotRadius.plain, ['min', 1, share]]];
  return ['case', ['!', ['has', 'amount']], dotRadius.plain, ['==', ['get', 'amount'], 0], dotRadius.empty, grown];
}

/** From 0 for one to 1 for the largest count and all above it. */
function shareOfLargest(count: number, { largestCount }: FigureScale): number {
  return Math.min(1, (Math.sqrt(count) - 1) / (Math.sqrt(largestCount) - 1));
}

/**
 * The scale for a view. Sizes should tell cells apart in a quiet valley and in a whole continent alike, but not jump with
 * every move: the scale stays while the largest donut is neither too large for it nor less than a third of it.
 * @param largestCount count of the largest cell in view.
 * @param cellWidth of a cell on screen in CSS pixels; in narrow ones donuts are smaller, so that neighbours keep apart.
 * @param mapWidth in CSS pixels; on a phone donuts are smaller, since the whole region has little room.
 */
export function scaleFor(largestCount: number, cellWidth: number, mapWidth: number, current?: FigureScale): FigureScale {
  return {
    largestCount: largestCountFor(largestCount, current?.largestCount),
    largestRadius: cellWidth < 64 || mapWidth < 600 ? largestOnSmallMap : largestRadius,
  };
}

function largestCountFor(largestCount: number, current: number | undefined): number {
  const tooLarge = (scale: number) => largestCount > scale * 1.25;
  if (current !== undefined && !tooLarge(current) && (largestCount === 0 || largestCount >= current / 3)) return current;
  return largestCounts.find((scale) => !tooLarge(scale)) ?? largestOfAll;
}

/** The counts that show the scale in the legend: one incident, a size in between, and the largest that is drawn. */
export function scaleSamples({ largestCount }: FigureScale): [one: number, between: number, largest: number] {
  return [1, Math.max(2, roundNumber(largestCount / 8)), largestCount];
}

/** The nearest of 1, 2, 5, 10, 20, 50 … below. */
function roundNumber(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return Math.round(power * ([5, 2, 1].find((step) => step * power <= value) ?? 1));
}

/** The smallest type in which a count on the map can still be read, and the largest that suits it. CSS pixels. */
const countSize = { smallest: 8.5, largest: 13.5 } as const;

/** Size in CSS pixels at which a text fits into the hole of a donut; undefined if it would be too small to read. */
export function countSizeWithin(radius: number, text: string): number | undefined {
  const fitting = (radius * holeShare(radius) * 2) / widthInEms(text);
  return fitting < countSize.smallest ? undefined : Math.min(countSize.largest, radius * 0.9, fitting);
}

/** Width of a short number in Noto Sans: digits and letters are alike, points and commas half as wide. */
function widthInEms(text: string): number {
  const marks = text.match(/[.,\s]/g)?.length ?? 0;
  return (text.length - marks) * 0.57 + marks * 0.28;
}
