import type { Problem } from '@monitor/contract';
import type { SortField } from '@monitor/domain';

/* A published record is a folder of files that any server can give out. The names of its files hold a hash of what is in them, so that one
 * that has not changed keeps its name, and who has begun with one edition finds all of it. The files are compressed with gzip, since few
 * servers do that for files which they do not know. Their names do not say so: some servers would tell the browser to uncompress them. */

/** The files of one edition of a record. */
export interface Manifest {
  /** Raised when a reader of the format before would not understand it. */
  readonly format: 2;
  /** The dataset version that the edition is of. */
  readonly version: number;
  /** When the edition was made, as an ISO 8601 moment. */
  readonly publishedAt: string;
  readonly publisher: string;
  readonly contact?: string | undefined;
  readonly licence?: string | undefined;
  /** Newest first, as they are read. */
  readonly years: readonly ManifestYear[];
  /** The order of all incidents by what no column of numbers has. */
  readonly orders: Readonly<Partial<Record<SortField, OrderFile>>>;
  /** A `DatasetList`. */
  readonly datasets: string;
  /** `Signals`. */
  readonly signals: string;
  /** `PlaceFacts`. */
  readonly places: string;
  /** `FormerIncidents`. */
  readonly former: string;
  /** The whole records of the retracted incidents, in blocks, in the order of their identifiers. */
  readonly retracted: string;
}

/** What a page of a published site says of itself. */
export interface SitePage {
  /** Path of the folder that the site is in, such as `/monitor`; empty at the top of its address. */
  readonly base: string;
  /** Name of the file that lists those of the edition. */
  readonly manifest: string;
  /** When the edition was first published, as an ISO 8601 moment. */
  readonly publishedAt: string;
  /** Whether it has the files of all incidents. */
  readonly hasDownloads: boolean;
}

/** What is at addresses of records that are not counted any more. */
export interface FormerIncidents {
  /** Identifiers, in their order. */
  readonly retracted: readonly string[];
  /** Of each removal, the identifiers that are not on record again. */
  readonly removed: readonly (NonNullable<Problem['removal']> & { readonly ids: readonly string[] })[];
}

/** The incidents of one year, by the name of the file. */
export interface ManifestYear {
  readonly year: number;
  readonly incidents: number;
  /** What figures, charts and maps need. */
  readonly numbers: string;
  readonly identifiers: string;
  /** `YearWords`. */
  readonly words: string;
  /** The whole records, in blocks. */
  readonly records: string;
}

export interface OrderFile {
  readonly file: string;
  /** How many incidents have a value. */
  readonly reported: number;
}

/** The texts of the incidents of a year, in the order of its rows. */
export interface YearWords {
  /** Different places. */
  readonly places: readonly { readonly country: string; readonly name: string; readonly isSettlement: boolean }[];
  /** For each incident, the position of its place plus one; 0 without one. */
  readonly place: readonly number[];
  /** Different lists of publishers. */
  readonly publishers: readonly (readonly string[])[];
  readonly publisher: readonly number[];
  /** Different types in the words of the source. */
  readonly types: readonly string[];
  readonly type: readonly number[];
  /** Identifiers that the source gives, by row; only those that are public. */
  readonly keys: Readonly<Record<number, string>>;
}

/** What is known of settlements beside the incidents. */
export interface PlaceFacts {
  /** Other names of settlements with incidents, in other languages and scripts. */
  readonly names: readonly { readonly country: string; readonly name: string; readonly others: readonly string[] }[];
  /** How many settlements the gazetteer has in a region; the code of the region is empty for those of none. */
  readonly known: readonly { readonly country: string; readonly region: string; readonly settlements: number }[];
}

/** Gives the bytes of a file of the folder, or a part of it; more than the part where a server gives no parts. */
export type ReadFile = (name: string, part?: { readonly start: number; readonly end: number }) => Promise<FileBytes>;

export interface FileBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** True if it is the whole file though a part was asked for. */
  readonly isWhole: boolean;
}
