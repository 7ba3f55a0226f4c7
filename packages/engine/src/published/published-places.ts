import type { PlaceList, SettlementRanking } from '@monitor/contract';
import { amountReader, type Cube, fieldReader, forEachRow, missingReader, type Population, populationOf } from '@monitor/cube';
import {
  areaAround,
  type Box,
  type Filter,
  hasArea,
  hasWantedWords,
  type Measure,
  placedNames,
  type PlacedName,
  recordOf,
  searchedWords,
} from '@monitor/domain';
import type { PlaceFacts } from './manifest.ts';
import type { PublishedRecord } from './published-record.ts';
import type { RecordWords } from './record-words.ts';

/* What the database answers about settlements, from the words of a published record. */

/** The incidents that name a place in a region. */
interface Named {
  readonly name: string | null;
  readonly region: string | null;
  readonly country: string;
  readonly isSettlement: boolean;
  incidents: number;
  readonly figures: Record<PlacedName, number>;
  /** Incidents that do not give each of the numbers. */
  readonly notReported: Record<PlacedName, number>;
  withPoint: number;
  /** Millionths of a degree. */
  box: [west: number, south: number, east: number, north: number];
}

const millionths = 1e6;
/** Names in the order of the database: that of the root of Unicode's collation. */
const names = new Intl.Collator('en');

/** The settlements of the incidents of a filter, those with most of a measure first. */
export async function rankPublished(
  record: PublishedRecord,
  filter: Filter,
  { measure, limit, spread }: { readonly measure: Measure; readonly limit: number; readonly spread: boolean },
): Promise<SettlementRanking> {
  const [cube, words] = [await record.cube(), await record.words()];
  const population = populationOf(cube, filter, filter.q === undefined ? undefined : words.rowsMeeting(filter.q));
  const all = namedPlaces(cube, words, population, readersOf(cube, measure, filter));
  const settlements = all.filter(({ isSettlement }) => isSettlement);
  const counted = settlements.filter(({ figures }) => figures.amount > 0);
  const elsewhere = all.filter(({ isSettlement }) => !isSettlement);
  const locations = [...new Set(all.map(({ country }) => country))];
  const sorted = counted.toSorted(
    (one, other) => other.figures.amount - one.figures.amount || other.incidents - one.incidents || byPlace(one, other),
  );
  return {
    datasetVersion: cube.version,
    settlements: sorted.slice(0, limit).map(({ name, region, country, incidents, figures, notReported, withPoint, box }) => ({
      name: name ?? '',
      region,
      country,
      incidents,
      ...figures,
      notReported,
      bbox: withPoint > 0 ? areaOf(box) : null,
    })),
    inSettlements: { settlements: counted.length, ...sumsOf(counted) },
    elsewhere: sumsOf(elsewhere),
    ...(spread && { spread: { counts: countsOf(counted), known: knownSettlements(await record.places(), filter, locations) } }),
  };
}

