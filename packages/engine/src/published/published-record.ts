import type { DatasetList } from '@monitor/contract';
import { addIdentifiers, type Cube, rowOfUnpackedKey, unpackCube } from '@monitor/cube';
import type { SortField } from '@monitor/domain';
import type { Signals } from '@monitor/findings';
import type { FoundOrder } from '../questions.ts';
import { gunzip } from './compressed.ts';
import type { FormerIncidents, Manifest, PlaceFacts, ReadFile, YearWords } from './manifest.ts';
import { BlockReader, type PublishedIncident, type RetractedIncident } from './record-blocks.ts';
import { RecordWords } from './record-words.ts';

/** One edition of a published record. Each part is read when it is first asked for. */
export class PublishedRecord {
  readonly manifest: Manifest;
  readonly #read: ReadFile;
  readonly #blocks: BlockReader;
  readonly #retracted: BlockReader<RetractedIncident>;
  readonly #parts = new Map<string, Promise<unknown>>();

  constructor(manifest: Manifest, read: ReadFile) {
    this.manifest = manifest;
    this.#read = read;
    this.#blocks = new BlockReader(read);
    this.#retracted = new BlockReader(read);
  }

  get version(): number {
    return this.manifest.version;
  }

  /** All that figures and charts need. It gets its identifiers with `cube`. */
  numbers(): Promise<Cube> {
    return this.#once('numbers', async () => unpackCube(this.version, await this.#bytesOfYears('numbers')));
  }

  /** The same with the identifiers of its rows, for what shows or finds single incidents. */
  cube(): Promise<Cube> {
    return this.#once('cube', async () => {
      const [cube, identifiers] = await Promise.all([this.numbers(), this.#bytesOfYears('identifiers')]);
      addIdentifiers(cube, identifiers);
      return cube;
    });
  }

  /** What text search and lists of places need. */
  words(): Promise<RecordWords> {
    return this.#once('words', async () => {
      const years = this.manifest.years.toReversed().map(({ words }) => this.#json<YearWords>(words));
      return new RecordWords(await this.cube(), await Promise.all(years));
    });
  }

  datasets(): Promise<DatasetList> {
    return this.#once('datasets', () => this.#json<DatasetList>(this.manifest.datasets));
  }

  signals(): Promise<Signals> {
    return this.#once('signals', () => this.#json<Signals>(this.manifest.signals));
  }

  places(): Promise<PlaceFacts> {
    return this.#once('places', () => this.#json<PlaceFacts>(this.manifest.places));
  }

  /** What is not counted any more. */
  former(): Promise<FormerIncidents> {
    return this.#once('former', () => this.#json<FormerIncidents>(this.manifest.former));
  }

  /** The whole record of a retracted incident; undefined if there is none of this identifier. */
  async retracted(id: string): Promise<RetractedIncident | undefined> {
    const { retracted } = await this.former();
    const at = retracted.indexOf(id);
    return at < 0 ? undefined : (await this.#retracted.incidents(this.manifest.retracted, retracted.length, [at]))[0];
  }

  /** All incidents in an order that the numbers do not give; undefined if it was not published. */
  async order(field: SortField): Promise<FoundOrder | undefined> {
    const order = this.manifest.orders[field];
    if (order === undefined) return undefined;
    return this.#once(`order ${field}`, async () => {
      const bytes = await this.#bytes(order.file);
      const half = bytes.length / 4;
      const byte = (plane: number, at: number) => bytes[plane * half + at]!;
      const keys = Uint32Array.from(
        { length: half },
        (_, at) => (byte(0, at) | (byte(1, at) << 8) | (byte(2, at) << 16) | (byte(3, at) << 24)) >>> 0,
      );
      return { keys, reported: order.reported };
    });
  }

  /** The whole records of rows of the cube, in the order in which they are asked for. */
  async records(keys: readonly number[]): Promise<PublishedIncident[]> {
    const rows = keys.map(rowOfUnpackedKey);
    let first = 0;
    const years = this.manifest.years.toReversed().map(async ({ incidents, records }) => {
      const begin = first;
      first += incidents;
      const own = rows.filter((row) => row >= begin && row < begin + incidents);
      const found = await this.#blocks.incidents(
        records,
        incidents,
        own.map((row) => row - begin),
      );
      return own.map((row, at) => [row, found[at]!] as const);
    });
    const found = new Map((await Promise.all(years)).flat());
    return rows.map((row) => {
      const incident = found.get(row);
      if (!incident) throw new RangeError(`The record has no row ${row}.`);
      return incident;
    });
  }

  /** The oldest first. */
  #bytesOfYears(kind: 'numbers' | 'identifiers'): Promise<Uint8Array<ArrayBuffer>[]> {
    return Promise.all(this.manifest.years.toReversed().map((year) => this.#bytes(year[kind])));
  }

  async #bytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
    return gunzip((await this.#read(name)).bytes);
  }

  async #json<Content>(name: string): Promise<Content> {
    return JSON.parse(new TextDecoder().decode(await this.#bytes(name))) as Content;
  }

  /** Reads something once. If that fails, the next request tries again. */
  #once<Content>(name: string, read: () => Promise<Content>): Promise<Content> {
    const known = this.#parts.get(name) as Promise<Content> | undefined;
    if (known) return known;
    const reading = read();
    this.#parts.set(name, reading);
    reading.catch(() => this.#parts.delete(name));
    return reading;
  }
}
