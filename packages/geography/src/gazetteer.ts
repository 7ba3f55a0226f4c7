/** Node only: reads the gazetteer and the boundaries from this package's data folder. */
import { kilometresBetween, type Point } from './distance.ts';
import { isOnlyCentre, placeNames, placeOfName, regionNames, regionOfName } from './gazetteer/name-index.ts';
import { nameSearch } from './gazetteer/name-search.ts';
import { type Entry, type Place, readEntries, readRegionNames, readRegionOutlines, readWorldFile } from './gazetteer/read-data.ts';
import { kilometresOfDegree, type RegionIndex, regionIndex } from './gazetteer/region-index.ts';
import { jurisdiction as jurisdictionOf, jurisdictions } from './jurisdictions.ts';
import { isHome, type Region, regionOf, regions, regionsOf } from './regions.ts';
// All jurisdictions.
import './world.ts';
import { remembering } from '@monitor/domain';
import { feature } from '@rapideditor/country-coder';
import { around } from 'geokdbush';
import KDBush from 'kdbush';

export { isOnlyCentre };
export type { Place };

export interface Location {
  readonly jurisdiction: string;
  readonly region: string | null;
}

export interface Gazetteer {
  /** All places in and around the region, by id. Those of locations elsewhere are read when they are first asked for. */
  readonly places: readonly Place[];
  /**
   * Where a point lies, coasts and small gaps in the boundaries mended by the nearest place; undefined far from any, and at sea more than
   * 50 km from the land and the settlements of the location. Degrees.
   */
  locate(lon: number, lat: number): Location | undefined;
  /** The nearest settlement of a jurisdiction within the distance (default 60 km). */
  nearestPlace(lon: number, lat: number, jurisdiction: string, withinKilometres?: number): Place | undefined;
  /**
   * The settlement of a name in any script or spelling, the most populous where there are several in the region or jurisdiction. With a
   * point, only one that lies no farther than 30 km from it: another of the same name is meant. Without a region, `isClear` only gives a
   * place that has clearly more people than those of the same name in other regions. "Centre" is only found in a region or near a point.
   */
  findPlace(
    name: string,
    within: { jurisdiction: string; region?: string | null; near?: Point; isClear?: boolean },
  ): Place | undefined;
  /** True if a settlement of the region lies within the distance: outlines are simplified, and places straddle them. */
  isNearRegion(lon: number, lat: number, region: string, withinKilometres: number): boolean;
  /** The other names under which `searchPlaces` finds a settlement of a jurisdiction. */
  otherNames(jurisdiction: string, name: string): readonly string[];
  /** The settlements with a name, in any language and script, whose words begin with the words of a text; the most populous first. */
  searchPlaces(text: string): readonly Place[];
  /**
   * The region of a name or code within a jurisdiction. If a city and the region around it have the same name, it is the city, unless
   * the point or the settlement beside the name lies around it.
   */
  findRegion(
    name: string,
    jurisdiction: string,
    beside?: { readonly located: string | null; readonly place: string | null },
  ): string | undefined;
}

/** This near to a settlement its own jurisdiction and region count, whatever the generalised outlines say. Kilometres. */
const settlementKilometres = 1;
/** How far off a coast or outline the nearest settlement still decides. Kilometres. */
const mendKilometres = 25;
/** So far out at sea a point is in no location, since a digit of it may be wrong: seas of locations reach farther. Kilometres. */
const seaKilometres = 50;
/** A settlement of the name given is taken for the one meant where it lies no farther from the point. Kilometres. */
const sameSettlementKilometres = 30;
/** How far from the settlements of a region one may lie that a source takes for one of them: they differ near lines. Kilometres. */
const neighbourKilometres = 15;

/** What the database keeps of geography. */
export interface Reference {
  readonly jurisdictions: typeof jurisdictions;
  readonly regions: readonly Region[];
  readonly places: readonly (Place & { readonly part_of: number | null })[];
}

let loaded: Promise<Gazetteer> | undefined;

/** Loads the gazetteer once; later calls return the same. */
export function loadGazetteer(): Promise<Gazetteer> {
  loaded ??= build();
  return loaded;
}

/**
 * All jurisdictions, and the regions, settlements and quarters of those in and around the region and of some others.
 * @param others codes of jurisdictions, of which those elsewhere count
 */
export async function readReference(others: readonly string[] = []): Promise<Reference> {
  const { places } = await loadGazetteer();
  const elsewhere = others.filter((code) => !isHome(code) && jurisdictionOf(code) !== undefined).map(readLocation);
  return {
    jurisdictions,
    regions: [...regions.filter(({ jurisdiction }) => isHome(jurisdiction)), ...elsewhere.flatMap((one) => one.regions)],
    places: [...places.map(withPart), ...elsewhere.flatMap((one) => one.places)],
  };
}