/** The settlements by a name in any language, those with most incidents first. */
export async function findPublished(
  record: PublishedRecord,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<PlaceList> {
  const [cube, words, facts] = [await record.cube(), await record.words(), await record.places()];
  const named = new Set(
    facts.names
      .filter(({ country, others }) => others.some((other) => hasWantedWords(searchedWords(other, country), text)))
      .map(({ country, name }) => `${country} ${name}`),
  );
  const found = namedPlaces(cube, words, populationOf(cube, {}), readersOf(cube, 'incidents', {})).filter(
    ({ name, country, withPoint }) =>
      name !== null && withPoint > 0 && (named.has(`${country} ${name}`) || hasWantedWords(searchedWords(name, country), text)),
  );
  const sorted = found.toSorted((one, other) => other.withPoint - one.withPoint || byPlace(one, other));
  return {
    datasetVersion: cube.version,
    places: sorted.slice(0, limit).map(({ name, region, country, withPoint, box }) => ({
      name: name ?? '',
      region,
      country,
      incidents: withPoint,
      bbox: areaOf(box),
    })),
  };
}

/** What a row has of each number, and 1 where it does not give it. */
type Readers = Readonly<Record<PlacedName, readonly [amountOf: (row: number) => number, missingOf: (row: number) => number]>>;

function readersOf(cube: Cube, measure: Measure, filter: Filter): Readers {
  const readers = (of: Measure) => [amountReader(cube, of, filter), missingReader(cube, of, filter)] as const;
  return { killed: readers('killed'), injured: readers('injured'), amount: readers(measure) };
}

function namedPlaces(cube: Cube, words: RecordWords, population: Population, readers: Readers): Named[] {
  const countryOf = fieldReader(cube, 'country') as (row: number) => string;
  const regionOf = fieldReader(cube, 'region') as (row: number) => string | null;
  const { lon, lat } = cube.columns;
  const found = new Map<string, Named>();
  forEachRow(population, (row) => {
    const place = words.placeOfRow[row]!;
    const [country, region] = [countryOf(row), regionOf(row)];
    const key = `${place} ${country} ${region}`;
    let named = found.get(key);
    if (named === undefined) {
      const known = place === 0 ? undefined : words.places[place - 1];
      const { name = null, isSettlement = false } = known ?? {};
      named = {
        name,
        region,
        country,
        isSettlement,
        incidents: 0,
        figures: recordOf(placedNames, () => 0),
        notReported: recordOf(placedNames, () => 0),
        withPoint: 0,
        box: [Infinity, Infinity, -Infinity, -Infinity],
      };
      found.set(key, named);
    }
    named.incidents++;
    for (const number of placedNames) {
      const [amountOf, missingOf] = readers[number];
      named.figures[number] += amountOf(row);
      named.notReported[number] += missingOf(row);
    }
    if (lon[row] === noPoint) return;
    named.withPoint++;
    const [west, south, east, north] = named.box;
    named.box = [Math.min(west, lon[row]!), Math.min(south, lat[row]!), Math.max(east, lon[row]!), Math.max(north, lat[row]!)];
  });
  return [...found.values()];
}

const noPoint = -0x80000000;

/** By location, region and name; places of no region last, as in the database. */
function byPlace(one: Named, other: Named): number {
  return (
    compared(one.country, other.country) ||
    compared(one.region ?? '\uFFFF', other.region ?? '\uFFFF') ||
    names.compare(one.name ?? '', other.name ?? '')
  );
}

function compared(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function areaOf([west, south, east, north]: Named['box']): Box {
  return areaAround(west / millionths, south / millionths, east / millionths, north / millionths);
}

function sumsOf(places: readonly Named[]) {
  const sum = (of: (place: Named) => number) => places.reduce((sofar, place) => sofar + of(place), 0);
  return {
    incidents: sum(({ incidents }) => incidents),
    ...recordOf(placedNames, (name) => sum(({ figures }) => figures[name])),
    notReported: recordOf(placedNames, (name) => sum(({ notReported }) => notReported[name])),
  };
}

/** How many settlements have each amount, the largest first. */
function countsOf(places: readonly Named[]) {
  const counts = new Map<number, number>();
  for (const { amount } of places.map(({ figures }) => figures)) counts.set(amount, (counts.get(amount) ?? 0) + 1);
  return [...counts].toSorted(([one], [other]) => other - one).map(([amount, settlements]) => ({ amount, settlements }));
}

/** Settlements of the gazetteer where the filter can select incidents; null if it selects an area, whose settlements are not known by name. */
function knownSettlements({ known }: PlaceFacts, filter: Filter, locations: readonly string[]): number | null {
  if (hasArea(filter)) return null;
  return known
    .filter(({ country, region }) => locations.includes(country) && (filter.region?.includes(region) ?? true))
    .reduce((sum, { settlements }) => sum + settlements, 0);
}
