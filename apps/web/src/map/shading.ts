import type { AreaRate, FacetValue, Summary } from '@monitor/contract';
import { areaNames, type Filter, type Measure, wholeOf } from '@monitor/domain';
import { coveredPeriods, type Dataset, datasetsInScope, mapRates, namedLocations, overlapOf, withoutRate } from '@monitor/findings';
import { regions } from '@monitor/geography';
import type { View } from '../filter/explore-state.ts';
import { doubling, rateBounds, rateClass } from './rate-classes.ts';

/** How an area is drawn: a class from 0, or a texture where it has none. */
export type AreaClass = number | 'few' | 'unknown';

/** What is known of an area. */
export interface ShadedArea {
  readonly code: string;
  readonly class: AreaClass;
  /** Of the filter. */
  readonly incidents: number;
  readonly killed: number;
  readonly injured: number;
  /** What the measure counts. */
  readonly amount: number;
  /** Where the areas are shaded by rate: it, or why there is none. */
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
  /** The bounds between the classes, each twice the one before. */
  readonly bounds: readonly number[];
  /** Codes of the areas of the other side, where two are shown. */
  readonly other?: readonly string[];
}

/** An answer of the API, and what it is the answer to. */
export interface AreaAnswer {
  readonly summary: Pick<Summary, 'period' | 'totals' | 'facets' | 'datasetVersion'>;
  readonly filter: Filter;
  readonly query: string;
  readonly datasets: readonly Dataset[];
  readonly measure: Measure;
}

/**
 * Locations or regions by count or by rate; by count, too, where the filter can have no rate, such as one of an area. Undefined if
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
  const by = isRated ? wanted : 'count';
  const facet = summary.facets[of === 'locations' ? 'country' : 'region'];
  if (facet === undefined) return undefined;
  const counted = new Map(facet.map((value) => [value.value, value]));
  const rates = by === 'rate' ? mapRates(summary, filter, datasets, measure)?.of : undefined;
  const areas = areaCodes(of, answer).map((code) => {
    const figures = figuresOf(counted.get(code), measure);
    return { code, ...figures, ...(rates && { rate: rates[code] ?? { kind: 'unknown', events: 0 } }) };
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
      class: area.rate && area.rate.kind !== 'rate' ? area.rate.kind : rateClass(values[index]!, bounds),
    })),
  };
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

/** The codes of the areas that the filter means and the data covers in its period; of a drawn area, those that have incidents in it. */
export function areaCodes(of: 'locations' | 'regions', { summary: { period, facets }, filter, datasets }: AreaAnswer): string[] {
  const facet = (of === 'locations' ? facets.country : facets.region) ?? [];
  const counted = new Set(facet.map(({ value }) => value));
  const inScope = datasetsInScope(filter, datasets);
  const isCovered = (code: string) =>
    period === null || coveredPeriods(code, inScope).some((one) => overlapOf(one, period) !== undefined);
  const known = new Set([...inScope.flatMap(({ countries }) => countries), ...(facets.country ?? []).map(({ value }) => value)]);
  const locations = (namedLocations(filter) ?? [...known]).filter((code) => isCovered(code));
  const isDrawn = areaNames.some((name) => filter[name] !== undefined);
  const codes = of === 'locations' ? [...new Set(locations)].toSorted() : regionsOf(locations, filter);
  return isDrawn ? codes.filter((code) => counted.has(code)) : codes;
}

function regionsOf(locations: readonly string[], { country, region: chosen }: Filter): string[] {
  return regions
    .filter(({ code, jurisdiction }) => (chosen === undefined ? locations.includes(jurisdiction) : chosen.includes(code)))
    .filter(({ jurisdiction }) => country === undefined || country.includes(jurisdiction))
    .map(({ code }) => code);
}

/** What a facet counts of an area; zeros where it has no value of it. */
export function figuresOf(value: FacetValue | undefined, measure: Measure) {
  return {
    incidents: value?.incidents ?? 0,
    killed: value?.killed ?? 0,
    injured: value?.injured ?? 0,
    amount: value?.[measure] ?? 0,
  };
}

/** The location that an area lies in. */
export function locationOfArea(code: string): string {
  return wholeOf('region', code);
}
