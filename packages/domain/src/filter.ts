import type { IsoDate } from './date.ts';
import {
  ageBands,
  type AgeBand,
  incidentSubtypes,
  type IncidentSubtype,
  incidentTypes,
  type IncidentType,
  legalStatuses,
  type LegalStatus,
  outcomes,
  type Outcome,
  placePrecisions,
  type PlacePrecision,
  relationships,
  type Relationship,
  settings,
  type Setting,
  sexes,
  type Sex,
  sourceKinds,
  type SourceKind,
  urbanities,
  type Urbanity,
  weaponClasses,
  type WeaponClass,
} from './vocabularies.ts';
import type { Vocabulary } from './vocabulary.ts';

/** West, south, east, north in degrees. West may be greater than east where the box crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** A drawn polygon: its outer ring as longitude and latitude in degrees, not closed, at least three corners. */
export type Ring = readonly (readonly [lon: number, lat: number])[];

/**
 * Which published incidents are meant. An absent key is no constraint; the values of one list are alternatives;
 * different keys all hold at once. The keys are the names in the browser's address and in the API.
 *
 * `weapon` with `legal` speaks of one and the same weapon, `victim_sex` with `victim_age` of one and the same victim.
 * `bbox` and `within` select incidents that have a public point.
 */
export interface Filter {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly country?: readonly string[];
  readonly region?: readonly string[];
  readonly type?: readonly IncidentType[];
  readonly subtype?: readonly IncidentSubtype[];
  readonly weapon?: readonly WeaponClass[];
  readonly legal?: readonly LegalStatus[];
  readonly outcome?: readonly Outcome[];
  readonly victim_sex?: readonly Sex[];
  readonly victim_age?: readonly AgeBand[];
  readonly perpetrator_sex?: readonly Sex[];
  readonly relationship?: readonly Relationship[];
  readonly setting?: readonly Setting[];
  readonly urbanity?: readonly Urbanity[];
  readonly source?: readonly SourceKind[];
  readonly precision?: readonly PlacePrecision[];
  readonly dataset?: readonly string[];
  /** Least number of people killed and injured together. */
  readonly min_victims?: number;
  /**
   * Each must begin a word of place, region, location, publisher, identifier or reported type; case and diacritics folded, Cyrillic
   * and Latin alike.
   */
  readonly q?: string;
  readonly bbox?: Box;
  readonly within?: Ring;
}

export type FilterName = keyof Filter;

/** Names of the constraints that are a list of codes, with their vocabulary, or the pattern of an open list. */
export const listDimensions = {
  country: /^[A-Z]{2}$/,
  region: /^[A-Z]{2}-[A-Z0-9]{1,8}$/,
  type: incidentTypes,
  subtype: incidentSubtypes,
  weapon: weaponClasses,
  legal: legalStatuses,
  outcome: outcomes,
  victim_sex: sexes,
  victim_age: ageBands,
  perpetrator_sex: sexes,
  relationship: relationships,
  setting: settings,
  urbanity: urbanities,
  source: sourceKinds,
  precision: placePrecisions,
  dataset: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
} as const satisfies { readonly [Name in FilterName]?: Vocabulary | RegExp };

export type ListDimension = keyof typeof listDimensions;
export const listDimensionNames = Object.keys(listDimensions) as readonly ListDimension[];

/** The dimensions that can be counted as facets: all lists. */
export type Facet = ListDimension;
export const facets: readonly Facet[] = [...listDimensionNames];

/** The filter with one key left out, such as a facet's own constraint. */
export function without(filter: Filter, ...names: readonly FilterName[]): Filter {
  const rest: Record<string, unknown> = { ...filter };
  for (const name of names) delete rest[name];
  return rest;
}

/** Limits on every input, for the API and for links. */
export const filterLimits = {
  firstDay: '1900-01-01',
  lastDay: '2199-12-31',
  valuesPerList: 100,
  textLength: 200,
  words: 10,
  ringCorners: 200,
  minVictims: 100_000,
} as const;

/** Text folded for search: lower case, no diacritics, Cyrillic kept, đ as d, ł as l, and so on; white space joined. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đðłøßæœħı]/g, (letter) => foldedLetters[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

const foldedLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ı: 'i',
};
