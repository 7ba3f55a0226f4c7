import { sql } from 'drizzle-orm';
import type { Statements } from '../connection/statements.ts';
import { jurisdictions, places, regions } from '../schema/tables.ts';
import type { KnownPlaces } from './check-draft.ts';

/** What the database knows of places. */
export async function readKnownPlaces(db: Statements['db']): Promise<KnownPlaces> {
  const locations = await db.select().from(jurisdictions);
  const known = await db.select().from(regions);
  const ofLocations = await db
    .select({ location: places.jurisdiction, names: sql<string[]>`json_agg(${places.name})` })
    .from(places)
    .groupBy(places.jurisdiction);
  const settlements = new Map(ofLocations.map(({ location, names }) => [location, new Set(names)]));
  return {
    isSettlement: (name, location) => settlements.get(location)?.has(name) ?? false,
    locations: new Map(locations.map(({ code, name }) => [code, name])),
    regions: new Map(known.map(({ code, name, jurisdiction }) => [code, { name, jurisdiction }])),
  };
}
