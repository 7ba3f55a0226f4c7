import type { FacetValue, Summary } from '@monitor/contract';
import { hasArea, type Filter, type Measure, wholeOf } from '@monitor/domain';
import { regions, regionsOf } from '@monitor/geography';
import { coveredPeriods, type Dataset, datasetsInScope, namedLocations, overlapOf } from './dataset-coverage.ts';

/** An answer of the API that counts areas, and what it is the answer to. */
export interface AreaAnswer {
  readonly summary: Pick<Summary, 'period' | 'totals' | 'facets' | 'datasetVersion'> & Partial<Pick<Summary, 'series'>>;
  readonly filter: Filter;
  readonly query: string;
  readonly datasets: readonly Dataset[];
  readonly measure: Measure;
}

/** Whether the regions of a location have numbers: where none of its incidents has a region, theirs are not known, which is not zero. */
export function isPlaced(location: string, { country, region }: Summary['facets']): boolean {
  const isOfLocation = ({ value }: FacetValue) => wholeOf('region', value) === location;
  return region?.some(isOfLocation) === true || !country?.some(({ value, incidents }) => value === location && incidents > 0);
}

/** The codes of the areas that the filter means and the data covers in its period; of a drawn area, those that have incidents in it. */
export function areaCodes(of: 'locations' | 'regions', { summary: { period, facets }, filter, datasets }: AreaAnswer): string[] {
  const facet = (of === 'locations' ? facets.country : facets.region) ?? [];
  const counted = new Set(facet.map(({ value }) => value));
  const inScope = datasetsInScope(filter, datasets);
  const isCovered = (code: string) =>
    coveredPeriods(code, inScope).some((one) => period === null || overlapOf(one, period) !== undefined);
  const known = new Set([...inScope.flatMap(({ countries }) => countries), ...(facets.country ?? []).map(({ value }) => value)]);
  const locations = (namedLocations(filter) ?? [...known]).filter((code) => isCovered(code));
  const isDrawn = hasArea(filter);
  const codes =
    of === 'locations'
      ? [...new Set(locations)].toSorted()
      : codesOfRegions(
          locations.filter((code) => isPlaced(code, facets)),
          filter,
        );
  return isDrawn ? codes.filter((code) => counted.has(code)) : codes;
}

function codesOfRegions(locations: readonly string[], { country, region: chosen }: Filter): string[] {
  const found =
    chosen === undefined
      ? locations.toSorted().flatMap((location) => regionsOf(location))
      : regions.filter(({ code }) => chosen.includes(code));
  return found.filter(({ jurisdiction }) => country === undefined || country.includes(jurisdiction)).map(({ code }) => code);
}
