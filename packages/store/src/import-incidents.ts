import type { Dataset, IncidentDraft } from '@monitor/domain';
import type { Database } from './database.ts';

/** A draft with the line of the file it came from, counted from 1; for made-up data the running number. */
export interface NumberedDraft {
  readonly line: number;
  readonly draft: IncidentDraft;
}

export interface ImportOptions {
  readonly dataset: Dataset;
  readonly format: string;
  readonly fileNames: readonly string[];
  readonly drafts: AsyncIterable<NumberedDraft> | Iterable<NumberedDraft>;
  /** Ends the import and undoes all of it. */
  readonly signal?: AbortSignal;
  /** Called after each portion. */
  readonly onProgress?: (progress: { readonly read: number; readonly stage: 'reading' | 'merging' }) => void;
}

export interface ImportResult {
  readonly batch: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Drafts that repeat the source key of an earlier line. */
  readonly repeated: readonly { readonly line: number; readonly firstLine: number; readonly source_key: string }[];
  readonly datasetVersion: number;
}

/** Writes drafts as published incidents, all in one transaction: the whole import's work or none of it. */
export async function importIncidents(_database: Database, _options: ImportOptions): Promise<ImportResult> {
  throw new Error('not built yet');
}
