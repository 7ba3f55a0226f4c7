import type { DatasetList } from '@monitor/contract';
import { type Cube, packRows, yearsOfRows } from '@monitor/cube';
import type { SortField } from '@monitor/domain';
import type { Signals } from '@monitor/findings';
import { gzip } from './compressed.ts';
import type { FormerIncidents, Manifest, ManifestYear, OrderFile, PlaceFacts, YearWords } from './manifest.ts';
import { fileOfBlocks, incidentsPerBlock, type PublishedIncident, type RetractedIncident } from './record-blocks.ts';

/** What an edition is made of, all of one state of the data. */
export interface RecordSource extends Pick<Manifest, 'publisher' | 'contact' | 'licence'> {
  readonly cube: Cube;
  /** The record of each row of the cube, in the order of the rows. */
  readonly incidents: AsyncIterable<readonly PublishedIncident[]>;
  /** Whether the gazetteer has a settlement of this name. */
  readonly isSettlement: (country: string, name: string) => boolean;
  readonly places: PlaceFacts;
  /** In the order of their identifiers. */
  readonly retracted: AsyncIterable<readonly RetractedIncident[]>;
  readonly removed: FormerIncidents['removed'];
  readonly datasets: DatasetList;
  readonly signals: Signals;
  /** All rows, plus one each, in the orders that the cube does not have. */
  readonly orders: ReadonlyMap<SortField, { readonly keys: Uint32Array; readonly reported: number }>;
}

/** Takes a file of an edition. It may be there already, with the same bytes. */
export type WriteFile = (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

/** What an edition consists of, and the name of the file that says so. */
export interface WrittenRecord {
  readonly name: string;
  readonly manifest: Omit<Manifest, 'publishedAt'>;
}

/** Writes all files of an edition but the manifest itself, which also has the moment when somebody first published it. */
export async function writeRecord(source: RecordSource, write: WriteFile): Promise<WrittenRecord> {
  const { cube, publisher, contact, licence } = source;
  const keep = async (name: string, extension: string, bytes: Uint8Array<ArrayBuffer>) => {
    const file = `${name}-${await hashOf(bytes)}.${extension}`;
    await write(file, bytes);
    return file;
  };
  const keepPacked = async (name: string, bytes: Uint8Array<ArrayBuffer>) => keep(name, 'bin', await gzip(bytes));
  const keepJson = async (name: string, content: unknown) => keep(name, 'bin', await packJson(content));

  const rows = inPortionsOf(source.incidents);
  const years: ManifestYear[] = [];
  for (const { year, range } of yearsOfRows(cube)) {
    const packed = packRows(cube, range);
    const { words, blocks } = await readYear(rows, range.end - range.start, source.isSettlement);
    years.unshift({
      year,
      incidents: range.end - range.start,
      numbers: await keepPacked(`numbers-${year}`, packed.numbers),
      identifiers: await keepPacked(`identifiers-${year}`, packed.identifiers),
      words: await keepJson(`words-${year}`, words),
      records: await keep(`records-${year}`, 'blocks', fileOfBlocks(blocks)),
    });
  }
  const orders: [SortField, OrderFile][] = [];
  for (const [field, { keys, reported }] of source.orders)
    orders.push([field, { file: await keepPacked(`order-${field}`, bytePlanes(keys)), reported }]);
  const retracted = await readRetracted(source.retracted);
  const former: FormerIncidents = { retracted: retracted.ids, removed: source.removed };
  const manifest = {
    format: 2 as const,
    version: cube.version,
    publisher,
    contact,
    licence,
    years,
    orders: Object.fromEntries(orders),
    datasets: await keepJson('datasets', source.datasets),
    signals: await keepJson('signals', source.signals),
    places: await keepJson('places', source.places),
    former: await keepJson('former', former),
    retracted: await keep('retracted', 'blocks', fileOfBlocks(retracted.blocks)),
  };
  return { name: `manifest-${await hashOf(new TextEncoder().encode(JSON.stringify(manifest)))}.json`, manifest };
}

async function readRetracted(portions: RecordSource['retracted']): Promise<{ ids: string[]; blocks: Uint8Array[] }> {
  const [ids, blocks]: [string[], Uint8Array[]] = [[], []];
  const take = inPortionsOf(portions);
  for (;;) {
    const incidents = await take(incidentsPerBlock);
    if (incidents.length === 0) return { ids, blocks };
    ids.push(...incidents.map(({ id }) => id));
    blocks.push(await packJson(incidents));
  }
}

/** Takes so many rows at a time from a stream of portions; fewer where it ends. */
function inPortionsOf<Row>(portions: AsyncIterable<readonly Row[]>): (count: number) => Promise<Row[]> {
  const reader = portions[Symbol.asyncIterator]();
  let left: readonly Row[] = [];
  return async (count) => {
    const rows: Row[] = [];
    while (rows.length < count) {
      if (left.length === 0) {
        const next = await reader.next();
        if (next.done === true) break;
        left = next.value;
      }
      const taken = left.slice(0, count - rows.length);
      rows.push(...taken);
      left = left.slice(taken.length);
    }
    return rows;
  };
}

async function readYear(
  take: (count: number) => Promise<PublishedIncident[]>,
  count: number,
  isSettlement: RecordSource['isSettlement'],
): Promise<{ words: YearWords; blocks: Uint8Array[] }> {
  const [places, publishers, types] = [new Distinct(), new Distinct(), new Distinct()];
  const keys: Record<number, string> = {};
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < count; at += incidentsPerBlock) {
    const wanted = Math.min(incidentsPerBlock, count - at);
    const incidents = await take(wanted);
    if (incidents.length < wanted) throw new RangeError('There are fewer records than rows.');
    for (const [
      index,
      { country, place, type_as_reported: type, source_details: sources, source_key: key },
    ] of incidents.entries()) {
      places.take(place === null ? null : JSON.stringify([country, place]));
      const named = sources.flatMap(({ publisher }) => publisher ?? []);
      publishers.take(named.length === 0 ? null : JSON.stringify(named));
      types.take(type);
      if (key !== null) keys[at + index] = key;
    }
    blocks.push(await packJson(incidents));
  }
  const words: YearWords = {
    places: places.texts.map((text) => {
      const [country, name] = JSON.parse(text) as [string, string];
      return { country, name, isSettlement: isSettlement(country, name) };
    }),
    place: places.positions,
    publishers: publishers.texts.map((text) => JSON.parse(text) as string[]),
    publisher: publishers.positions,
    types: types.texts,
    type: types.positions,
    keys,
  };
  return { words, blocks };
}

/** Texts in the order in which they came, each different one once. */
class Distinct {
  readonly texts: string[] = [];
  /** Of each that came, plus one; 0 for none. */
  readonly positions: number[] = [];
  readonly #known = new Map<string, number>();

  take(text: string | null): void {
    if (text === null) return void this.positions.push(0);
    const known = this.#known.get(text) ?? this.texts.push(text);
    this.#known.set(text, known);
    this.positions.push(known);
  }
}

function packJson(content: unknown): Promise<Uint8Array<ArrayBuffer>> {
  return gzip(new TextEncoder().encode(JSON.stringify(content)));
}

/** The numbers byte by byte, the lowest of all first, which compresses better. */
function bytePlanes(numbers: Uint32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * numbers.length);
  for (let plane = 0; plane < 4; plane++)
    for (let at = 0; at < numbers.length; at++) bytes[plane * numbers.length + at] = (numbers[at]! >>> (8 * plane)) & 0xff;
  return bytes;
}

/** So many hexadecimal digits tell the files of one kind and year apart. */
const hashLength = 16;

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, hashLength);
}
