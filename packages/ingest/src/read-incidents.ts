import { basename } from 'node:path';
import type { IncidentDraft, IsoDate } from '@monitor/domain';
import type { Point } from '@monitor/geography';
import type { Gazetteer } from '@monitor/geography/gazetteer';
import { checkIncident } from './check/check-incident.ts';
import { contentKeys } from './content-key.ts';
import { type Caught, FileError, Findings, type Reason, type Warning } from './findings.ts';
import { countKeys, type Group, groupRows } from './group-rows.ts';
import { placeIncident } from './place/place-incident.ts';
import { parseCoordinates } from './place/parse-coordinates.ts';
import { PointsOutside } from './place/points-outside.ts';
import { StrayPoints, type Strays } from './place/stray-points.ts';
import { openFile } from './kinds/open-file.ts';
import { type OpenFile, readRows, type RowUnit } from './read-rows.ts';
import type { BrokenRow, Row } from './row.ts';
import type { SourceFormat } from './source-format.ts';
import { type Swapped, SwappedDates } from './swapped-dates.ts';

export interface ReadOptions {
  readonly gazetteer: Gazetteer;
  /** The last day that an incident can lie on. */
  readonly today: IsoDate;
  readonly signal?: AbortSignal;
  /** Called as bytes are read. A format that groups rows reads everything twice, so that `total` is twice the files' size. */
  readonly onProgress?: (progress: { readonly read: number; readonly total: number }) => void;
}

export interface FileResult {
  readonly kind: 'file';
  readonly file: string;
  /** What numbers of its rows count. */
  readonly unit: RowUnit;
  /** How it is read. */
  readonly about: string;
  /** Names of the columns that are not read. */
  readonly notRead: readonly string[];
}

/** An incident that can be stored. `line` is the number of the first row that it was read from. */
export interface DraftResult {
  readonly kind: 'draft';
  readonly file: string;
  readonly line: number;
  readonly draft: IncidentDraft;
  /** Whether its rows have a point. If not, its point is that of a settlement. */
  readonly hasPoint: boolean;
  readonly warnings: readonly Warning[];
  readonly caught: readonly Caught[];
}

/** Rows that make no incident; all rows of an incident together, so that none is stored in part. */
export interface RejectedResult {
  readonly kind: 'rejected';
  readonly file: string;
  readonly line: number;
  readonly reasons: readonly Reason[];
  /** The identifier of the incident; null if there is none, or if the rows could not be read at all. */
  readonly sourceKey: string | null;
  readonly rows: readonly Row[];
}

/** How many rows of all files the format does not want; the last result, if there are any. */
export interface LeftOutResult {
  readonly kind: 'left_out';
  readonly rows: number;
}

/** Dates in which a spreadsheet has probably swapped the day and the month; at the end, if there are any. */
export interface SwappedResult extends Swapped {
  readonly kind: 'swapped';
}

/** Points in no location; at the end, if there are any. */
export interface StraysResult extends Strays {
  readonly kind: 'strays';
}

export type ReadResult = FileResult | DraftResult | RejectedResult | LeftOutResult | SwappedResult | StraysResult;

/**
 * Looks into all files, so that one that cannot be used stops the import before it begins.
 * @param encoding of all files; detected if left out.
 * @throws FileError
 */
export async function openFiles(paths: readonly string[], format: SourceFormat, encoding?: string): Promise<OpenFile[]> {
  const files: OpenFile[] = [];
  for (const path of paths) files.push(await openFileOfAnyKind(path, format, encoding ?? format.encoding));
  for (const needed of format.kindsOfFile ?? [])
    if (!files.some(({ names }) => hasAll(names, needed)))
      throw new FileError(
        `${files.map(({ name }) => name).join(', ')}: the mapping needs another file as well, with the columns ${needed.join(', ')}.`,
      );
  return files;
}

/** Opens a file as one of the first kind that it is of. If it is of none, the message is about the first. */
async function openFileOfAnyKind(path: string, format: SourceFormat, encoding?: string): Promise<OpenFile> {
  const [first = format.required, next, ...last] = format.kindsOfFile ?? [];
  try {
    return await openFile(path, { ...format, required: first }, encoding);
  } catch (error) {
    if (!(error instanceof FileError) || next === undefined) throw error;
    return openFileOfAnyKind(path, { ...format, kindsOfFile: [next, ...last] }, encoding).catch(() => {
      throw error;
    });
  }
}

function hasAll(names: readonly string[], needed: readonly string[]): boolean {
  return needed.every((name) => names.includes(name));
}

/**
 * Reads incidents from opened files, one after the other as they stand there, holding only what one incident needs.
 * @throws FileError where a file cannot be read on, no row is wanted, or most points are outside the location given; `AbortError` where the signal ends it.
 */