/** The regions, settlements and quarters of a jurisdiction elsewhere. */
export function readLocation(code: string): Pick<Reference, 'regions' | 'places'> {
  const { regions: found, entries } = readWorldFile(code);
  return { regions: found.map(([region, name]) => regionOf([region, name])), places: entries.map(({ place }) => withPart(place)) };
}

const withPart = (place: Place) => ({ ...place, part_of: place.partOf?.id ?? null });
/** What is looked up within one jurisdiction. */
interface Ground {
  readonly outlines: RegionIndex | undefined;
  readonly nearest: NearestPlace;
  readonly nearestOfRegion: (code: string) => NearestPlace;
  readonly findPlace: (name: string, accepts: (place: Place) => boolean, isClear?: boolean) => Place | undefined;
  readonly findRegion: (name: string) => ReturnType<typeof regionOfName>;
}

interface GroundData {
  readonly entries: readonly Entry[];
  readonly regions: readonly Region[];
  readonly otherNames: (region: string) => readonly string[];
  readonly outlines: () => RegionIndex | undefined;
}

/** Each index is made when it is first needed. */
function groundOf({ entries, regions: own, otherNames, outlines }: GroundData): Ground {
  const places = entries.map(({ place }) => place);
  const nearest = once(() => nearestPlaceIndex(places));
  const ofRegion = onDemand((code) => nearestPlaceIndex(places.filter((place) => place.region === code)));
  const names = once(() => placeNames(entries));
  const namesOfRegions = once(() => regionNames(own, otherNames));
  const index = once(outlines);
  return {
    get outlines() {
      return index();
    },
    nearest: (...where) => nearest()(...where),
    nearestOfRegion: ofRegion,
    findPlace: (name, accepts, isClear) => placeOfName(names(), name, accepts, isClear),
    findRegion: remembering((name: string) => regionOfName(own, namesOfRegions(), names, name)),
  };
}

async function build(): Promise<Gazetteer> {
  const [entries, outlines, otherRegionNames] = await Promise.all([readEntries(), readRegionOutlines(), readRegionNames()]);
  const places = entries.map(({ place }) => place);
  const homeOutlines = once(() => regionIndex(outlines));
  const nearestAtHome = once(() => nearestPlaceIndex(places));
  const searchOfNames = once(() => nameSearch(entries));
  const namesByPlace = once(() => {
    const found = new Map<string, string[]>();
    for (const { place, names } of entries) {
      const key = `${place.jurisdiction} ${place.name}`;
      found.set(key, [...(found.get(key) ?? []), ...[place.latin ?? [], names === '' ? [] : names.split('|')].flat()]);
    }
    return found;
  });
  const grounds = onDemand((code) => {
    if (isHome(code))
      return groundOf({
        entries: entries.filter(({ place }) => place.jurisdiction === code),
        regions: regionsOf(code),
        otherNames: (region) => otherRegionNames[region] ?? [],
        outlines: homeOutlines,
      });
    const file = jurisdictionOf(code) === undefined ? { regions: [], outlines: null, entries: [] } : readWorldFile(code);
    const others = new Map(file.regions.map(([region, , names]) => [region, names]));
    return groundOf({
      entries: file.entries,
      regions: file.regions.map(([region, name]) => regionOf([region, name])),
      otherNames: (region) => others.get(region) ?? [],
      outlines: () => (file.outlines === null ? undefined : regionIndex(file.outlines)),
    });
  });

  return {
    places,
    locate(lon, lat) {
      if (!isOnEarth(lon, lat)) return undefined;
      const atHome = nearestAtHome()(lon, lat, settlementKilometres);
      if (atHome) return { jurisdiction: atHome.jurisdiction, region: atHome.region };
      const jurisdiction = jurisdictionAt(lon, lat, () => nearestAtHome()(lon, lat, mendKilometres)?.jurisdiction);
      if (jurisdiction === undefined) return undefined;
      const ground = grounds(jurisdiction);
      const region = ground.nearest(lon, lat, settlementKilometres)?.region ?? ground.outlines?.regionAt(lon, lat, jurisdiction);
      if (region) return { jurisdiction, region };
      const nearest = ground.nearest(lon, lat, seaKilometres);
      const isFarOut = !nearest && ground.outlines?.isNearLand(lon, lat, jurisdiction, seaKilometres) === false;
      return isFarOut ? undefined : { jurisdiction, region: nearest?.region ?? null };
    },
    nearestPlace: (lon, lat, jurisdiction, withinKilometres = 60) =>
      isOnEarth(lon, lat) ? grounds(jurisdiction).nearest(lon, lat, withinKilometres) : undefined,
    findPlace(name, { jurisdiction, region, near, isClear }) {
      const ground = grounds(jurisdiction);
      const isNear = (place: Place) => !near || kilometresBetween(place, near) <= sameSettlementKilometres;
      const find = (accepts: (place: Place) => boolean) => ground.findPlace(name, (place) => accepts(place) && isNear(place));
      const isCentre = isOnlyCentre(name);
      if (!region) return isCentre && !near ? undefined : ground.findPlace(name, isNear, isClear && !near);
      return (
        find((place) => place.region === region) ??
        find(({ lon, lat }) => !isCentre && ground.nearestOfRegion(region)(lon, lat, neighbourKilometres) !== undefined)
      );
    },
    isNearRegion: (lon, lat, code, withinKilometres) =>
      isOnEarth(lon, lat) && grounds(code.slice(0, 2)).nearestOfRegion(code)(lon, lat, withinKilometres) !== undefined,
    otherNames: (jurisdiction, name) => namesByPlace().get(`${jurisdiction} ${name}`) ?? [],
    searchPlaces: (text) => searchOfNames()(text),
    findRegion(name, jurisdiction, beside) {
      const ground = grounds(jurisdiction);
      const { code, surroundings } = ground.findRegion(name) ?? {};
      if (surroundings === undefined || !beside || beside.located === code) return code;
      const isIn = (region?: string) => ground.findPlace(beside.place ?? '', (place) => place.region === region) !== undefined;
      return beside.located === surroundings || (isIn(surroundings) && !isIn(code)) ? surroundings : code;
    },
  };
}

