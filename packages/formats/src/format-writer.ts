import type { CsvOptions, IncidentExport, IncidentNames, PartRow } from '@monitor/contract';
import type { PartName } from '@monitor/domain';
import type { About } from './about.ts';

/** What a file is made of. */
export interface Download {
  /** To be read first, to the end. */
  readonly incidents: AsyncIterable<readonly IncidentExport[]>;
  /** The tables that the format has beside incidents, to be read after them, in the order of its entry. */
  readonly table: (name: PartName) => AsyncIterable<readonly PartRow[]>;
  /** Number of incidents. */
  readonly total: number;
  readonly names: IncidentNames;
  readonly about: About;
  readonly options: CsvOptions;
}

/** Writes a file in pieces, and takes what it is made of as it goes, so that memory stays flat. */
export type FormatWriter = (download: Download) => AsyncGenerator<string | Uint8Array, void, undefined>;
