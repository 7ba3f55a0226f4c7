import { filterQuery } from '@monitor/contract';
import { hasArea, type Filter, wholeOf, withoutPlace } from '@monitor/domain';
import { readPlaceAddress } from '@monitor/findings';

/** The query string of the page of a place, or of all places, under the rest of a filter. */
export function placeQuery(filter: Filter): string {
  return filterQuery(withoutPlace(filter));
}

/** The query of what the page of a place asks of the API. @param filter of its address */
export function askedOfPlace(address: string, filter: Filter): string {
  return [`place=${address}`, placeQuery(filter)].filter((part) => part !== '').join('&');
}

/** The address of the one location or region that a filter selects as a whole; undefined if it selects several, or a part. */
export function addressOfFilter(filter: Filter): string | undefined {
  const { country, region: regions } = filter;
  if (hasArea(filter)) return undefined;
  const [code, ...others] = regions ?? country ?? [];
  if (code === undefined || others.length > 0 || readPlaceAddress(code) === undefined) return undefined;
  const isElsewhere = regions !== undefined && country !== undefined && !country.includes(wholeOf('region', code));
  return isElsewhere ? undefined : code;
}
