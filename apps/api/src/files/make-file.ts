import type { CsvOptions, DatasetList, ExportFormatName, Selection, Sort } from '@monitor/contract';
import { exportFormat } from '@monitor/contract/without-schemas';
import { type Measure, today } from '@monitor/domain';
import { incidentNames, writeDownload } from '@monitor/formats';
import { type Database, type DatasetRow, inHeldState, keepDatasets, openIncidentStream } from '@monitor/store';
import { findInKnown, type KnownRings } from '../known-rings.ts';
import { pipeline, Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/** What is asked for: a plain object, which threads can hand over. */
export interface FileOrder {
  readonly format: ExportFormatName;
  readonly selection: Selection;
  readonly sort: Sort;
  /** What the sort field `amount` sorts by. */
  readonly measure: Measure;
  /** What is known of its polygons. */
  readonly known: KnownRings | undefined;
  /** The state of the database that it is of; the newest one if this is undefined or no longer held. */
  readonly snapshot?: string | undefined;
  /** What is known of the datasets. */
  readonly datasets: DatasetList | undefined;
  readonly options: CsvOptions;
  readonly publisher: string;
  /** Sentences that go with every file of this instance. */
  readonly notes: readonly string[];
  /** Where records have their addresses. */
  readonly origin: string;
  /** How it is compressed on its way, if it is: where it is written, since it is far smaller from there on. */
  readonly encoding: Encoding | undefined;
}

/** What is known of a file before its first byte. */
export interface FileHead {
  readonly datasetVersion: number;
  /** Those that its incidents are of, by slug. */
  readonly datasets: readonly DatasetRow[];
  /** Number of incidents. */
  readonly total: number;
}

export type Piece = Uint8Array<ArrayBuffer>;

/** A file that is ready to be read. */
export interface MadeFile extends FileHead {
  /** Written as they are read. They fail where reading the incidents fails, or the signal aborts. */
  readonly pieces: AsyncGenerator<Piece, void, undefined>;
  /** Ends it. To be called once all is read, or nothing more is wanted; may be called twice. */
  readonly close: () => Promise<void>;
}

/** Begins a file. Rejects where the first incidents cannot be read, so that a database that is away makes no empty file. */
export type MakeFile = (order: FileOrder, signal: AbortSignal) => Promise<MadeFile>;

/** Makes files on this thread. */
export function makeFileHere(database: Database): MakeFile {
  return async (
    { format, selection, snapshot: wanted, known, datasets: list, sort, measure, options, publisher, notes, origin, encoding },
    signal,
  ) => {
    const { tables } = exportFormat(format);
    if (list) keepDatasets(database, list);
    const reading = { sort, measure, tables, signal, findInRing: findInKnown(known) };
    const stream = await inHeldState(wanted, (snapshot) => openIncidentStream(database, selection, { ...reading, snapshot }));
    try {
      const { datasetVersion, datasets, total, table, close } = stream;
      const about = {
        publisher,
        notes,
        origin,
        selection,
        datasetVersion,
        downloadedOn: today(),
        datasets,
      };
      const incidents = await awaitFirst(stream.incidents);
      const names = incidentNames(datasets, origin);
      const pieces = writeDownload(format, { incidents, table, total, names, about, options });
      return { datasetVersion, datasets, total, pieces: inBytes(pieces, encoding), close };
    } catch (error) {
      await stream.close();
      throw error;
    }
  };
}

async function awaitFirst<Portion>(portions: AsyncGenerator<Portion, void, undefined>): Promise<AsyncIterable<Portion>> {
  const first = await portions.next();
  return (async function* () {
    if (first.done !== true) yield first.value;
    yield* portions;
  })();
}

const encoder = new TextEncoder();

/** Pieces with memory of their own, which can be given to another thread. */
async function* inBytes(
  pieces: AsyncIterable<string | Uint8Array>,
  encoding: Encoding | undefined,
): AsyncGenerator<Piece, void, undefined> {
  const all = encoding === undefined ? pieces : packed(bytesOf(pieces), encoding);
  for await (const piece of bytesOf(all)) yield piece;
}

async function* bytesOf(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Piece, void, undefined> {
  for await (const piece of pieces) yield typeof piece === 'string' ? encoder.encode(piece) : new Uint8Array(piece);
}

/** Bytes of a compressed piece. */
const chunkSize = 65_536;
/** Brotli's best is for files that are compressed once and for all. */
export const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const packers = {
  br: () => createBrotliCompress({ ...brotliOptions, chunkSize }),
  gzip: () => createGzip({ chunkSize }),
} as const;

/** How an answer is compressed on its way, as HTTP names it. */
export type Encoding = keyof typeof packers;
/** The better one first. */
export const encodings = ['br', 'gzip'] as const satisfies readonly Encoding[];

/** The pieces, compressed. Fails where they fail, and ends them where no more is read. */
function packed(pieces: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<Uint8Array> {
  const packer = packers[encoding]();
  // The reader learns of a failure from the stream.
  pipeline(Readable.from(pieces), packer, () => undefined);
  return packer;
}
