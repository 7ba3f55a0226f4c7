import { isNull, sql } from 'drizzle-orm';
import type { Statements } from '../connection/statements.ts';
import { jurisdictions, places, regions } from '../schema/tables.ts';
import type { KnownPlaces } from './check-draft.ts';
import type { ReferenceData } from './reference-data.ts';

/** What the database knows of places, to which an import can add a location. */
export interface HeldPlaces extends KnownPlaces {
  /** Whether the settlements of a location are there. */
  readonly holds: (location: string) => boolean;
  /** Takes in what was added to the database. */
  readonly add: (location: string, added: Pick<ReferenceData, 'regions' | 'places'>) => void;
}

/** What the database knows of places. */
export async function readKnownPlaces(db: Statements['db']): Promise<HeldPlaces> {
  const settlements = await db
    .select({ location: places.jurisdiction, region: places.region, names: namesOfPlaces })
    .from(places)
    .where(isNull(places.part_of))
    .groupBy(places.jurisdiction, places.region);
  const ofRegions = settlements.map(({ names, ...area }) => ({ ...area, names: new Set(names) }));
  const { namesOf, ...known } = await readNames(db);
  return {
    ...known,
    isSettlement: (name, location, region) =>
      ofRegions.some((one) => one.location === location && (region === undefined || one.region === region) && one.names.has(name)),
    holds: (location) => namesOf.has(location),
    add(location, added) {
      for (const { code, name, jurisdiction } of added.regions) known.regions.set(code, { name, jurisdiction });
      namesOf.set(location, new Set(added.places.map(({ name }) => name)));
      const whole = added.places.filter(({ part_of }) => part_of == null);
      for (const region of new Set(whole.map((place) => place.region)))
        ofRegions.push({
          location,
          region,
          names: new Set(whole.filter((place) => place.region === region).map(({ name }) => name)),
        });
    },
  };
}

const namesOfPlaces = sql<string[]>`json_agg(${places.name})`;

/** The part of it that a database of an earlier version has, too. */
export async function readNamesOfPlaces(db: Statements['db']): Promise<Omit<KnownPlaces, 'isSettlement'>> {
  const { namesOf: _, ...known } = await readNames(db);
  return known;
}

async function readNames(db: Statements['db']) {
  const locations = await db.select().from(jurisdictions);
  const known = await db.select().from(regions);
  const ofLocations = await db
    .select({ location: places.jurisdiction, names: namesOfPlaces })
    .from(places)
    .groupBy(places.jurisdiction);
  const namesOf = new Map(ofLocations.map(({ location, names }) => [location, new Set(names)]));
  return {
    namesOf,
    isPlace: (name: string, location: string) => namesOf.get(location)?.has(name) ?? false,
    locations: new Map(locations.map(({ code, name }) => [code, name])),
    regions: new Map(known.map(({ code, name, jurisdiction }) => [code, { name, jurisdiction }])),
  };
}
