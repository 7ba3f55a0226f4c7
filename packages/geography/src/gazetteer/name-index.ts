import type { Region } from '../regions.ts';
import type { Entry, Place } from './read-data.ts';
import { foldText, remembering } from '@monitor/domain';

/** Spellings of one name to one text: case, diacritics, apostrophes, hyphens and brackets do not count; "Saint" is "St". */
function nameKey(text: string): string {
  return foldText(text)
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bsaint\b/g, 'st')
    .trim();
}

/** Words that files put behind or before the name of a settlement and that are no part of it. */
const settlementWords = /\b(?:town|village|city|settlement|municipality|county|grad|selo|naselje|qytet|fshat)\b/g;

/** Words before the name of a settlement that say what it is, as in "с. Іванівка". */
const settlementPrefix =
  /^(?:м|місто|г|город|гр|град|с|село|смт|пгт|пос|поселок|дер|д|общ|община|општина|qyteti|qyteti i|fshati|fshati i|oras|orasul|sat|satul|com|comuna|mun|municipiul|opstina|opcina|city of|town of) (?=\p{L})/u;

/** What the centre of any region or town is called. */
const centreWords = new Set('merkez centru centar qender qendra центар център центр цэнтр'.split(' '));

/** Whether a name says only that the place is the centre of a region or town, without saying of which. */
export function isOnlyCentre(name: string): boolean {
  return centreWords.has(nameKey(name));
}

/** Words for a first-level region in the languages of the place and in English. */
const regionWords =
  /\b(?:region|oblast|oblasts|voblasts|voblast|province|district|county|canton|kanton|zupanija|okrug|opstina|raionul|raion|judetul|judet|municipiul|qarku i|qarku|state|commonwealth of)\b|(?<!\p{L})(?:область|област|обл|округ|район|општина|вобласць|жупания|кантон)(?!\p{L})/gu;

/** The key without what is in brackets and without words for "town"; the caller tries the full key first. */
function bareSettlementKey(text: string): string {
  return collapseSpaces(nameKey(text.replace(/\([^)]*\)/g, ' ')).replace(settlementWords, ' '));
}

/** The key without words for "region". */
function bareRegionKey(text: string): string {
  return collapseSpaces(nameKey(text).replace(regionWords, ' '));
}

function collapseSpaces(text: string): string {
  return text.replace(/ +/g, ' ').trim();
}

/**
 * A place found by its own name is meant before one of which it is a lesser-known name, unless the latter is this many
 * times larger ("Odessa" is Одеса).
 */
const ownNameWeight = 20;
/** Places without a known population are small. */
const leastPopulation = 100;

interface Candidate {
  readonly place: Place;
  readonly rank: number;
}

/** Candidates by name key, the likeliest first, of one jurisdiction. */
export type PlaceNames = ReadonlyMap<string, readonly Candidate[]>;

export function placeNames(entries: readonly Entry[]): PlaceNames {
  const names = new Map<string, Candidate[]>();
  const add = (name: string, place: Place, weight: number) => {
    const key = nameKey(name);
    const known = names.get(key);
    if (known?.some((candidate) => candidate.place === place)) return;
    const candidate = { place, rank: Math.max(place.population, leastPopulation) * weight };
    if (known) known.push(candidate);
    else names.set(key, [candidate]);
  };
  for (const { place, names: others } of entries) {
    for (const own of [place.name, place.latin ?? place.name, ...place.name.split(' / ')]) add(own, place, ownNameWeight);
    if (others !== '') for (const other of others.split('|')) add(other, place, 1);
  }
  for (const candidates of names.values()) candidates.sort((a, b) => b.rank - a.rank || a.place.id - b.place.id);
  return names;
}

/** The keys under which the settlement of a name may be, the likeliest first. Imports ask for the same names again and again. */
const settlementKeys = remembering((name: string): readonly string[] => {
  const key = nameKey(name);
  return [...new Set([key, key.replaceAll('dj', 'd'), key.replace(settlementPrefix, ''), bareSettlementKey(name)])];
});

