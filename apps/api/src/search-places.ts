import type { PlaceList } from '@monitor/contract';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { type Database, findPlaces, type SnapshotOptions } from '@monitor/store';

/** The gazetteer's settlements that are looked for among the incidents, the most populous first. */
const mostOtherNames = 24;

/** Settlements with incidents by a name in any language, those with most incidents first. */
export async function searchPlaces(database: Database, text: string, limit: number, options: SnapshotOptions): Promise<PlaceList> {
  const named = (await loadGazetteer()).searchPlaces(text).slice(0, mostOtherNames);
  const alsoNamed = named.map(({ jurisdiction, name }) => ({ country: jurisdiction, name }));
  return findPlaces(database, { text, alsoNamed, limit }, options);
}
