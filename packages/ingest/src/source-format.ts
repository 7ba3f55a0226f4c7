import type { Dataset } from '@monitor/domain';
import type { Findings } from './findings.ts';
import type { RawIncident } from './raw-incident.ts';
import type { Row } from './row.ts';

/** Fields whose texts whoever describes the data can publish whatever they are. */
export type PublishedWhole = 'type_as_reported' | 'publisher';

/** A kind of file that the importer reads: which columns it has, and what one incident of it says. */
export interface SourceFormat {
  readonly name: string;
  /** What the format already knows about the dataset: licence, attribution, address. */
  readonly dataset: Partial<Dataset>;
  /** Columns without which the file is refused. */
  readonly required: readonly string[];
  /** If it takes files of several kinds: the columns that each kind needs. There must be a file of each. */
  readonly kindsOfFile?: readonly (readonly string[])[];
  /** Columns that are read where they are there. The reader throws all others away before anything else sees them. */
  readonly optional: readonly string[];
  /** Columns of which the reader keeps a harmless part only, such as the publisher of an article without its headline. */
  readonly reduced: Readonly<Record<string, (text: string) => string>>;
  /** Columns of numbers of people or weapons, which would count several times if several rows had the number. */
  readonly counted?: readonly string[];
  /** Fields whose texts are published whatever they are, which the report then repeats. */
  readonly publishedWhole?: readonly PublishedWhole[];
  /** True while it is a guess what the columns and words mean: every incident is then sensitive, unless its point is published. */
  readonly isUnchecked?: boolean;
  /** Columns by which a person finds a row again; of several, the first that is filled. */
  readonly labels: { readonly identifier: readonly string[]; readonly date: readonly string[] };
  /** The column of dates, unless the format knows that a spreadsheet has swapped their days and months. */
  readonly mayBeSwapped?: string;
  /** Words that mean an empty cell. */
  readonly nullWords: ReadonlySet<string>;
  /** False for a row that only describes people of an incident that another row describes. */
  readonly describesIncident?: (row: Row) => boolean;
  /** False for a row that is left out, since the file has others that are wanted. */
  readonly isWanted?: (row: Row) => boolean;
  /** Key by which the rows of one incident are brought together, wherever they stand; null if a row has none. */
  readonly groupBy?: (row: Row) => string | null;
  /** True if rows have no identifier: theirs is made from what they say. */
  readonly hasContentKeys?: boolean;
  /** What to do if two rows have one identifier. */
  readonly repeatedAdvice?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  /** The lines or rows of the column names; 1 if left out. */
  readonly headerLines?: number;
  /** The sheet of a workbook; its first if left out. */
  readonly sheet?: string;
  /** The keys that lead to the list of records in JSON, such as `data.incidents`; found if left out. */
  readonly records?: string;
  /** The incident that a row, or the rows of one key, describe. Pure; everything is still text. */
  readonly read: (rows: readonly [Row, ...Row[]], findings: Findings) => RawIncident;
}

/** The same format of a source that has published its points itself. What a format knows to be sensitive stays so. */
export function withPublishedPoints(format: SourceFormat): SourceFormat {
  return {
    ...format,
    read: (rows, findings) => {
      const raw = format.read(rows, findings);
      return raw.point_basis === 'sensitive' ? raw : { ...raw, point_basis: 'published_point' };
    },
  };
}

/** Words for "no value" in files of all formats, beside the empty cell. */
export const usualNullWords: ReadonlySet<string> = new Set(['NA', 'N/A', 'n/a', 'NULL', 'null', 'None', 'nan', 'NaN']);