export async function* readIncidents(
  files: readonly OpenFile[],
  format: SourceFormat,
  options: ReadOptions,
): AsyncGenerator<ReadResult> {
  const known = new Set([...format.required, ...format.optional]);
  for (const { path, unit, about, names, notRead } of files) {
    const others = notRead ?? names.filter((name) => name !== '' && !known.has(name));
    yield { kind: 'file', file: path, unit, about, notRead: others };
  }
  const units = new Map(files.map(({ path, unit }) => [path, unit]));
  const keyOf = format.hasContentKeys ? contentKeys() : undefined;
  const points = new PointsOutside();
  const strays = new StrayPoints();
  const dates = new SwappedDates(format);
  let leftOut = 0;
  let isAnyLeft = false;
  for await (const group of readGroups(files, format, options, (rows) => (leftOut = rows))) {
    isAnyLeft = true;
    for (const row of group) dates.add(row);
    yield readIncident(group, format, options, { units, points, strays, keyOf });
  }
  const names = files.map(({ name }) => name).join(', ');
  points.refuseMost(names);
  if (dates.found) yield { kind: 'swapped', ...dates.found };
  if (strays.found) yield { kind: 'strays', ...strays.found };
  if (leftOut === 0) return;
  if (!isAnyLeft)
    throw new FileError(
      `${names}: none of the ${leftOut} rows is wanted: the words under "where" in the mapping are in no row. Correct them.`,
    );
  yield { kind: 'left_out', rows: leftOut };
}

/** @param onLeftOut called at the end of the files with the number of rows that are not wanted */
async function* readGroups(
  files: readonly OpenFile[],
  format: SourceFormat,
  options: ReadOptions,
  onLeftOut: (rows: number) => void,
): AsyncGenerator<Group> {
  const { groupBy, isWanted } = format;
  const total = files.reduce((sum, { size }) => sum + size, 0) * (groupBy ? 2 : 1);
  let read = 0;
  const onBytes = (bytes: number) => options.onProgress?.({ read: (read += bytes), total });
  const rowOptions = { onBytes, ...(options.signal ? { signal: options.signal } : {}) };
  const allRows = async function* (): AsyncGenerator<Row | BrokenRow> {
    let leftOut = 0;
    for (const file of files)
      for await (const row of readRows(file, format, rowOptions)) {
        // What is wrong with a row may be in the very cell that says whether it is wanted.
        if (!isWanted || 'reason' in row || isWanted(row)) yield row;
        else leftOut += 1;
      }
    onLeftOut(leftOut);
  };
  if (groupBy) yield* groupRows(allRows(), groupBy, await countKeys(allRows(), groupBy));
  else for await (const row of allRows()) yield [row];
}

interface Reading {
  /** What the numbers of the rows of a file count. */
  readonly units?: ReadonlyMap<string, RowUnit>;
  readonly points?: PointsOutside;
  readonly strays?: StrayPoints;
  readonly keyOf?: ((row: Row) => string) | undefined;
}

/** The incident of all its rows. */
export function readIncident(
  rows: Group,
  format: SourceFormat,
  { gazetteer, today }: Pick<ReadOptions, 'gazetteer' | 'today'>,
  { units, points, strays, keyOf }: Reading = {},
): DraftResult | RejectedResult {
  const [{ file, line }] = rows;
  const findings = new Findings();
  let sourceKey: string | null = null;
  const ofSeveralFiles = rows.some((row) => row.file !== file);
  for (const row of rows) {
    if (!('reason' in row)) continue;
    const { kind, message } = row.reason;
    const where = `${ofSeveralFiles ? `${basename(row.file)} ` : ''}${units?.get(row.file) ?? 'line'} ${row.line}`;
    findings.reject(kind, rows.length > 1 ? `${where}: ${message}` : message);
  }
  if (format.describesIncident && !rows.some(format.describesIncident))
    findings.reject('incident_missing', 'no row of the file of incidents has the identifier of this person.');
  if (findings.reasons.length === 0) {
    const read = format.read(rows, findings);
    const basis = read.point_basis ?? (format.isUnchecked ? 'sensitive' : null);
    const raw = { ...read, point_basis: basis, ...(keyOf && { source_key: keyOf(rows[0]) }) };
    const checked = checkIncident(raw, today, findings);
    sourceKey = checked.source_key || null;
    const draft = placeIncident(raw, checked, gazetteer, findings);
    points?.add(raw, findings);
    const { reasons, warnings, caught } = findings;
    const isStray = [...reasons, ...warnings].some(({ kind }) => kind === 'country_outside' || kind === 'point_nowhere');
    const point = isStray ? parseCoordinates(raw, new Findings()) : pointOf(draft);
    if (point) strays?.add(point, !isStray);
    if (draft && reasons.length === 0) return { kind: 'draft', file, line, draft, hasPoint: raw.lon !== null, warnings, caught };
  }
  // What else is wrong with a row of totals does not matter.
  const totals = findings.reasons.filter(({ kind }) => kind === 'totals');
  return { kind: 'rejected', file, line, reasons: totals.length > 0 ? totals : findings.reasons, sourceKey, rows };
}

/** The point of an incident, even if it is not published. */
function pointOf(draft: IncidentDraft | undefined): Point | undefined {
  const [lon, lat] = [draft?.exact_lon ?? draft?.lon, draft?.exact_lat ?? draft?.lat];
  return lon == null || lat == null ? undefined : { lon, lat };
}
