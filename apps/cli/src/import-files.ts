import { basename } from 'node:path';
import type { Dataset, IsoDate } from '@monitor/domain';
import { type Gazetteer, readLocation } from '@monitor/geography/gazetteer';
import {
  contentOf,
  FileError,
  ImportReport,
  type OpenFile,
  openFiles,
  quoted,
  readIncident,
  readIncidents,
  readRowsAt,
  type RejectedResult,
  RejectedRowsFile,
  type Row,
  type SourceFormat,
  type StoredCounts,
} from '@monitor/ingest';
import {
  type AbsentIncidents,
  type Database,
  importIncidents,
  type ImportOptions,
  type ImportResult,
  type NumberedDraft,
} from '@monitor/store';
import { explainError } from './explain-error.ts';
import { FileLines } from './file-lines.ts';
import { stageWords } from './progress-bar.ts';
import { ReadingPosition } from './reading-position.ts';

export interface ImportRequest {
  readonly paths: readonly string[];
  /** The same files, if they have been looked into before. */
  readonly files?: readonly OpenFile[] | undefined;
  readonly format: SourceFormat;
  readonly dataset: Dataset;
  readonly encoding?: string | undefined;
  readonly gazetteer: Gazetteer;
  readonly today: IsoDate;
  /** The file beside which the list of rejected rows is written; the first of the files if left out. */
  readonly beside?: string | undefined;
  /** Where that list is written if the folder of that file cannot be written to. */
  readonly elsewhere: string;
  /** Incidents that are written at once; as many as the store takes if left out. */
  readonly portionSize?: number;
  readonly signal: AbortSignal;
  /** If the files have all incidents of the dataset: those that they do not have are retracted. */
  readonly complete?: Agreement | undefined;
  /** Does all that the database does, and undoes it. Writes no file. */
  readonly dryRun?: boolean | undefined;
  /** How the database takes the incidents in; all itself if left out. */
  readonly store?: typeof importIncidents | undefined;
  readonly onWait?: ImportOptions['onWait'];
  readonly onProgress?: ((progress: { read: number; total: number; incidents: number; stage: string }) => void) | undefined;
}

/**
 * Throws if incidents that the files do not have should not be retracted.
 * @param unreadable rejected incidents whose identifiers cannot be read, so that it is not known which of the record they are
 */
export type Agreement = (absent: AbsentIncidents & { readonly unreadable: number }) => void;

export interface ImportOutcome {
  readonly report: ImportReport;
  /** What the database did, or would do; undefined without a database. */
  readonly stored: StoredCounts | undefined;
  /** The file that says which rows were rejected, where some were. A dry run writes none. */
  readonly rejectedFile: string | undefined;
}

/**
 * Reads files and stores their incidents, all or none. Without a database it only reads, for a report of what would happen.
 * @throws FileError where a file cannot be used; the signal's reason where it ends the import. Nothing is left behind then.
 */
export async function importFiles(database: Database | undefined, request: ImportRequest): Promise<ImportOutcome> {
  const { paths, format, dataset, signal, complete } = request;
  refuseRepeatedPaths(paths);
  const files = request.files ?? (await openFiles(paths, format, request.encoding));
  const lines = new FileLines(files);
  const report = new ImportReport(format);
  const rejected =
    database && request.dryRun !== true
      ? new RejectedRowsFile(request.beside ?? paths[0] ?? '', request.elsewhere, format)
      : undefined;
  const rejectedKeys = new Set<string>();
  let unreadable = 0;
  const position = new ReadingPosition();
  const show = (done: number, stage: string) =>
    request.onProgress?.({ read: position.bytesOf(done), total: position.total, incidents: done, stage });
  const options = {
    gazetteer: request.gazetteer,
    today: request.today,
    signal,
    onProgress: (bytes: { readonly read: number; readonly total: number }) => {
      position.onBytes(bytes);
      if (!database || report.read === 0) show(report.read, 'reading');
    },
  };
  async function* drafts(): AsyncGenerator<NumberedDraft> {
    for await (const result of readIncidents(files, format, options)) {
      report.add(result);
      if (result.kind === 'rejected') {
        await rejected?.write(result);
        if (result.sourceKey === null) unreadable += 1;
        else if (complete) rejectedKeys.add(result.sourceKey);
      }
      if (result.kind !== 'draft') continue;
      position.onDraft();
      yield { line: lines.number(result.file, result.line), draft: result.draft };
    }
    position.onEnd();
  }
  let stored: ImportResult | undefined;
  try {
    if (database) {
      stored = await (request.store ?? importIncidents)(database, {
        dataset,
        format: format.name,
        fileNames: paths.map((path) => basename(path)),
        drafts: drafts(),
        readLocation,
        portionSize: request.portionSize,
        signal,
        complete: complete && {
          kept: () => [...rejectedKeys],
          agree: (absent) => complete({ ...absent, unreadable }),
        },
        dryRun: request.dryRun,
        onWait: request.onWait,
        onProgress: ({ stored: done, stage }) => show(done, stageWords(stage, 'storing')),
      });
    }
    for await (const result of repeatedRows(stored?.repeated ?? (await findRepeated(drafts())), format, lines)) {
      const again = readIncident(result.rows, format, request);
      report.addRepeated(result, again.kind === 'draft' ? again : undefined);
      await rejected?.write(result);
    }
    return { report, stored, rejectedFile: await rejected?.finish() };
  } catch (error) {
    await rejected?.discard();
    throw stored === undefined ? error : withoutRejectedFile(error);
  }
}

