import { basename } from 'node:path';
import type { IncidentDraft, IsoDate } from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';
import { checkIncident } from './check/check-incident.ts';
import type { Encoding } from './detect-encoding.ts';
import { type Caught, Findings, type Reason, type Warning } from './findings.ts';
import { countKeys, type Group, groupRows } from './group-rows.ts';
import { placeIncident } from './place/place-incident.ts';
import { readHeader } from './read-header.ts';
import { type OpenFile, readRows } from './read-rows.ts';
import type { BrokenRow, Row } from './row.ts';
import type { SourceFormat } from './source-format.ts';
import { surveyFile } from './survey-file.ts';

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
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** Names of the columns that are not read. */
  readonly notRead: readonly string[];
}

/** An incident that can be stored. `line` is the first of the lines it was read from. */
export interface DraftResult {
  readonly kind: 'draft';
  readonly file: string;
  readonly line: number;
  readonly draft: IncidentDraft;
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

export type ReadResult = FileResult | DraftResult | RejectedResult;

/**
 * Looks into all files, so that one that cannot be used stops the import before it begins.
 * @param encoding of all files; detected if left out.
 * @throws FileError
 */
export async function openFiles(paths: readonly string[], format: SourceFormat, encoding?: string): Promise<OpenFile[]> {
  const files: OpenFile[] = [];
  for (const path of paths) {
    const survey = await surveyFile(path, encoding ?? format.encoding);
    const header = readHeader(survey, format);
    files.push({ ...survey, ...header });
  }
  return files;
}

/**
 * Reads incidents from opened files, one after the other as they stand there, holding only what one incident needs.
 * @throws FileError where a file cannot be read on; `AbortError` where the signal ends it.
 */
export async function* readIncidents(
  files: readonly OpenFile[],
  format: SourceFormat,
  options: ReadOptions,
): AsyncGenerator<ReadResult> {
  const read = new Set([...format.required, ...format.optional]);
  for (const { path, encoding, delimiter, names } of files) {
    const notRead = names.filter((name) => name !== '' && !read.has(name));
    yield { kind: 'file', file: path, encoding, delimiter, notRead };
  }
  for await (const group of readGroups(files, format, options)) yield readIncident(group, format, options);
}

async function* readGroups(files: readonly OpenFile[], format: SourceFormat, options: ReadOptions): AsyncGenerator<Group> {
  const { groupBy } = format;
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0) * (groupBy ? 2 : 1);
  let read = 0;
  const onBytes = (bytes: number) => options.onProgress?.({ read: (read += bytes), total });
  const rowOptions = { onBytes, ...(options.signal ? { signal: options.signal } : {}) };
  const allRows = async function* (): AsyncGenerator<Row | BrokenRow> {
    for (const file of files) yield* readRows(file, format, rowOptions);
  };
  if (groupBy) yield* groupRows(allRows(), groupBy, await countKeys(allRows(), groupBy));
  else for await (const row of allRows()) yield [row];
}

/** The incident of all its rows. */
export function readIncident(
  rows: Group,
  format: SourceFormat,
  { gazetteer, today }: Pick<ReadOptions, 'gazetteer' | 'today'>,
): DraftResult | RejectedResult {
  const [{ file, line }] = rows;
  const findings = new Findings();
  let sourceKey: string | null = null;
  const ofSeveralFiles = rows.some((row) => row.file !== file);
  for (const row of rows) {
    if (!('reason' in row)) continue;
    const { kind, message } = row.reason;
    const where = `${ofSeveralFiles ? `${basename(row.file)} ` : ''}line ${row.line}`;
    findings.reject(kind, rows.length > 1 ? `${where}: ${message}` : message);
  }
  if (findings.reasons.length === 0) {
    const raw = format.read(rows, findings);
    const checked = checkIncident(raw, today, findings);
    sourceKey = checked.source_key || null;
    const draft = placeIncident(raw, checked, gazetteer, findings);
    const { reasons, warnings, caught } = findings;
    if (draft && reasons.length === 0) return { kind: 'draft', file, line, draft, warnings, caught };
  }
  return { kind: 'rejected', file, line, reasons: findings.reasons, sourceKey, rows };
}
