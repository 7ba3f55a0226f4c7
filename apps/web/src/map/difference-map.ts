import { type PairedRow, pairedRows, type Side, type SidesComparison } from '@monitor/findings';
import { type AreaAnswer, areaCodes, countBounds, figuresOf, type ShadedArea, shadeAreas, type Shading } from './shading.ts';
import { rateBounds, rateClass } from './rate-classes.ts';

/**
 * How a region is drawn: more or fewer in A, by how many times; without a clear difference; with too few to compare; or not compared, since
 * one of the sides leaves it out or the data does not cover both alike.
 */
export type DifferenceClass = `more-${0 | 1 | 2}` | `fewer-${0 | 1 | 2}` | 'unclear' | 'few' | 'unknown';

export interface DifferenceArea extends ShadedArea {
  readonly difference: DifferenceClass;
  readonly pair: PairedRow;
}

/** The regions of two sides, and how far they differ. */
export interface DifferenceMap {
  readonly key: string;
  readonly areas: readonly DifferenceArea[];
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
 * The regions of A and B by how many times A has what B has per day. Only clear differences have a colour, after correction for the number
 * of regions: chance alone makes hundreds of small ratios. Undefined if A and B have no region in common.
 */
export function differenceMap(a: AreaAnswer, { sides, comparison, answer: b }: MapComparison): DifferenceMap | undefined {
  const [ofA, ofB] = [areaCodes('regions', a), areaCodes('regions', b)];
  if (!ofA.some((code) => ofB.includes(code))) return undefined;
  const rows = new Map(pairedRows('region', sides, a.measure, comparison).map((row) => [row.value, row]));
  const counted = new Map((a.summary.facets.region ?? []).map((value) => [value.value, value]));
  const areas = [...new Set([...ofA, ...ofB])].map((code): DifferenceArea => {
    const isInBoth = ofA.includes(code) && ofB.includes(code);
    const amounts = [ofA.includes(code) ? 0 : undefined, ofB.includes(code) ? 0 : undefined] as const;
    const pair = rows.get(code) ?? { value: code, amounts, change: isInBoth ? { kind: 'too_few' } : undefined, isClear: false };
    return { code, class: 0, ...figuresOf(counted.get(code), a.measure), difference: classOf(pair, isInBoth), pair };
  });
  return { key: ['difference', a.measure, a.query, b.query, a.summary.datasetVersion].join(' '), areas };
}

function classOf({ change, isClear }: PairedRow, isInBoth: boolean): DifferenceClass {
  if (!isInBoth || change === undefined) return 'unknown';
  if (change.kind === 'too_few') return 'few';
  if (!isClear) return 'unclear';
  const times = Math.max(change.ratio, 1 / change.ratio);
  const step = differenceBounds.filter((bound) => times >= bound).length as 0 | 1 | 2;
  return `${change.ratio > 1 ? 'more' : 'fewer'}-${step}`;
}

/** The regions of A and those of B on one scale, where they have none in common: by rate where both can have rates. */
export function sideBySide(a: AreaAnswer, b: AreaAnswer, wanted: Shading['wanted']): Shading | undefined {
  const both = shadeBoth(a, b, wanted);
  const alike = both?.[0].by === both?.[1].by ? both : shadeBoth(a, b, 'count');
  return alike && { ...merged(alike), wanted };
}

function shadeBoth(a: AreaAnswer, b: AreaAnswer, by: Shading['by']): readonly [Shading, Shading] | undefined {
  const [ofA, ofB] = [shadeAreas('regions', by, a), shadeAreas('regions', by, b)];
  return ofA && ofB && [ofA, ofB];
}

function merged([a, b]: readonly [Shading, Shading]): Shading {
  const areas = [...a.areas, ...b.areas];
  const valueOf = ({ rate, amount }: ShadedArea) => (rate ? (rate.kind === 'rate' ? rate.rate : 0) : amount);
  const bounds = (a.by === 'rate' ? rateBounds : countBounds)(areas.map(valueOf));
  const classed = areas.map((area) => ({
    ...area,
    class: typeof area.class === 'number' ? rateClass(valueOf(area), bounds) : area.class,
  }));
  return { ...a, key: `${a.key} and ${b.key}`, bounds, areas: classed, other: b.areas.map(({ code }) => code) };
}
