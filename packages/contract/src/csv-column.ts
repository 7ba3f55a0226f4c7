import type { Cell } from './csv-text.ts';
import type { IncidentExport } from './incidents.ts';

/** What a row says beside its own fields. `jurisdiction` and `region` of the geography package fit as they are. */
export interface CsvLookups {
  readonly location: (code: string) => { readonly name: string; readonly note: string | null } | undefined;
  readonly region: (code: string) => { readonly name: string } | undefined;
  readonly dataset: (slug: string) => CsvDataset | undefined;
}

/** What a row says of its dataset. */
export interface CsvDataset {
  readonly killed_includes_suicides: boolean;
  readonly synthetic: boolean;
  readonly licence: string;
  readonly attribution: string;
}

export interface CsvColumn {
  /** Stable name; where a field of the list has the same name, it holds the same value. */
  readonly name: string;
  /** HXL hashtag with attributes. */
  readonly hxl: string;
  /** One sentence or two, in Markdown. */
  readonly meaning: string;
  readonly cell: (item: IncidentExport, lookups: CsvLookups) => Cell;
  /** The cell of a readable file, where it differs; null leaves out a column of codes that has its words beside it. */
  readonly readable?: CsvColumn['cell'] | null;
}
