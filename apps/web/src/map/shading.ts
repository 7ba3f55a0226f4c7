import type { AreaRate, FacetValue } from '@monitor/contract';
import {
  isSilent,
  type Measure,
  noneReported,
  type PlacedFigures,
  placedNames,
  recordOf,
  reportedOf,
  wholeOf,
} from '@monitor/domain';
import { type AreaAnswer, areaCodes, mapRates, withoutRate } from '@monitor/findings';
import type { View } from '../filter/explore-state.ts';
import { doubling, rateBounds, rateClass } from './rate-classes.ts';

/** How an area is drawn: a class from 0, or a texture where it has none. */
export type AreaClass = number | 'few' | 'unknown';

/** What is known of an area. */
export interface ShadedArea extends PlacedFigures {
  readonly code: string;
  readonly class: AreaClass;
  /** Of the filter. */
  readonly incidents: number;
  /** Where the areas are shaded by rate: it, or why there is none. Absent too if what is counted is not reported. */
  readonly rate?: AreaRate;
}

/** The areas of a picture, and what their colours mean. */
export interface Shading {
  readonly by: View['shade'];
  /** What the person wants them shaded by: where the filter can have no rate, they are shaded by count. */
  readonly wanted: View['shade'];
  /** Whether there is a choice between count and rate. */
  readonly withShade: boolean;
  /** Tells shadings apart. */
  readonly key: string;
  readonly areas: readonly ShadedArea[];
  /** The bounds between the classes; of counts each is twice the one before. */
  readonly bounds: readonly number[];
  /** Codes of the areas of the other side, where two are shown. */
  readonly other?: readonly string[];
}

/**
 * Locations or regions by count or by rate; by count, too, where the filter can have no rate, such as one of an area, or no area has one. Undefined if
 * the answer does not count the areas. An area outside the filter or without data for the period is in no class.
 * @param fixedBounds between the classes, where they are not those that fit the answer
 */
export function shadeAreas(
  of: 'locations' | 'regions',
  wanted: View['shade'],
  answer: AreaAnswer,
  fixedBounds?: readonly number[],
): Shading | undefined {
  const { summary, filter, query, datasets, measure } = answer;
  const isRated = withoutRate({ filter, period: summary.period }, of === 'locations' ? 'country' : 'region') === undefined;
  const facet = summary.facets[of === 'locations' ? 'country' : 'region'];
  if (facet === undefined) return undefined;
  const counted = new Map(facet.map((value) => [value.value, value]));
  const codes = areaCodes(of, answer);
  const judged = isRated && wanted === 'rate' ? mapRates(summary, filter, datasets, measure)?.of : undefined;
  // A map on which nothing has a rate shows what is counted.
  const hasSome = codes.some((code) => ['rate', 'few'].includes(judged?.[code]?.kind ?? ''));
  const rates = hasSome || codes.every((code) => !counted.has(code)) ? judged : undefined;
  const by = rates === undefined ? 'count' : 'rate';
  const areas = codes.map((code) => {
    const figures = figuresOf(counted.get(code), measure);
    const isRatedHere = rates !== undefined && !isSilentArea(figures);
    return { code, ...figures, ...(isRatedHere && { rate: rates[code] ?? { kind: 'unknown', events: 0 } }) };
  });
  const values = areas.map(shadedValue);
  const bounds = fixedBounds ?? classBounds(by, values);
  return {
    by,
    wanted,
    withShade: true,
    key: [of, by, measure, query, summary.datasetVersion, ...bounds].join(' '),
    bounds,
    areas: areas.map((area, index) => ({
      ...area,
      class: isSilentArea(area) ? 'unknown' : (textureOf(area.rate) ?? rateClass(values[index]!, bounds)),
    })),
  };
}

/** Whether an area has incidents and none gives what is counted: it is in no class, least of all in that of 0. */
export function isSilentArea({
  incidents,
  amount,
  notReported,
}: Pick<ShadedArea, 'incidents' | 'amount' | 'notReported'>): boolean {
  return isSilent({ count: amount, incidents, notReported: notReported.amount });
}

function textureOf(rate: AreaRate | undefined): 'few' | 'unknown' | undefined {
  if (rate === undefined || rate.kind === 'rate') return undefined;
  return rate.kind === 'few' ? 'few' : 'unknown';
}

/** What the class of an area is of: its rate, 0 where it has none, or what is counted. */
export function shadedValue({ amount, rate }: Pick<ShadedArea, 'amount' | 'rate'>): number {
  if (rate === undefined) return amount;
  return rate.kind === 'rate' ? rate.rate : 0;
}

/** The bounds between the classes that fit these values. */
export function classBounds(by: View['shade'], values: readonly number[]): number[] {
  return by === 'rate' ? rateBounds(values) : countBounds(values);
}

/** Bounds of classes of counts: whole numbers, the first at least 2, so that one incident more is not always another class. */
export function countBounds(counts: readonly number[]): number[] {
  const bounds = rateBounds(counts, doubling);
  const least = Math.max(2, Math.round(bounds[0] ?? 0));
  return bounds.map((_, step) => least * 2 ** step);
}

/** What a facet counts of an area; zeros if it has no value of it. */
export function figuresOf(value: FacetValue | undefined, measure: Measure): PlacedFigures & { readonly incidents: number } {
  const counted = { killed: 'killed', injured: 'injured', amount: measure } as const;
  const reported = recordOf(placedNames, (name) => (value ? reportedOf(value, counted[name]) : noneReported));
  return {
    incidents: value?.incidents ?? 0,
    ...recordOf(placedNames, (name) => reported[name].count),
    notReported: recordOf(placedNames, (name) => reported[name].notReported),
  };
}

/** The location that an area lies in. */
export function locationOfArea(code: string): string {
  return wholeOf('region', code);
}
