import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { RegionTopology } from './region-index.ts';

/** A settlement of the gazetteer, or a quarter of one. */
export interface Place {
  /** GeoNames identifier. */
  readonly id: number;
  /** Name in the local script and spelling, as printed. */
  readonly name: string;
  /** The name in Latin letters, where `name` is in others. */
  readonly latin?: string;
  readonly jurisdiction: string;
  readonly region: string | null;
  readonly lon: number;
  readonly lat: number;
  readonly population: number;
  /** The settlement that it is a quarter of. */
  readonly partOf?: Place;
}

/** A place as the build script writes it, with the other names it is found under, split by `|`. */
export interface Entry {
  readonly place: Place;
  readonly names: string;
}

const data = new URL('../../data/', import.meta.url);
const unzip = promisify(gunzip);

async function readCompressed(name: string): Promise<string> {
  return (await unzip(await readFile(new URL(name, data)))).toString('utf8');
}

export async function readRegionOutlines(): Promise<RegionTopology> {
  return JSON.parse(await readCompressed('region-outlines.json.gz')) as RegionTopology;
}

/** Other names of the regions, by code. */
export async function readRegionNames(): Promise<Readonly<Record<string, readonly string[]>>> {
  return JSON.parse(await readFile(new URL('region-names.json', data), 'utf8')) as Record<string, string[]>;
}

/** The places of the locations in and around the region, by id. */
export async function readEntries(): Promise<Entry[]> {
  return entriesOf(await readCompressed('places.tsv.gz'));
}

/** Those of one of them, at once. */
export function readHomeEntries(code: string): Entry[] {
  const table = gunzipSync(readFileSync(new URL('places.tsv.gz', data))).toString('utf8');
  return entriesOf(table).filter(({ place }) => place.jurisdiction === code);
}

export type WorldTopology = Topology<Record<'land' | 'regions', GeometryCollection<{ code: string }>>>;

/** Where the name of a region reads best, in degrees, and how far its outline is from there. */
type Label = readonly [lon: number, lat: number, room: number];

/** What is known of a location elsewhere: its regions, its outlines with theirs, and its places as one table. */
export interface WorldFile {
  readonly regions: readonly (readonly [code: string, name: string, others: readonly string[], label: Label | null])[];
  readonly outlines: WorldTopology | null;
  readonly places: string;
}

/** Reads the file of a location elsewhere, at once, since whoever meets a point there cannot go on without. */
export function readWorldFile(code: string): Omit<WorldFile, 'places'> & { readonly entries: Entry[] } {
  const text = gunzipSync(readFileSync(new URL(`world/${code}.json.gz`, data))).toString('utf8');
  const { places, ...file } = JSON.parse(text) as WorldFile;
  return { ...file, entries: entriesOf(places) };
}

function entriesOf(table: string): Entry[] {
  const lines = table === '' ? [] : table.split('\n');
  const entries = lines.map(entryOf).sort((a, b) => a.place.id - b.place.id);
  const places = new Map(entries.map(({ place }) => [place.id, place]));
  for (const { place, partOf } of entries) if (partOf !== '') Object.assign(place, { partOf: places.get(Number(partOf)) });
  return entries;
}

/** Columns: identifier, name, romanised name, jurisdiction, region, longitude, latitude, population, other names, settlement of a quarter. */
function entryOf(line: string): Entry & { readonly partOf: string } {
  const [id, name = '', latin, jurisdiction = '', region, lon, lat, population, names = '', partOf = ''] = line.split('\t');
  const place = {
    id: Number(id),
    name,
    jurisdiction,
    region: region || null,
    lon: Number(lon),
    lat: Number(lat),
    population: Number(population),
  };
  return { place: latin ? { ...place, latin } : place, names, partOf };
}
