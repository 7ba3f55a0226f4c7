import { basename } from 'node:path';
import type { IncidentDraft, IsoDate } from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';
import { checkIncident } from './check/check-incident.ts';
import { Findings, type Reason, type Warning } from './findings.ts';
import { countKeys, type Group, groupRows } from './group-rows.ts';
import { placeIncident } from './place/place-incident.ts';
import { openFile } from './kinds/open-file.ts';
import { type OpenFile, readRows, type RowUnit } from './read-rows.ts';
import type { BrokenRow, Row } from './row.ts';
import type { SourceFormat } from './source-format.ts';

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
}

/** An incident that can be stored. `line` is the number of the first row that it was read from. */
export interface DraftResult {
  readonly kind: 'draft';
  readonly file: string;
  readonly line: number;
  readonly draft: IncidentDraft;
  readonly warnings: readonly Warning[];
}

/** Rows that make no incident; all rows of an incident together, so that none is stored in part. */
export interface RejectedResult {
  readonly kind: 'rejected';
  readonly file: string;
  readonly line: number;
  readonly reasons: readonly Reason[];
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
  for (const path of paths) files.push(await openFile(path, format, encoding ?? format.encoding));
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
  for (const { path, unit, about } of files) yield { kind: 'file', file: path, unit, about };
  const units = new Map(files.map(({ path, unit }) => [path, unit]));
  for await (const group of readGroups(files, format, options)) yield readGroup(group, format, units, options);
}

async function* readGroups(files: readonly OpenFile[], format: SourceFormat, options: ReadOptions): AsyncGenerator<Group> {
  const { groupBy } = format;
  const total = files.reduce((sum, { size }) => sum + size, 0) * (groupBy ? 2 : 1);
  let read = 0;
  const onBytes = (bytes: number) => options.onProgress?.({ read: (read += bytes), total });
  const rowOptions = { onBytes, ...(options.signal ? { signal: options.signal } : {}) };
  const allRows = async function* (): AsyncGenerator<Row | BrokenRow> {
    for (const file of files) yield* readRows(file, format, rowOptions);
  };
  if (groupBy) yield* groupRows(allRows(), groupBy, await countKeys(allRows(), groupBy));
  else for await (const row of allRows()) yield [row];
}

function readGroup(
  rows: Group,
  format: SourceFormat,
  units: ReadonlyMap<string, RowUnit>,
  { gazetteer, today }: ReadOptions,
): DraftResult | RejectedResult {
  const [{ file, line }] = rows;
  const findings = new Findings();
  const ofSeveralFiles = rows.some((row) => row.file !== file);
  for (const row of rows) {
    if (!('reason' in row)) continue;
    const { kind, message } = row.reason;
    const where = `${ofSeveralFiles ? `${basename(row.file)} ` : ''}${units.get(row.file)} ${row.line}`;
    findings.reject(kind, rows.length > 1 ? `${where}: ${message}` : message);
  }
  if (findings.reasons.length === 0) {
    const raw = format.read(rows, findings);
    const checked = checkIncident(raw, today, findings);
    const draft = placeIncident(raw, checked, gazetteer, findings);
    if (draft && findings.reasons.length === 0) return { kind: 'draft', file, line, draft, warnings: findings.warnings };
  }
  return { kind: 'rejected', file, line, reasons: findings.reasons, rows };
}
