import type { Side, SidesComparison } from './compare-sides.ts';
import { type AreaAnswer, areaCodes } from './map-areas.ts';
import { type PairedRow, pairedRows } from './paired-rows.ts';

/**
 * How a region differs: more or fewer in A, by how many times; without a clear difference; with too few or too uneven numbers to compare;
 * or not compared, since one of the sides leaves it out or the data does not cover both alike.
 */
export type DifferenceClass = `more-${0 | 1 | 2}` | `fewer-${0 | 1 | 2}` | 'unclear' | 'few' | 'unknown';

export interface RegionDifference {
  readonly code: string;
  readonly difference: DifferenceClass;
  readonly pair: PairedRow;
}

/** What two sides are compared on a map by. */
export interface MapComparison {
  readonly sides: readonly [Side, Side];
  readonly comparison: SidesComparison;
  /** Of B. */
  readonly answer: AreaAnswer;
}

/** Ratios from which on a difference is of the next class; as many times fewer, too. */
export const differenceBounds = [1.5, 2] as const;

/**
 * The regions of A and B by how many times A has what B has per day. Only some differences are called clear, after correction for the number
 * of regions: chance alone makes hundreds of small ratios. Undefined if A and B have no region in common.
 */
export function regionDifferences(a: AreaAnswer, { sides, comparison, answer: b }: MapComparison): RegionDifference[] | undefined {
  const [ofA, ofB] = [areaCodes('regions', a), areaCodes('regions', b)];
  if (!ofA.some((code) => ofB.includes(code))) return undefined;
  const rows = new Map(pairedRows('region', sides, a.measure, comparison).map((row) => [row.value, row]));
  return [...new Set([...ofA, ...ofB])].map((code) => {
    const isInBoth = ofA.includes(code) && ofB.includes(code);
    const amounts = [ofA.includes(code) ? 0 : undefined, ofB.includes(code) ? 0 : undefined] as const;
    const pair = rows.get(code) ?? { value: code, amounts, change: isInBoth ? { kind: 'too_few' } : undefined, isClear: false };
    return { code, difference: classOf(pair, isInBoth), pair };
  });
}

function classOf({ change, isClear }: PairedRow, isInBoth: boolean): DifferenceClass {
  if (!isInBoth || change === undefined) return 'unknown';
  if (change.kind !== 'change') return 'few';
  if (!isClear) return 'unclear';
  const times = Math.max(change.ratio, 1 / change.ratio);
  const step = differenceBounds.filter((bound) => times >= bound).length as 0 | 1 | 2;
  return `${change.ratio > 1 ? 'more' : 'fewer'}-${step}`;
}