/** Files have longitudes such as -9.0e15 for "unknown". */
function isOnEarth(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** Makes a value when it is first needed, and keeps it: whoever wants only the places builds no index. */
function once<Thing>(make: () => Thing): () => Thing {
  const made = onDemand(make);
  return () => made('');
}

/** Makes the value of a key when it is first needed, and keeps it. */
function onDemand<Thing>(make: (key: string) => Thing): (key: string) => Thing {
  const made = new Map<string, Thing>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const thing = make(key);
    made.set(key, thing);
    return thing;
  };
}

/** Crimea with Sevastopol: Ukraine's by resolution 68/262 of the UN General Assembly; country-coder files it under Russia. */
const crimea = 'Q7835';

/**
 * The jurisdiction of this system that a point lies in. Its territorial sea counts, and the open sea near a coast where
 * `nearest` finds a settlement; undefined on the territory of others and far out. Degrees.
 */
function jurisdictionAt(lon: number, lat: number, nearest: () => string | undefined): string | undefined {
  const found = feature([lon, lat], { level: 'subterritory', maxLevel: 'country' });
  if (!found) return nearest();
  const { wikidata, country, iso1A2 } = found.properties;
  if (wikidata === crimea) return 'UA';
  // A part of a country has a code of its own in ISO 3166-1, or one that is reserved only.
  const codes = [iso1A2, country].filter((code) => code !== undefined);
  return codes.length === 0 ? nearest() : codes.find((code) => jurisdictionOf(code) !== undefined);
}

/** Finds the place nearest to a point. Degrees, kilometres. */
type NearestPlace = (lon: number, lat: number, withinKilometres: number) => Place | undefined;

function nearestPlaceIndex(places: readonly Place[]): NearestPlace {
  const index = new KDBush(places.length);
  for (const { lon, lat } of places) index.add(lon, lat);
  index.finish();
  return (lon, lat, withinKilometres) => {
    // Where none is near, all others are about as far, and the search by distance would look at nearly all of them.
    if (isEmptyAround(index, lon, lat, withinKilometres)) return undefined;
    const [found] = around(index, lon, lat, 1, withinKilometres);
    return found === undefined ? undefined : places[found];
  };
}

/** True only if nothing of the index is within the distance, by a box of degrees; never near the poles and the date line. */
function isEmptyAround(index: KDBush, lon: number, lat: number, withinKilometres: number): boolean {
  const reach = withinKilometres / kilometresOfDegree;
  const aside = reach / Math.cos(((Math.abs(lat) + reach) * Math.PI) / 180);
  if (Math.abs(lat) + reach > 89 || Math.abs(lon) + aside > 180) return false;
  return index.range(lon - aside, lat - reach, lon + aside, lat + reach).length === 0;
}