/** How many times likelier a place must be than another of its name. */
const clearlyLikelier = 3;

/**
 * The likeliest place of a name that is accepted. Where the whole finds nothing, "dj" is read as "đ", and then words for "town" are left
 * out.
 * @param isClear only a place that is clearly likelier than those of the name in other regions
 */
export function placeOfName(
  names: PlaceNames,
  name: string,
  accepts: (place: Place) => boolean,
  isClear = false,
): Place | undefined {
  for (const key of settlementKeys(name)) {
    const found = key === '' ? undefined : names.get(key)?.find(({ place }) => accepts(place));
    if (!found) continue;
    const rival = names.get(key)?.find(({ place }) => place.region !== found.place.region);
    return isClear && rival && found.rank < clearlyLikelier * rival.rank ? undefined : found.place;
  }
  return undefined;
}

/** Codes of the regions of one jurisdiction by name key. */
export type RegionNames = ReadonlyMap<string, string>;

/**
 * Index of the names of the regions of a jurisdiction. A region's printed name goes before all other names, those before what is left of them without
 * words for "region"; other names that two regions share are nobody's.
 */
export function regionNames(regions: readonly Region[], others: (code: string) => readonly string[]): RegionNames {
  const names = new Map<string, string>();
  const layers = [
    regions.map(({ code, name }) => [code, nameKey(name)] as const),
    regions.flatMap(({ code }) => others(code).map((name) => [code, nameKey(name)] as const)),
    regions.flatMap(({ code, name }) => [name, ...others(code)].map((text) => [code, bareRegionKey(text)] as const)),
  ];
  for (const layer of layers) addUnshared(names, layer);
  return names;
}

function addUnshared(names: Map<string, string>, layer: readonly (readonly [code: string, key: string])[]): void {
  const claims = new Map<string, Set<string>>();
  for (const [code, key] of layer) {
    if (key !== '' && !names.has(key)) claims.set(key, (claims.get(key) ?? new Set()).add(code));
  }
  for (const [key, [only, ...others]] of claims) if (only !== undefined && others.length === 0) names.set(key, only);
}

/** Regions around a city that is a region of its own, where files call both by the name of the city. */
const cityWithin: Readonly<Record<string, string>> = {
  'AR-B': 'AR-C',
  'BG-23': 'BG-22',
  'BY-MI': 'BY-HM',
  'HR-01': 'HR-21',
  'KZ-ALM': 'KZ-ALA',
  'LA-VI': 'LA-VT',
  'MZ-L': 'MZ-MPM',
  'RU-MOS': 'RU-MOW',
  'UA-32': 'UA-30',
  'UZ-TO': 'UZ-TK',
};
const regionAround = new Map(Object.entries(cityWithin).map(([around, city]) => [city, around]));

/** The code of a region, and that of the region around it, if the name may mean either. */
interface NamedRegion {
  readonly code: string;
  readonly surroundings?: string;
}

/**
 * The region of a code, the part of it behind the hyphen, or a name. The name of a city alone is that of the city, and with a word for
 * "region" that of the region around it.
 */
export function regionOfName(
  regions: readonly Region[],
  names: RegionNames,
  places: () => PlaceNames,
  text: string,
): NamedRegion | undefined {
  const code = text.trim().toUpperCase();
  const ofCode = regions.find((one) => one.code === code || one.code.slice(one.code.indexOf('-') + 1) === code);
  if (ofCode) return ofCode;
  const whole = nameKey(text);
  const key = whole.replace(settlementPrefix, '');
  const bare = bareRegionKey(key);
  const named = names.get(whole) ?? names.get(key);
  const found = named ?? names.get(bare);
  if (found === undefined) return undefined;
  const city = cityWithin[found] ?? found;
  const around = regionAround.get(city);
  if (around === undefined) return { code: found };
  if (
    key === bare &&
    places()
      .get(key)
      ?.some(({ place }) => place.region === city)
  )
    return { code: city, ...(key === whole && { surroundings: around }) };
  return { code: named ?? around };
}
