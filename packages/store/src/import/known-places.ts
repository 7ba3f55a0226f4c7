import { isNull, sql } from 'drizzle-orm';
import type { Statements } from '../connection/statements.ts';
import { jurisdictions, places, regions } from '../schema/tables.ts';
import type { KnownPlaces } from './check-draft.ts';

/** What the database knows of places. */
export async function readKnownPlaces(db: Statements['db']): Promise<KnownPlaces> {
  const settlements = await db
    .select({ location: places.jurisdiction, region: places.region, names: namesOfPlaces })
    .from(places)
    .where(isNull(places.part_of))
    .groupBy(places.jurisdiction, places.region);
  const ofRegions = settlements.map(({ names, ...area }) => ({ ...area, names: new Set(names) }));
  return {
    ...(await readNamesOfPlaces(db)),
    isSettlement: (name, location, region) =>
      ofRegions.some((one) => one.location === location && (region === undefined || one.region === region) && one.names.has(name)),
  };
}

const namesOfPlaces = sql<string[]>`json_agg(${places.name})`;

/** The part of it that a database of an earlier version has, too. */
export async function readNamesOfPlaces(db: Statements['db']): Promise<Omit<KnownPlaces, 'isSettlement'>> {
  const locations = await db.select().from(jurisdictions);
  const known = await db.select().from(regions);
  const ofLocations = await db
    .select({ location: places.jurisdiction, names: namesOfPlaces })
    .from(places)
    .groupBy(places.jurisdiction);
  const namesOf = new Map(ofLocations.map(({ location, names }) => [location, new Set(names)]));
  return {
    isPlace: (name, location) => namesOf.get(location)?.has(name) ?? false,
    locations: new Map(locations.map(({ code, name }) => [code, name])),
    regions: new Map(known.map(({ code, name, jurisdiction }) => [code, { name, jurisdiction }])),
  };
}
