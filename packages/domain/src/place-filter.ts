import type { Box } from './constraints/box.ts';
import { wholeOf } from './dimensions.ts';
import { areaNames, type Filter, filterNames, type FilterName, without } from './filter.ts';

/** The constraints that say where, which the address of a place replaces. */
const whereNames: readonly FilterName[] = ['country', 'region', ...areaNames];
/** All others. */
export const namesBesidePlace: readonly FilterName[] = filterNames.filter((name) => !whereNames.includes(name));

/** Whether a filter selects an area that somebody drew, or one around a point. */
export function hasArea(filter: Filter): boolean {
  return areaNames.some((name) => filter[name] !== undefined);
}

/** What a filter says beside where. */
export function withoutPlace(filter: Filter): Filter {
  return without(filter, ...whereNames);
}

/** The constraints by which a filter means the same incidents as the page of a place. @param area of a settlement */
export function filterOfPlace(code: string, area?: Box): Filter {
  const country = wholeOf('region', code);
  const ofCode: Filter = country === code ? { country: [code] } : { country: [country], region: [code] };
  return area === undefined ? ofCode : { ...ofCode, bbox: area };
}
