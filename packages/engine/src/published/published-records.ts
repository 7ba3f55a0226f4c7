import type { IncidentDetail, IncidentExport, IncidentList, ListedIncident, PartRow } from '@monitor/contract';
import {
  amountIn,
  fieldOfMeasure,
  type Filter,
  incidentFields,
  isCounted,
  isSubjectMeasure,
  type Measure,
  namesOf,
  peopleOfMeasure,
  type Sort,
  type PartName,
  traitsIn,
} from '@monitor/domain';
import { fieldReader, identifierOfRow, rowOfUnpackedKey, rowsOfIdentifiers } from '@monitor/cube';
import type { Dataset } from '@monitor/findings';
import type { Analytics } from '../analytics.ts';
import type { ListStart } from '../records.ts';
import { ProblemError } from '../request/problem-error.ts';
import { removedProblem } from '../request/removed-problem.ts';
import type { PublishedRecord } from './published-record.ts';
import type { PublishedIncident } from './record-blocks.ts';

/* Lists and single records of a published record. */

const listed = ['id', 'dataset', ...namesOf(incidentFields, 'list'), 'weapons', 'sources'] as const;

export interface WantedPage {
  readonly sort: Sort;
  readonly measure: Measure;
  readonly limit: number;
  readonly start: ListStart | undefined;
}

/** One page of the incidents of a filter. A published record gives no cursors, since its pages are found by their position. */
export async function listPublished(
  record: PublishedRecord,
  analytics: Analytics,
  filter: Filter,
  { sort, measure, limit, start = { offset: 0 } }: WantedPage,
  signal: AbortSignal,
): Promise<IncidentList> {
  if ('cursor' in start) throw new ProblemError('bad_cursor', 'This site gives no cursors. Use "offset".');
  const { memory } = await analytics.snapshot(filter, signal);
  const found = await memory!.listed({ sort, measure, start, limit });
  if (found === undefined) throw new ProblemError('bad_query', `This site does not sort by "${sort}".`);
  const keys = found.keys.slice(0, limit);
  const [records, amountOf] = [await record.records(keys), await amountOfIncident(record, measure, filter)];
  return {
    datasetVersion: record.manifest.version,
    total: await memory!.count(),
    offset: found.offset,
    nextCursor: null,
    items: records.map((one, at) => ({
      ...itemOf(one),
      ...(measure !== 'incidents' && { amount: amountOf(one, rowOfUnpackedKey(keys[at]!)) }),
    })),
  };
}

function itemOf(incident: PublishedIncident): ListedIncident {
  return Object.fromEntries(listed.map((name) => [name, incident[name]])) as unknown as ListedIncident;
}

/** Gives what a measure counts in an incident; null if it is not reported. */
async function amountOfIncident(
  record: PublishedRecord,
  measure: Measure,
  filter: Filter,
): Promise<(incident: PublishedIncident, row: number) => number | null> {
  const people = peopleOfMeasure(measure);
  if (people !== undefined) return (incident) => incident[people];
  if (!isSubjectMeasure(measure)) return () => 1;
  const field = fieldOfMeasure(measure)!;
  const textOf = fieldReader(await record.cube(), field);
  const counts = isCounted(measure, filter);
  return (_, row) => amountIn(traitsIn(field, textOf(row)), counts);
}

/** The whole record of an incident, published or retracted. Throws `ProblemError` if there is none of this identifier. */
export async function findPublishedIncident(record: PublishedRecord, id: string): Promise<IncidentDetail> {
  const cube = await record.cube();
  const [row] = rowsOfIdentifiers(cube, [id]);
  if (row === undefined || identifierOfRow(cube, row) !== id) return findFormerIncident(record, id);
  const [[found], { datasets }] = [await record.records([row + 1]), await record.datasets()];
  const { imported_at, imported_from, source_key, history, ...incident } = found!;
  const dataset = datasets.find(({ slug }) => slug === incident.dataset)!;
  return {
    datasetVersion: record.manifest.version,
    ...incident,
    status: 'published',
    provenance: { ...provenanceOf(dataset), source_key, imported_at, imported_from },
    history,
  };
}

async function findFormerIncident(record: PublishedRecord, id: string): Promise<IncidentDetail> {
  const retracted = await record.retracted(id);
  if (retracted !== undefined) return { datasetVersion: record.manifest.version, ...retracted };
  const removal = (await record.former()).removed.find(({ ids }) => ids.includes(id));
  if (removal === undefined) throw new ProblemError('not_found', 'There is no incident with this identifier.');
  const { ids: _, ...removed } = removal;
  throw removedProblem(removed);
}

function provenanceOf({ slug, title, synthetic, killed_includes_suicides, licence, licence_url, attribution }: Dataset) {
  return { dataset: slug, dataset_title: title, synthetic, killed_includes_suicides, licence, licence_url, attribution };
}

/** The records of incidents as files have them, some at a time. @param keys in the order of the file */
export async function* exportedIncidents(
  record: PublishedRecord,
  keys: readonly number[],
  sideOf: ((key: number) => IncidentExport['side']) | undefined,
  signal: AbortSignal,
): AsyncGenerator<IncidentExport[], void, undefined> {
  const isByDay =
    keys.every((key, at) => at === 0 || key < keys[at - 1]!) || keys.every((key, at) => at === 0 || key > keys[at - 1]!);
  const portion = isByDay ? ofDays : ofAnywhere;
  for (let at = 0; at < keys.length; at += portion) {
    signal.throwIfAborted();
    const own = keys.slice(at, at + portion);
    const found = await record.records(own);
    yield found.map(({ history: _history, imported_at: _at, imported_from: _from, ...incident }, index) => {
      const side = sideOf?.(own[index]!);
      return side === undefined ? incident : { ...incident, side };
    });
  }
}

/** Where a record has its people, weapons and sources. */
const listOfPart = { people: 'people', weapons: 'weapon_details', sources: 'source_details' } as const satisfies Readonly<
  Record<PartName, keyof PublishedIncident>
>;

/** The people, weapons or sources of incidents, as files have them in a table of its own. */
export async function* exportedParts(
  record: PublishedRecord,
  keys: readonly number[],
  name: PartName,
  signal: AbortSignal,
): AsyncGenerator<PartRow[], void, undefined> {
  for await (const incidents of exportedIncidents(record, keys, undefined, signal))
    yield incidents.flatMap((incident) =>
      incident[listOfPart[name]].map((part, at) => ({ incident: incident.id, position: at + 1, ...part })),
    );
}

/** Incidents that are read at a time. */
const ofDays = 2048;
/** The same where the order is another: each time, much of the record is unpacked for them. */
const ofAnywhere = 32_768;
