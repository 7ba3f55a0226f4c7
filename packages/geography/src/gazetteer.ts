/** Node only: reads the gazetteer and the boundaries from this package's data folder. */
import { kilometresBetween, type Point } from './distance.ts';
import { placeNames, placeOfName, regionNames, regionOfName } from './gazetteer/name-index.ts';
import { nameSearch } from './gazetteer/name-search.ts';
import { type Place, readEntries, readRegionNames, readRegionOutlines } from './gazetteer/read-data.ts';
import { regionIndex } from './gazetteer/region-index.ts';
import { jurisdictions } from './jurisdictions.ts';
import { regions } from './regions.ts';
import { feature } from '@rapideditor/country-coder';
import { around } from 'geokdbush';
import KDBush from 'kdbush';

export type { Place };

export interface Location {
  readonly jurisdiction: string;
  readonly region: string | null;
}

export interface Gazetteer {
  /** All places, by id. */
  readonly places: readonly Place[];
  /** Where a point lies, coasts and small gaps in the boundaries mended by the nearest place; undefined far from any. Degrees. */
  locate(lon: number, lat: number): Location | undefined;
  /** The nearest settlement of a jurisdiction (of any, where none is given) within the distance (default 60 km). */
  nearestPlace(lon: number, lat: number, jurisdiction?: string, withinKilometres?: number): Place | undefined;
  /**
   * The settlement of a name in any script or spelling, the most populous where there are several in the region or jurisdiction. With a
   * point, only one that lies no farther than 30 km from it: another of the same name is meant.
   */
  findPlace(name: string, within: { jurisdiction: string; region?: string | null; near?: Point }): Place | undefined;
  /** True if a settlement of the region lies within the distance: outlines are simplified, and places straddle them. */
  isNearRegion(lon: number, lat: number, region: string, withinKilometres: number): boolean;
  /** The settlements with a name, in any language and script, whose words begin with the words of a text; the most populous first. */
  searchPlaces(text: string): readonly Place[];
  /** The region of a name or code within a jurisdiction. */
  findRegion(name: string, jurisdiction: string): string | undefined;
}

/** This near to a settlement its own jurisdiction and region count, whatever the generalised outlines say. Kilometres. */
const settlementKilometres = 1;
/** How far off a coast or outline the nearest settlement still decides. Kilometres. */
const mendKilometres = 25;
/** A settlement of the name given is taken for the one meant where it lies no farther from the point. Kilometres. */
const sameSettlementKilometres = 30;
/** How far from the settlements of a region one may lie that a source takes for one of them: they differ near lines. Kilometres. */
const neighbourKilometres = 15;

export interface Reference {
  readonly jurisdictions: typeof jurisdictions;
  readonly regions: typeof regions;
  readonly places: readonly (Place & { readonly part_of: number | null })[];
}

let loaded: Promise<Gazetteer> | undefined;

/** Loads the gazetteer once; later calls return the same. */
export function loadGazetteer(): Promise<Gazetteer> {
  loaded ??= build();
  return loaded;
}

/** What the database keeps of geography: jurisdictions, regions, and the settlements and quarters of the gazetteer. */
export async function readReference(): Promise<Reference> {
  const { places } = await loadGazetteer();
  return { jurisdictions, regions, places: places.map((place) => ({ ...place, part_of: place.partOf?.id ?? null })) };
}

async function build(): Promise<Gazetteer> {
  const [entries, outlines, otherRegionNames] = await Promise.all([readEntries(), readRegionOutlines(), readRegionNames()]);
  const places = entries.map(({ place }) => place);
  const outlineIndex = once(() => regionIndex(outlines));
  const nearestOfAll = once(() => nearestPlaceIndex(places));
  const nearestOf = onDemand((jurisdiction) => nearestPlaceIndex(places.filter((place) => place.jurisdiction === jurisdiction)));
  const nearestOfRegion = onDemand((code) => nearestPlaceIndex(places.filter((place) => place.region === code)));
  const namesOf = onDemand((jurisdiction) => placeNames(entries.filter(({ place }) => place.jurisdiction === jurisdiction)));
  const regionsByName = regionNames(otherRegionNames);
  const searchOfNames = once(() => nameSearch(entries));

  return {
    places,
    locate(lon, lat) {
      if (!isOnEarth(lon, lat)) return undefined;
      const settlement = nearestOfAll()(lon, lat, settlementKilometres);
      if (settlement) return { jurisdiction: settlement.jurisdiction, region: settlement.region };
      const jurisdiction = jurisdictionAt(lon, lat, () => nearestOfAll()(lon, lat, mendKilometres)?.jurisdiction);
      if (jurisdiction === undefined) return undefined;
      const region =
        outlineIndex().regionAt(lon, lat, jurisdiction) ?? nearestOf(jurisdiction)(lon, lat, 2 * mendKilometres)?.region;
      return { jurisdiction, region: region ?? null };
    },
    nearestPlace(lon, lat, jurisdiction, withinKilometres = 60) {
      if (!isOnEarth(lon, lat)) return undefined;
      return (jurisdiction === undefined ? nearestOfAll() : nearestOf(jurisdiction))(lon, lat, withinKilometres);
    },
    findPlace(name, { jurisdiction, region, near }) {
      const find = (accepts: (place: Place) => boolean) =>
        placeOfName(
          namesOf(jurisdiction),
          name,
          (place) => accepts(place) && (!near || kilometresBetween(place, near) <= sameSettlementKilometres),
        );
      if (!region) return find(() => true);
      return (
        find((place) => place.region === region) ??
        find(({ lon, lat }) => nearestOfRegion(region)(lon, lat, neighbourKilometres) !== undefined)
      );
    },
    isNearRegion: (lon, lat, code, withinKilometres) =>
      isOnEarth(lon, lat) && nearestOfRegion(code)(lon, lat, withinKilometres) !== undefined,
    searchPlaces: (text) => searchOfNames()(text),
    findRegion: (name, jurisdiction) => regionOfName(regionsByName, name, jurisdiction),
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
  const code = wikidata === crimea ? 'UA' : (country ?? iso1A2);
  return code === undefined ? nearest() : jurisdictions.find((one) => one.code === code)?.code;
}

/** Finds the place nearest to a point. Degrees, kilometres. */
type NearestPlace = (lon: number, lat: number, withinKilometres: number) => Place | undefined;

function nearestPlaceIndex(places: readonly Place[]): NearestPlace {
  const index = new KDBush(places.length);
  for (const { lon, lat } of places) index.add(lon, lat);
  index.finish();
  return (lon, lat, withinKilometres) => {
    const [found] = around(index, lon, lat, 1, withinKilometres);
    return found === undefined ? undefined : places[found];
  };
}
