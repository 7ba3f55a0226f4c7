import { type AreaAnswer, type MapComparison, type RegionDifference, regionDifferences } from '@monitor/findings';
import { countBounds, figuresOf, type ShadedArea, shadeAreas, type Shading } from './shading.ts';
import { rateBounds, rateClass } from './rate-classes.ts';

/** A region that is drawn by how far two sides differ there. */
export interface DifferenceArea extends ShadedArea, RegionDifference {}

/** The regions of two sides, and how far they differ. */
export interface DifferenceMap {
  readonly key: string;
  readonly areas: readonly DifferenceArea[];
}

/** Undefined if A and B have no region in common. */
export function differenceMap(a: AreaAnswer, compared: MapComparison): DifferenceMap | undefined {
  const found = regionDifferences(a, compared);
  if (found === undefined) return undefined;
  const counted = new Map((a.summary.facets.region ?? []).map((value) => [value.value, value]));
  const areas = found.map((one): DifferenceArea => ({ ...one, class: 0, ...figuresOf(counted.get(one.code), a.measure) }));
  return { key: ['difference', a.measure, a.query, compared.answer.query, a.summary.datasetVersion].join(' '), areas };
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
