import type { IncidentDetail, IncidentExport } from '@monitor/contract';
import { LRUCache } from 'lru-cache';
import { gunzip } from './compressed.ts';
import type { ReadFile } from './manifest.ts';

/* The whole records of a year are one file of blocks, each compressed on its own, so that a page of a list need not fetch the year. First
 * come the number of blocks and where each ends, as numbers of four bytes. */

/** What is published of an incident that was retracted: all that is not of the edition. */
export type RetractedIncident = Omit<IncidentDetail, 'datasetVersion'>;

/** What is published of an incident. */
export type PublishedIncident = Omit<IncidentExport, 'side'> & Pick<IncidentDetail, 'history'> & Imported;
type Imported = Pick<IncidentDetail['provenance'], 'imported_at' | 'imported_from'>;

/** Few enough that one incident costs some kilobytes. */
export const incidentsPerBlock = 64;

/** Blocks that are kept, with some 19,000 incidents. */
const mostBlocks = 300;

/** Bytes of files that are kept whole, compressed. */
const mostBytes = 128_000_000;

/** Blocks that are unpacked at a time, so that those of a large file are never all in memory. */
const atOnce = 32;

/** Puts compressed blocks together as a file. */
export function fileOfBlocks(blocks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const from = 4 * (blocks.length + 1);
  const whole = new Uint8Array(from + blocks.reduce((sum, { length }) => sum + length, 0));
  const head = new DataView(whole.buffer);
  head.setUint32(0, blocks.length, true);
  let end = from;
  for (const [at, block] of blocks.entries()) {
    whole.set(block, end);
    end += block.length;
    head.setUint32(4 * (at + 1), end, true);
  }
  return whole;
}

/** Reads incidents of files, by parts where the server gives them. */
export class BlockReader<Incident = PublishedIncident> {
  readonly #read: ReadFile;
  readonly #ends = new Map<string, Promise<Uint32Array>>();
  readonly #whole = new LRUCache<string, Uint8Array<ArrayBuffer>>({ maxSize: mostBytes, sizeCalculation: ({ length }) => length });
  /** A list that is not sorted by day takes its rows from everywhere. */
  readonly #kept = new LRUCache<string, Promise<Incident[]>>({ max: mostBlocks });

  constructor(read: ReadFile) {
    this.#read = read;
  }

  /** Some incidents of a file, in the order in which they are asked for. @param all how many the file has @param rows their positions in it */
  async incidents(file: string, all: number, rows: readonly number[]): Promise<Incident[]> {
    const blocks = Math.ceil(all / incidentsPerBlock);
    const wanted = new Map<number, number[]>();
    for (const [index, row] of rows.entries()) {
      const block = Math.floor(row / incidentsPerBlock);
      const indexes = wanted.get(block);
      if (indexes) indexes.push(index);
      else wanted.set(block, [index]);
    }
    // For much of it, one request is better than one for each block.
    if (wanted.size > blocks / 2 && wanted.size > atOnce) await this.#readWhole(file);
    const found = new Map<number, Incident>();
    const take = async ([block, indexes]: readonly [number, readonly number[]]) => {
      const incidents = await this.#block(file, block, blocks);
      for (const index of indexes) found.set(index, incidents[rows[index]! % incidentsPerBlock]!);
    };
    const parts = [...wanted];
    for (let at = 0; at < parts.length; at += atOnce) await Promise.all(parts.slice(at, at + atOnce).map(take));
    return rows.map((_, index) => found.get(index)!);
  }

  async #block(file: string, at: number, blocks: number): Promise<Incident[]> {
    const name = `${file} ${at}`;
    const known = this.#kept.get(name) ?? this.#readBlock(file, at, blocks);
    this.#kept.set(name, known);
    // If it fails, the next request tries again.
    known.catch(() => this.#kept.delete(name));
    return known;
  }

  async #readBlock(file: string, at: number, blocks: number): Promise<Incident[]> {
    const headLength = 4 * (blocks + 1);
    const ends = await this.#endsOf(file, headLength);
    const bytes = await this.#part(file, at === 0 ? headLength : ends[at - 1]!, ends[at]!);
    return JSON.parse(new TextDecoder().decode(await gunzip(bytes))) as Incident[];
  }

  async #endsOf(file: string, headLength: number): Promise<Uint32Array> {
    const known = this.#ends.get(file) ?? this.#part(file, 0, headLength).then(endsIn);
    this.#ends.set(file, known);
    // If it fails, the next request tries again.
    known.catch(() => this.#ends.delete(file));
    return known;
  }

  async #part(file: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const known = this.#whole.get(file);
    if (known) return known.slice(start, end);
    const { bytes, isWhole } = await this.#read(file, { start, end });
    if (!isWhole) return bytes;
    this.#whole.set(file, bytes);
    return bytes.slice(start, end);
  }

  async #readWhole(file: string): Promise<void> {
    if (!this.#whole.has(file)) this.#whole.set(file, (await this.#read(file)).bytes);
  }
}

function endsIn(head: Uint8Array<ArrayBuffer>): Uint32Array {
  const view = new DataView(head.buffer, head.byteOffset);
  return Uint32Array.from({ length: view.getUint32(0, true) }, (_, at) => view.getUint32(4 * (at + 1), true));
}
