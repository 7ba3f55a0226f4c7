import { type Cube, CubeBuilder, countWeeks, populationOf, summarise } from '@monitor/cube';
import { type SortField, sortFields } from '@monitor/domain';
import { CubeReader, type PublishedIncident, type RecordSource, SignalFinder } from '@monitor/engine';
import { weeksCounted } from '@monitor/findings';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { knowledgeBeside } from '@monitor/geography/world';
import {
  type Database,
  type HeldSnapshot,
  holdSnapshot,
  type IncidentHistory,
  openIncidentStream,
  readCubeRows,
  readDatasetsAtVersion,
  readHistories,
  readOrder,
  readRemovals,
  readRetracted,
  readSettlementFacts,
  type SnapshotOptions,
} from '@monitor/store';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';

/** All that an edition is made of, without who publishes it. */
interface Edition extends Omit<RecordSource, 'publisher' | 'contact' | 'licence'> {
  /** Name of the state of the database that it is read in. */
  readonly snapshot: string;
}

/** Reads the published record in one state of the database, however long it takes and whatever is imported meanwhile. */
export async function withEdition<Result>(
  database: Database,
  signal: AbortSignal,
  work: (edition: Edition) => Promise<Result>,
): Promise<Result> {
  const end = new AbortController();
  try {
    const held = await new Promise<HeldSnapshot>((resolve, reject) => {
      holdSnapshot(database, resolve, end.signal).catch(reject);
    });
    return await work(await readEdition(database, { signal, snapshot: held.name }));
  } finally {
    end.abort();
  }
}

async function readEdition(
  database: Database,
  options: Required<SnapshotOptions> & { readonly signal: AbortSignal; readonly snapshot: string },
): Promise<Edition> {
  const builder = new CubeBuilder();
  const version = await readCubeRows(
    database,
    (rows) => {
      for (const row of rows) builder.add(row);
    },
    options,
  );
  const cube = builder.finish(version);
  const list = await readDatasetsAtVersion(database, options);
  const elsewhere = knowledgeBeside(list.datasets.flatMap(({ countries }) => countries));
  const { named, known } = await readSettlementFacts(database, options);
  const gazetteer = await loadGazetteer();
  const isNamed = new Set(named.map(({ country, name }) => `${country} ${name}`));
  const signals = await new SignalFinder().find(
    countWeeks(cube, weeksCounted),
    (filter, request) => summarise(cube, filter, request, (wanted) => populationOf(cube, wanted)),
    options.signal,
  );
  return {
    snapshot: options.snapshot,
    cube,
    incidents: readRecords(database, options),
    isSettlement: (country, name) => isNamed.has(`${country} ${name}`),
    retracted: portionsOf((take) => readRetracted(database, take, options)),
    removed: await readRemovals(database, options),
    places: {
      names: named.flatMap(({ country, name }) => {
        const others = gazetteer.otherNames(country, name);
        return others.length === 0 ? [] : { country, name, others };
      }),
      known,
    },
    datasets: elsewhere.length === 0 ? list : { ...list, elsewhere },
    signals,
    orders: await readOrders(database, cube, options),
  };
}

/** The orders that the cube does not have. */
async function readOrders(database: Database, cube: Cube, options: SnapshotOptions): Promise<RecordSource['orders']> {
  const reader = new CubeReader();
  const orders = new Map<SortField, { keys: Uint32Array; reported: number }>();
  for (const field of sortFields) {
    if (field === 'amount') continue;
    const part = { sort: field, measure: 'incidents', start: { offset: 0 }, limit: 1 } as const;
    const asked = { name: 'listed', asked: { part }, filter: {} } as const;
    if ((await reader.answer(cube, asked)) !== 'unknown order') continue;
    const { keys, reported } = await readOrder(database, field, options);
    // In a published record, the key of an incident is its row plus one, as it is in the map from keys to rows.
    orders.set(field, { keys: keys.map((key) => cube.rowOfKey[key]!), reported });
  }
  return orders;
}

/** The records in the order of the cube: what downloads have of each, with its history. */
async function* readRecords(database: Database, options: SnapshotOptions): AsyncGenerator<PublishedIncident[], void, undefined> {
  const stream = await openIncidentStream(database, { filter: {}, against: undefined }, options);
  const next = oneByOne(portionsOf<IncidentHistory>((take) => readHistories(database, take, options)));
  try {
    for await (const incidents of stream.incidents) {
      const records: PublishedIncident[] = [];
      for (const incident of incidents) {
        const { id, ...history } = (await next.next()).value as IncidentHistory;
        if (id !== incident.id) throw new Error(`The history of ${id} is not that of ${incident.id}.`);
        records.push({ ...incident, ...history });
      }
      yield records;
    }
  } finally {
    await next.return();
    await stream.close();
  }
}

/** What is read in portions, as fast as it is wanted. Where it is left early, the rest is not read. */
async function* portionsOf<Row>(
  read: (take: (rows: readonly Row[]) => Promise<void>) => Promise<void>,
): AsyncGenerator<readonly Row[], void, undefined> {
  const portions = new PassThrough({ objectMode: true, highWaterMark: 4 });
  const left = new AbortController();
  const reading = read(async (rows) => {
    if (!portions.write(rows)) await once(portions, 'drain', { signal: left.signal });
  }).then(
    () => void portions.end(),
    (error: unknown) => void portions.destroy(error as Error),
  );
  try {
    yield* portions as AsyncIterable<readonly Row[]>;
  } finally {
    portions.destroy();
    left.abort();
    await reading;
  }
}

async function* oneByOne<Row>(portions: AsyncIterable<readonly Row[]>): AsyncGenerator<Row, void, undefined> {
  for await (const portion of portions) yield* portion;
}
