import type { PlaceKind, PlaceList } from '@monitor/contract';
import { type Filter, filterOfPlace, foldText, romanised, wholeOf } from '@monitor/domain';
import { jurisdiction, region } from '@monitor/geography';

/** What an address of a place says: `RS`, `RS-20`, or a settlement by its region, or by its location alone, and its name: `RS-20-nis`. */
export type PlaceAddress =
  | { readonly kind: 'location' | 'region'; readonly code: string }
  /** `within` is the code of its region, or of its location where no region of it is known. */
  | { readonly kind: 'settlement'; readonly within: string; readonly name: string };

/** Reads the address of a place; undefined if it can be none. Whether a settlement of the name exists, the data says. */
export function readPlaceAddress(text: string): PlaceAddress | undefined {
  if (jurisdiction(text) !== undefined) return { kind: 'location', code: text };
  if (region(text) !== undefined) return { kind: 'region', code: text };
  // The region first: its code may be the beginning of a name.
  for (const pattern of [
    /^([A-Z]{2}-[A-Z0-9]{1,8})-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/,
    /^([A-Z]{2})-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/,
  ]) {
    const [, within = '', name = ''] = pattern.exec(text) ?? [];
    if (name !== '' && (region(within) ?? jurisdiction(within)) !== undefined) return { kind: 'settlement', within, name };
  }
  return undefined;
}

/** What tells a settlement from others. */
export interface SettlementName {
  readonly name: string;
  readonly region: string | null;
  /** Code of its location. */
  readonly country: string;
}

/** The address of a settlement; undefined for a name that does not begin with a letter. */
export function settlementAddress(settlement: SettlementName): string | undefined {
  const name = nameInAddress(settlement);
  return /^[a-z]/.test(name) ? `${settlement.region ?? settlement.country}-${name}` : undefined;
}

/** A name as an address has it: in Latin letters without their marks, as people type it, its words joined by hyphens. */
function nameInAddress({ name, country }: SettlementName): string {
  return (foldText(romanised(name, country)[0] ?? name).match(/[a-z0-9]+/g) ?? []).join('-');
}

/** The settlement of an address among those that a search for its name has found, the one with most incidents first. */
export function settlementOfAddress<Settlement extends SettlementName>(
  { within, name }: PlaceAddress & { readonly kind: 'settlement' },
  found: readonly Settlement[],
): Settlement | undefined {
  return found.find((one) => (one.region ?? one.country) === within && nameInAddress(one) === name);
}

/** A location, a region or a settlement with a page. */
export interface Place {
  readonly kind: PlaceKind;
  readonly address: string;
  /** Of a settlement; others are called by their codes. */
  readonly name: string | undefined;
  /** Code of the location or region, or of the one that a settlement lies in. */
  readonly code: string;
  /** Code of its location. */
  readonly country: string;
  /** Selects its incidents: of a settlement, those with a point in its area. */
  readonly filter: Filter;
}

/** The place that an address names; undefined if there is none. @param found what a search for the name of a settlement has found */
export function placeOf(address: string, found: PlaceList['places']): Place | undefined {
  const read = readPlaceAddress(address);
  if (read === undefined) return undefined;
  const settlement = read.kind === 'settlement' ? settlementOfAddress(read, found) : undefined;
  if (read.kind === 'settlement' && settlement === undefined) return undefined;
  const code = read.kind === 'settlement' ? read.within : read.code;
  return {
    kind: read.kind,
    address,
    name: settlement?.name,
    code,
    country: wholeOf('region', code),
    filter: filterOfPlace(code, settlement?.bbox),
  };
}
