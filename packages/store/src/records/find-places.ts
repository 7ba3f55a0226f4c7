import { and, count, desc, eq, isNotNull, max, min, or, sql } from 'drizzle-orm';
import type { PlaceList } from '@monitor/contract';
import { areaAround, hasWantedWords, searchedWords } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { readSnapshot, type SnapshotOptions } from '../connection/read-snapshot.ts';
import { hasWords } from '../filter/incident-where.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { incidents } from '../schema/tables.ts';

/** A settlement as incidents name it. */
export interface NamedSettlement {
  /** Code of the location. */
  readonly country: string;
  readonly name: string;
}

export interface WantedPlaces {
  /** Text as for a filter's `q`. */
  readonly text: string;
  /** Settlements that the text names in another language or script. Each makes the search a little slower. */
  readonly alsoNamed: readonly NamedSettlement[];
  readonly limit: number;
}

/** The settlements whose name has the words of a text or that it names otherwise, those with most incidents first. */
export async function findPlaces(
  database: Database,
  { text, alsoNamed, limit }: WantedPlaces,
  options: SnapshotOptions = {},
): Promise<PlaceList> {
  const { place, region, country, lon, lat, published } = incidents;
  const others = new Set(alsoNamed.map(keyOf));
  const { datasetVersion, found } = await readSnapshot(database, options, async ({ db }) => ({
    datasetVersion: await versionOfSnapshot(db),
    found: await db
      .select({
        name: sql<string>`${place}`,
        region,
        country,
        incidents: count(),
        west: sql<number>`${min(lon)}`,
        south: sql<number>`${min(lat)}`,
        east: sql<number>`${max(lon)}`,
        north: sql<number>`${max(lat)}`,
      })
      .from(incidents)
      // The index finds incidents by any of their words; which of them are in the name is looked at afterwards.
      .where(
        and(
          published,
          isNotNull(place),
          isNotNull(lon),
          or(
            hasWords(text) ?? sql`false`,
            ...alsoNamed.map((other) => and(hasWords(other.name), eq(country, other.country), eq(place, other.name))),
          ),
        ),
      )
      .groupBy(place, region, country)
      .orderBy(desc(count()), country, region, place),
  }));
  const places = found
    .filter(
      ({ name, country: code }) => others.has(keyOf({ name, country: code })) || hasWantedWords(searchedWords(name, code), text),
    )
    .slice(0, limit)
    .map(({ west, south, east, north, ...rest }) => ({ ...rest, bbox: areaAround(west, south, east, north) }));
  return { datasetVersion, places };
}

function keyOf({ country, name }: NamedSettlement): string {
  return `${country} ${name}`;
}
