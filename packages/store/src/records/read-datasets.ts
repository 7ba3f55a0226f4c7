import { count, getTableColumns, max, min, type SQL, sql } from 'drizzle-orm';
import type { DatasetList } from '@monitor/contract';
import type { Database } from '../connection/database.ts';
import { KeptByVersion } from '../connection/kept-by-version.ts';
import { type QueryOptions, readSnapshot, type SnapshotOptions } from '../connection/read-snapshot.ts';
import { momentText, type Statements } from '../connection/statements.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { datasets, incidents } from '../schema/tables.ts';
import { isSpread } from '../spread/spread.ts';

/** A dataset with what is published of it. */
export type DatasetRow = DatasetList['datasets'][number];

/** All datasets, by slug. */
export async function readDatasets(database: Database, options: QueryOptions = {}): Promise<DatasetRow[]> {
  return readSnapshot(database, options, selectDatasets);
}

/** To count a million incidents by dataset and location takes a fifth of a second. */
const lists = new KeptByVersion<DatasetRow[]>();

/** All datasets, by slug, with the version that they are of. They are read once for each version. */
export async function readDatasetsAtVersion(database: Database, options: SnapshotOptions = {}): Promise<DatasetList> {
  return readSnapshot(database, options, datasetsOfSnapshot);
}

/** The same of the snapshot on which the statements run. */
export async function datasetsOfSnapshot(statements: Statements): Promise<DatasetList> {
  const datasetVersion = await versionOfSnapshot(statements.db);
  return { datasetVersion, datasets: await datasetsOfVersion(statements, datasetVersion) };
}

/** The datasets of the snapshot on which the statements run, which is of this version; read once for each version. */
export async function datasetsOfVersion(statements: Statements, datasetVersion: number): Promise<DatasetRow[]> {
  return lists.find(statements.pool, datasetVersion, () => selectDatasets(statements));
}

/** The list of this version, where it has been read already. */
export function knownDatasets({ connections }: Database, version: number): DatasetList | undefined {
  const rows = lists.known(connections, version);
  return rows && { datasetVersion: version, datasets: rows };
}

/** Lets a pool of connections know what was read by another. */
export function keepDatasets({ connections }: Database, { datasetVersion, datasets: rows }: DatasetList): void {
  lists.keep(connections, datasetVersion, rows);
}

/** The datasets of the snapshot on which the statements run. */
export async function selectDatasets({ db, pool }: Statements): Promise<DatasetRow[]> {
  const { dataset_id, country, occurred_on, occurred_until, updated_at, published, lon, lat } = incidents;
  const rows = await db.select(getTableColumns(datasets)).from(datasets).orderBy(datasets.slug);
  const selected = db
    .select({
      dataset_id,
      country,
      incidents: count(),
      severalDays: sql<number>`count(*) filter (where ${occurred_until} > ${occurred_on})::integer`,
      from: sql<string>`${min(occurred_on)}`,
      to: sql<string>`${max(occurred_on)}`,
      updated_at: sql<string>`${momentText(sql`max(${updated_at})`)}`,
      west: min(lon),
      south: min(lat),
      east: max(lon),
      north: max(lat),
    })
    .from(incidents)
    .where(sql`${published}`)
    .groupBy(dataset_id, country)
    .orderBy(country);
  // Where incidents are on several servers, it is known without one of them.
  const counted = isSpread(pool)
    ? await db
        .select(keptCoverage)
        .from(sql`spread.coverage`)
        .orderBy(sql`country`)
    : await selected;
  const months = await countMonths(db, counted);
  return rows.map((row) => {
    const { id, public_identifiers: _public, secret_identifiers: _secret, ...dataset } = row;
    const places = counted.filter((place) => place.dataset_id === id);
    const severalDays = places.reduce((sum, place) => sum + place.severalDays, 0);
    return {
      ...dataset,
      incidents: places.reduce((sum, place) => sum + place.incidents, 0),
      ...(severalDays > 0 && { several_days: severalDays }),
      from: extreme(places, 'from', (one, other) => one < other),
      to: extreme(places, 'to', (one, other) => one > other),
      bbox: boxAround(places),
      countries: places.map((place) => place.country),
      coverage: places.map(({ country: code, incidents: own, from, to }) => {
        const ofMonths = months(id, code, from, to);
        return { country: code, incidents: own, from, to, ...(ofMonths && { months: ofMonths }) };
      }),
      updated_at: extreme(places, 'updated_at', (one, other) => one > other),
    };
  });
}

/** Incidents by month of the locations that several datasets are about: gives those of one from a first to a last day, if it is one of them. */
async function countMonths(
  db: Statements['db'],
  places: readonly { readonly country: string }[],
): Promise<(dataset: number, country: string, from: string, to: string) => number[] | undefined> {
  const codes = places.map(({ country }) => country);
  const shared = [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];
  if (shared.length === 0) return () => undefined;
  const month = sql<number>`(extract(year from ${incidents.occurred_on}) * 12 + extract(month from ${incidents.occurred_on}) - 1)::integer`;
  const counted = await db
    .select({ dataset: incidents.dataset_id, country: incidents.country, month, incidents: count() })
    .from(incidents)
    .where(sql`${incidents.published} and ${incidents.country} = any(${sql.param(shared)})`)
    .groupBy(incidents.dataset_id, incidents.country, sql`3`);
  const found = new Map(counted.map((one) => [`${one.dataset} ${one.country} ${one.month}`, one.incidents]));
  return (dataset, country, from, to) => {
    if (!shared.includes(country)) return undefined;
    const [first, last] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) as [number, number];
    return Array.from({ length: last - first + 1 }, (_, at) => found.get(`${dataset} ${country} ${first + at}`) ?? 0);
  };
}

/** The columns of what was counted when the servers last changed. */
const keptCoverage = {
  dataset_id: sql<number>`dataset_id`,
  country: sql<string>`country`,
  incidents: sql<number>`incidents`.mapWith(Number),
  severalDays: sql<number>`"severalDays"`,
  from: sql<string>`"from"`,
  to: sql<string>`"to"`,
  updated_at: momentText(sql`updated_at`) as SQL<string>,
  west: sql<number | null>`west`,
  south: sql<number | null>`south`,
  east: sql<number | null>`east`,
  north: sql<number | null>`north`,
};

interface Sides {
  readonly west: number | null;
  readonly south: number | null;
  readonly east: number | null;
  readonly north: number | null;
}

/** Around all boxes that there are; null if there is none. */
function boxAround(boxes: readonly Sides[]): [number, number, number, number] | null {
  const all = (side: keyof Sides) => boxes.flatMap((box) => box[side] ?? []);
  if (all('west').length === 0) return null;
  return [Math.min(...all('west')), Math.min(...all('south')), Math.max(...all('east')), Math.max(...all('north'))];
}

/** The value that goes before all others; null if there is none. Days and moments are texts that sort by time. */
function extreme<Name extends string>(
  rows: readonly Readonly<Record<Name, string>>[],
  name: Name,
  goesBefore: (one: string, other: string) => boolean,
): string | null {
  return rows.reduce<string | null>((found, row) => (found === null || goesBefore(row[name], found) ? row[name] : found), null);
}