/** The incidents are stored; only which rows were rejected could not be written down. */
function withoutRejectedFile(error: unknown): FileError {
  return new FileError(
    `All incidents are stored, but the list of rejected rows could not be written. ${explainError(error)} To get it, import the files again. Stored incidents do not change.`,
  );
}

function refuseRepeatedPaths(paths: readonly string[]): void {
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new FileError(`${twice}: this file is listed twice.`);
}

/** Reads all drafts and keeps their identifiers, as the database would. */
async function findRepeated(drafts: AsyncIterable<NumberedDraft>): Promise<ImportResult['repeated']> {
  const firstLines = new Map<string, number>();
  const repeated: { line: number; firstLine: number; source_key: string }[] = [];
  for await (const { line, draft } of drafts) {
    const firstLine = firstLines.get(draft.source_key);
    if (firstLine === undefined) firstLines.set(draft.source_key, line);
    else repeated.push({ line, firstLine, source_key: draft.source_key });
  }
  return repeated;
}

/** What to do if two rows say the same, so that no other column could tell them apart. */
function copyAdvice({ repeatedAdvice }: SourceFormat): string {
  const unless = repeatedAdvice === undefined ? '' : ', unless each row is a person: then add "group_by" to the mapping';
  return `Both rows are the same in all columns that are read. Delete this one${unless}.`;
}

/** The rows whose identifier an earlier row of the same import has: the database finds them, the files still have them. */
async function* repeatedRows(
  repeated: ImportResult['repeated'],
  format: SourceFormat,
  lines: FileLines,
): AsyncGenerator<RejectedResult & { readonly rows: readonly [Row] }> {
  const files = new Set(repeated.map(({ line }) => lines.locate(line).file));
  for (const file of files) {
    const entries = repeated.filter(({ line }) => lines.locate(line).file === file);
    const byLine = new Map(entries.map((entry) => [lines.locate(entry.line).line, entry]));
    const firstLines = entries.flatMap(({ firstLine }) => {
      const first = lines.locate(firstLine);
      return first.file === file ? first.line : [];
    });
    const firstRows = new Map<number, string>();
    const isFirst = new Set(firstLines);
    for await (const row of readRowsAt(file, format, new Set([...byLine.keys(), ...firstLines]))) {
      if (isFirst.has(row.line)) firstRows.set(row.line, contentOf(row));
      const entry = byLine.get(row.line);
      if (!entry) continue;
      const first = lines.locate(entry.firstLine);
      const where = `${first.file === file ? '' : `${basename(first.file.path)} `}${first.file.unit} ${first.line}`;
      const isCopy = first.file === file && firstRows.get(first.line) === contentOf(row);
      const advice = isCopy ? copyAdvice(format) : (format.repeatedAdvice ?? 'Correct it, or delete this row.');
      const message = `the identifier ${quoted(entry.source_key)} is already used in ${where}. ${advice}`;
      yield {
        kind: 'rejected',
        file: file.path,
        line: row.line,
        reasons: [{ kind: 'identifier_repeated', message }],
        sourceKey: null,
        rows: [row],
      };
    }
  }
}
