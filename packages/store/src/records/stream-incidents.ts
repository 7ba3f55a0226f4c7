import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { type Column, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { IncidentExport, PartRow, Selection, SideCode, Sort } from '@monitor/contract';
import { comparedFilter } from '@monitor/contract/without-schemas';
import { type Fields, type Measure, namesOf, partFields, type PartName, recordOf } from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { packable, readPackedPortions } from '../connection/packed-rows.ts';
import { readSnapshot, type SnapshotOptions } from '../connection/read-snapshot.ts';
import type { Statements } from '../connection/statements.ts';
import { readNumbered } from '../filter/dimension-columns.ts';
import { type InRing, inRingAt, type SelectionOptions } from '../filter/in-area.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { readAmounts } from '../numbers/measure-amounts.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { datasets, incidents, people, sources, weapons } from '../schema/tables.ts';
import { countByDataset } from './count-incidents.ts';
import { incidentRows, ofIncident, type Streamed, streamedColumns } from './incident-columns.ts';
import { type DatasetRow, datasetsOfVersion } from './read-datasets.ts';
import { inOrder, readSorted } from './sorted-by.ts';

/** Larger portions would outlive the youngest generation of the garbage collector, which costs more than their round trips save. */
const portionSize = 250;

/** What a download needs, all of one snapshot of the database. */
export interface IncidentStream {
  readonly datasetVersion: number;
  /** Those that the incidents are of, by slug. */
  readonly datasets: readonly DatasetRow[];
  /** Number of incidents. */
  readonly total: number;
  /** The incidents in portions of some hundred. Reading them to the end leaves the tables that were requested. */
  readonly incidents: AsyncGenerator<IncidentExport[], void, undefined>;
  /** The requested tables, to be read after the incidents and in the order of the request; rows in the order of the incidents. */
  readonly table: (name: PartName) => AsyncGenerator<PartRow[], void, undefined>;
  /** Ends it. To be called once all is read, or nothing more is wanted; may be called twice. Aborting does the same. */
  readonly close: () => Promise<void>;
}

export interface StreamOptions extends SelectionOptions, SnapshotOptions {
  /** Oldest first if left out. */
  readonly sort?: Sort | undefined;
  /** What the sort field `amount` sorts by. */
  readonly measure?: Measure | undefined;
  /** Tables to read after the incidents. */
  readonly tables?: readonly PartName[] | undefined;
}

type Head = Pick<IncidentStream, 'datasetVersion' | 'datasets' | 'total'>;
/** A portion; an empty one ends its table. */
type Portion = readonly object[];

/**
 * All published incidents of a selection in their order, read through a server-side cursor of one snapshot, with version and datasets of
 * that snapshot. Memory stays flat, since reading waits for the taker; closing or aborting closes the cursor.
 */
export async function openIncidentStream(
  database: Database,
  selection: Selection,
  options: StreamOptions = {},
): Promise<IncidentStream> {
  const parts = readParts(database, selection, options);
  const head = await parts.next();
  if (head.done === true) throw new Error('The database returned neither incidents nor an error.');
  const close = async () => {
    await parts.return();
  };
  const left = [...(options.tables ?? [])];
  return {
    ...(head.value as Head),
    incidents: untilEmpty<IncidentExport>(parts),
    table(name) {
      if (left.shift() !== name) throw new RangeError(`The table of ${name} is not the next that was requested.`);
      return untilEmpty<PartRow>(parts);
    },
    close,
  };
}

/** The portions of one table. Leaving them early ends everything, since the tables after it could not be found. */
async function* untilEmpty<Row>(parts: AsyncGenerator<Head | Portion, void, undefined>): AsyncGenerator<Row[], void, undefined> {
  let whole = false;
  try {
    for (;;) {
      const next = await parts.next();
      whole = next.done === true || (next.value as Portion).length === 0;
      if (whole) return;
      yield next.value as Row[];
    }
  } finally {
    if (!whole) await parts.return();
  }
}

/** The head first, and the portions after it. */
async function* readParts(
  database: Database,
  selection: Selection,
  { signal, ...options }: StreamOptions,
): AsyncGenerator<Head | Portion, void, undefined> {
  const left = new AbortController();
  const parts = new PassThrough({ objectMode: true, highWaterMark: 1 });
  const reading = writeParts(database, selection, options, parts, signal ? AbortSignal.any([signal, left.signal]) : left.signal);
  try {
    for await (const part of parts as AsyncIterable<Head | Portion>) {
      // One that was read before an abort is not sent after it.
      signal?.throwIfAborted();
      yield part;
    }
  } finally {
    left.abort();
    await reading;
  }
}

/** Writes head and portions; whatever goes wrong arrives at the other end of the stream. */
async function writeParts(
  database: Database,
  selection: Selection,
  { sort = 'occurred_on', measure = 'incidents', tables = [], findInRing, snapshot }: Omit<StreamOptions, 'signal'>,
  parts: PassThrough,
  signal: AbortSignal,
): Promise<void> {
  let begun = false;
  const write = async (part: Head | Portion): Promise<void> => {
    if (!parts.write(part)) await once(parts, 'drain', { signal });
  };
  try {
    await readSnapshot(database, { signal, snapshot }, async (statements) => {
      const { db, run } = statements;
      // A read that was cancelled by mistake is repeated; rows already sent must not be sent twice.
      if (begun) throw new Error('Reading the incidents was interrupted.');
      const datasetVersion = await versionOfSnapshot(db);
      const amounts = await readAmounts(statements, [measure], selection.filter);
      const { where, columns } = await readSelection(statements, selection, inRingAt(datasetVersion, findInRing));
      const head = await readHead(statements, datasetVersion, where);
      const sorted = await readSorted(db, sort, measure, amounts);
      const ordered = inOrder(sorted);
      const joins = sql`${amounts.joins} ${sorted.joins}`;
      const published = incidentRows<IncidentExport>(await readNumbered(db, { fields: ['weapon_traits', 'source_traits'] }));
      begun = true;
      await write(head);
      for await (const rows of readPackedPortions<Streamed<IncidentExport>>(
        run,
        { ...streamedColumns, ...columns },
        incidentsOf(where, ordered, joins),
        portionSize,
      ))
        await write(rows.map(published));
      for (const name of tables) {
        await write([]);
        // The rows of a part are shorter than those of an incident.
        for await (const rows of readPackedPortions<PartRow>(run, ...partsOf(name, where, ordered, joins), 4 * portionSize))
          await write(rows);
      }
    });
    parts.end();
  } catch (error) {
    parts.destroy(error as Error);
  }
}

/** What the stream of a selection says first; an incident that both sides of a comparison have counts once. */
export async function readSelectionHead(
  database: Database,
  selection: Selection,
  { findInRing, ...options }: SelectionOptions & SnapshotOptions = {},
): Promise<Head> {
  return readSnapshot(database, options, async (statements) => {
    const datasetVersion = await versionOfSnapshot(statements.db);
    const { where } = await readSelection(statements, selection, inRingAt(datasetVersion, findInRing));
    return readHead(statements, datasetVersion, where);
  });
}

async function readHead(statements: Statements, datasetVersion: number, where: SQL): Promise<Head> {
  const counted = await countByDataset(statements.db, where);
  const all = await datasetsOfVersion(statements, datasetVersion);
  return {
    datasetVersion,
    datasets: all.filter(({ slug }) => counted.has(slug)),
    total: [...counted.values()].reduce((sum, one) => sum + one, 0),
  };
}

/** What a selection has, and what its rows have beside the columns of incidents. */
interface SelectedRows {
  readonly where: SQL;
  readonly columns: Readonly<Record<string, SQL>>;
}

async function readSelection(statements: Statements, selection: Selection, ofRing: InRing): Promise<SelectedRows> {
  const a = await incidentWhere(statements, selection.filter, ofRing);
  const other = comparedFilter(selection);
  if (other === undefined) return { where: a, columns: {} };
  const b = await incidentWhere(statements, other, ofRing);
  const side = (code: SideCode) => sql`${code}::text`;
  const columns = {
    side: sql`case when ${a} then case when ${b} then ${side('A;B')} else ${side('A')} end else ${side('B')} end`,
  };
  return { where: sql`(${a} or ${b})`, columns };
}

function incidentsOf(where: SQL, ordered: SQL, joins: SQL): SQL {
  return sql`
    from ${incidents} inner join ${datasets} on ${ofIncident} ${joins}
    where ${where}
    order by ${ordered}`;
}

const tablesOfParts: Readonly<Record<PartName, PgTable>> = { people, weapons, sources };

/** What everybody sees of the parts of those incidents, each with the public identifier of its incident: what to select, and from where. */
function partsOf(name: PartName, where: SQL, ordered: SQL, joins: SQL): [Record<string, Column | SQL>, SQL] {
  const { incident_id, position, ...columns } = getTableColumns(tablesOfParts[name]);
  const fields: Fields = partFields[name];
  const shown = recordOf(namesOf(fields, 'record'), (field) => columns[field]!);
  const from = sql`
    from ${incidents} inner join ${tablesOfParts[name]} on ${eq(incident_id!, incidents.id)} ${joins}
    where ${where}
    order by ${ordered}, ${position}`;
  return [{ incident: incidents.public_id, position: position!, ...packable(shown, fields) }, from];
}
