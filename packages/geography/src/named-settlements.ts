/** Node only: which settlements the map names. */
import type { Feature, FeatureCollection, Point } from 'geojson';
import { siteFocus } from './focus.ts';
import { type Place, readHomeEntries, readWorldFile } from './gazetteer/read-data.ts';
import { isHome, isNamedByBaseMap } from './regions.ts';

/** People from which on settlements are named where nobody looks: near what is shown, and elsewhere. */
const leastNamed = { near: 8000, far: 60_000 } as const;

/** How many settlements of each location elsewhere are named at most where all those of the base map are. */
const mostOfLocation = 2500;

/** Side of the squares over which they are spread. Degrees. */
const square = 0.5;

export type Settlement = Feature<Point, { readonly name: string; readonly jurisdiction: string; readonly population: number }>;

/**
 * Those of the base map, with those of some locations. Small ones of locations that are not shown are left out, and as many more are named
 * of those that are, so that the answer weighs no more.
 * @param codes of locations with incidents
 */
export function namedSettlements({ features }: FeatureCollection, codes: readonly string[]): Settlement[] {
  const base = features as Settlement[];
  const shown = new Set([...siteFocus().locations, ...codes]);
  const drawn = [...shown].filter((code) => !isNamedByBaseMap(code));
  const least = [...shown].some(isHome) ? leastNamed.near : leastNamed.far;
  const kept = base.filter(
    ({ properties: { jurisdiction, population } }) =>
      !drawn.includes(jurisdiction) && (population >= least || (shown.has(jurisdiction) && isNamedByBaseMap(jurisdiction))),
  );
  const lists = drawn.map(placesOf).toSorted((one, other) => one.length - other.length);
  const isElsewhere = (code: string) => drawn.includes(code) && !isHome(code);
  const ofBase = base.filter(({ properties }) => !isElsewhere(properties.jurisdiction)).length;
  const ofElsewhere = lists.map((places) =>
    isElsewhere(places[0]?.jurisdiction ?? '') ? Math.min(places.length, mostOfLocation) : 0,
  );
  let room = ofElsewhere.reduce((sum, one) => sum + one, ofBase) - kept.length;
  const added = lists.flatMap((places, at) => {
    const some = spread(places, Math.floor(room / (lists.length - at)));
    room -= some.length;
    return some;
  });
  return [...kept, ...added.map(settlement)];
}

function placesOf(code: string): Place[] {
  const entries = isHome(code) ? readHomeEntries(code) : readWorldFile(code).entries;
  return entries.map(({ place }) => place).toSorted((one, other) => other.population - one.population);
}

/** The largest, and of the others the largest of each part of the land, then the second largest. @param places the largest first */
function spread(places: readonly Place[], most: number): readonly Place[] {
  if (places.length <= most) return places;
  const largest = places.slice(0, Math.ceil(most / 2));
  const taken = new Map<string, number>();
  const squareOf = ({ lon, lat }: Place) => `${Math.floor(lon / square)} ${Math.floor(lat / square)}`;
  const ranked = places.map((place) => {
    const rank = taken.get(squareOf(place)) ?? 0;
    taken.set(squareOf(place), rank + 1);
    return { place, rank };
  });
  const others = ranked.slice(largest.length).toSorted((one, other) => one.rank - other.rank);
  return [...largest, ...others.slice(0, most - largest.length).map(({ place }) => place)];
}

function settlement({ name, latin, jurisdiction, population, lon, lat }: Place): Settlement {
  const round = (degrees: number) => Math.round(degrees * 1000) / 1000;
  const properties = { name: latin ?? name, ...(latin !== undefined && { local: name }), jurisdiction, population };
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [round(lon), round(lat)] } };
}
