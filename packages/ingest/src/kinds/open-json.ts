import { FileError, inQuotes } from '../findings.ts';
import type { OpenFile, RawRow, ReadRowsOptions } from '../read-rows.ts';
import type { SourceFormat } from '../source-format.ts';
import type { SurveyedFile } from '../survey-file.ts';
import { type JsonPath, longestText, readJson, recordDepth } from './json-values.ts';
import { type NestedRows, nestedRows } from './nested-rows.ts';
import { encodingWords } from './open-csv.ts';

/** Lists of objects of one file that are counted. */
const mostLists = 100;

/** What is known of the objects of one list, or of those that follow each other in a file of JSON lines. */
interface Records {
  count: number;
  /** Items of lists in them that are rows. */
  items: number;
  /** Whether they are features of GeoJSON. */
  isGeo: boolean;
  /** Columns that are there, as in any JSON, and as in GeoJSON. */
  readonly plain: Set<string>;
  readonly geo: Set<string>;
  /** The keys that lead to its values. */
  readonly paths: Set<string>;
}

/**
 * A file of JSON: a list of objects, an object with such a list in it, objects after each other (JSON lines), or GeoJSON. A column is a path
 * such as `location.gps` or `sources.0.url`. With a column such as `deaths.*.date`, each item of a list in the objects is a row. A list of texts is one text too, with semicolons between them. In GeoJSON it is the name of a property, or `geometry.lon`, `geometry.lat` or `feature.id`.
 * Reads the whole file once, to know which list is meant and that each needed column is somewhere.
 * @throws FileError where the file is not valid, has no such list or several, or lacks a needed column.
 */
export async function openJson(file: SurveyedFile, format: SourceFormat): Promise<OpenFile> {
  const columns = [...new Set([...format.required, ...format.optional])];
  const nested = nestedRows(columns);
  const [one, other] = nested.conflict ?? [];
  if (one !== undefined && other !== undefined)
    throw new FileError(
      `${file.name}: the columns ${inQuotes(one)} and ${inQuotes(other)} are of items of two lists. Only the items of one list can be rows. ` +
        `Name the columns of the other with numbers, such as ${inQuotes(other.replaceAll('*', '0'))}.`,
    );
  const lists = await surveyLists(file, columns, nested);
  const [list, { count, items, isGeo, plain, geo, paths }] = chosenList(lists, file, format);
  const found = isGeo ? geo : plain;
  requireSomewhere(file.name, format, found);
  const names = columns.filter((column) => found.has(column));
  const { path, name, size } = file;
  return {
    path,
    name,
    size,
    lines: nested.depth === 0 ? count : items,
    unit: 'record',
    about: `${isGeo ? 'GeoJSON' : 'JSON'}, ${encodingWords(file.encoding)}${format.records === undefined ? '' : `, records in ${inQuotes(list)}`}${nested.list === undefined ? '' : `, one row for each item of ${inQuotes(nested.list)}`}`,
    names,
    notRead: notRead(paths, isGeo, new Set(names), nested),
    rows: (options) => records(file, { chosen: list, isGeo, names, nested }, options),
  };
}

/** The keys that lead to the list of a record. */
function listOf(path: JsonPath, depth = recordDepth(path)): string {
  return path.slice(0, Math.max(depth - 1, 0)).join('.');
}

const geoColumns = new Map([
  ['geometry.coordinates.0', 'geometry.lon'],
  ['geometry.coordinates.1', 'geometry.lat'],
  ['id', 'feature.id'],
]);
const properties = 'properties.';

/**
 * The columns that the format does not read. Of lists of which it reads some items, those that it leaves out come first, since somebody may
 * be lost there. Of others, all items are one column, such as `victims.*.phone`.
 */
function notRead(paths: ReadonlySet<string>, isGeo: boolean, read: ReadonlySet<string>, nested: NestedRows): string[] {
  const all = [...paths].map((path) => {
    const columns = columnsOf(path, isGeo).map((column) => nested.columnOf(column).name);
    return { columns, isRead: columns.some((column) => read.has(column) || read.has(withoutItem(column))) };
  });
  const begun = new Set(all.flatMap(({ columns, isRead }) => (isRead ? columns.map((column) => anyItem(column)) : [])));
  const others = all.flatMap(({ columns: [column], isRead }) => (isRead || column === undefined ? [] : [column]));
  const isBegun = (column: string) => begun.has(anyItem(column));
  return [...others.filter(isBegun), ...new Set(others.filter((column) => !isBegun(column)).map((column) => anyItem(column, '*')))];
}

/** The columns that a path of a feature is: by its short name, and by all its keys unless a property can have the same name. */
function columnsOf(path: string, isGeo: boolean): string[] {
  if (!isGeo) return [path];
  const short = geoColumn(path);
  return [...(short === undefined ? [] : [short]), ...(path.includes('.') ? [path] : [])];
}

/** The short name of the column that a path of a feature is, if it has one. */
export function geoColumn(path: string): string | undefined {
  return path.startsWith(properties) ? path.slice(properties.length) : geoColumns.get(path);
}

/** Reads the whole file for the lists of objects in it, by the keys that lead to them. */
async function surveyLists(file: SurveyedFile, columns: readonly string[], nested: NestedRows): Promise<Map<string, Records>> {
  const lists = new Map<string, Records>();
  const recordsOf = (list: string): Records => {
    const known = lists.get(list) ?? {
      count: 0,
      items: 0,
      isGeo: false,
      plain: new Set<string>(),
      geo: new Set<string>(),
      paths: new Set<string>(),
    };
    if (lists.size < mostLists) lists.set(list, known);
    return known;
  };
  const noted = new Set<string>();
  const onValue = (path: JsonPath, text: string | null) => {
    for (const [name, start] of ways(path)) {
      const column = path.slice(start).join('.');
      const isFeature = column === 'type' && text === 'Feature';
      const key = `${name}\0${column}\0${text === null}${isFeature}`;
      if (noted.has(key)) continue;
      const known = recordsOf(name);
      if (noted.size < mostNoted) {
        noted.add(key);
        if (text !== null) known.paths.add(column);
      }
      if (isFeature) known.isGeo = true;
      for (const isGeo of [false, true])
        for (const { name: one } of columnsOf(column, isGeo).map(nested.columnOf))
          for (const wanted of columns) if (isThere(wanted, one, text === null)) known[isGeo ? 'geo' : 'plain'].add(wanted);
    }
  };
  const onObject = (path: JsonPath) => {
    if (recordDepth(path) === path.length) recordsOf(listOf(path)).count += 1;
    if (nested.depth > 0)
      for (const [name, start] of ways(path))
        if (levelOf(path.slice(start), true, nested) === nested.depth) recordsOf(name).items += 1;
  };
  for await (const _ of readJson(file, { onValue, onObject }, {}));
  return lists;
}

/** The lists of which a path can be in a record, each with the steps that lead to the record: that of the path, or lines. */
function ways(path: JsonPath): [list: string, start: number][] {
  const depth = recordDepth(path);
  return depth > 1 ? [[listOf(path, depth), depth], ['', 0]] : [['', depth]]; // prettier-ignore
}

/** In how many lists whose items are rows an object is the item: 0 for a record, undefined for an object in an item. */
function levelOf(path: JsonPath, isGeo: boolean, nested: NestedRows): number | undefined {
  if (path.length === 0) return 0;
  const column = path.join('.');
  return [column, ...columnsOf(column, isGeo)].map((one) => ({ one, ...nested.columnOf(one) })).find(({ one, item }) => item === one)?.level; // prettier-ignore
}

/** Different paths that are remembered, so that each is only looked at once. */
const mostNoted = 10_000;

/** Whether a path of a record shows that a column exists: lists of other records may be longer, and what is empty here may be filled there. */
function isThere(wanted: string, path: string, isNothing: boolean): boolean {
  return [path, withoutItem(path)].some((one) => anyItem(wanted) === anyItem(one)) || (isNothing && wanted.startsWith(`${path}.`));
}

/** The column of a list, from the path of one of its items. */
function withoutItem(path: string): string {
  return path.replace(/\.\d+$/, '');
}

function anyItem(path: string, item = '0'): string {
  return path.replaceAll(/\.(?:\d+|\*)(?=\.|$)/g, `.${item}`);
}

/** The list that is named, or the one that has most of the needed columns. */
function chosenList(lists: ReadonlyMap<string, Records>, { name }: SurveyedFile, format: SourceFormat): [string, Records] {
  const filled = [...lists].filter(([, { count }]) => count > 0);
  const { records: path } = format;
  const advice = 'Say which under "file" in the mapping, for example "records: data.incidents".';
  if (path !== undefined) {
    const named = filled.find(([list]) => list === path);
    if (named) return named;
    throw new FileError(`${name}: there is no list of objects at ${inQuotes(path)} in this file. ${advice}`);
  }
  const score = ([, { plain, geo, isGeo }]: [string, Records]) =>
    format.required.filter((column) => (isGeo ? geo : plain).has(column)).length;
  const best = Math.max(...filled.map(score));
  const [first, ...others] = filled.filter((one) => score(one) === best);
  if (first === undefined)
    throw new FileError(`${name}: there are no records in this file. It must have a list of objects, one for each row.`);
  if (others.length > 0) throw new FileError(`${name}: there are ${others.length + 1} lists of objects in this file. ${advice}`);
  return first;
}

function requireSomewhere(file: string, format: SourceFormat, found: ReadonlySet<string>): void {
  const missing = format.required.filter((column) => !found.has(column));
  if (missing.length === 0) return;
  const known = format.required.filter((column) => found.has(column));
  throw new FileError(
    `${file}: no record has ${missing.map(inQuotes).join(', ')}. The ${format.name} format needs ${format.required.join(', ')}. ` +
      `Write the keys that lead to a value with dots between them, such as location.name.${known.length > 0 ? ` The file has ${known.join(', ')}.` : ''}`,
  );
}

/** The rows of the records of a list in their order, with a text for each of the names. Those in one record are kept until it ends. */
async function* records(
  file: SurveyedFile,
  { chosen, isGeo, names, nested }: { chosen: string; isGeo: boolean; names: readonly string[]; nested: NestedRows },
  options: ReadRowsOptions,
): AsyncGenerator<RawRow> {
  const positions = new Map(names.map((name, index) => [name, index]));
  const levels = names.map((name) => nested.columnOf(name.replaceAll('*', '0')).level);
  const blank = names.map(() => '');
  // The texts of the record, and of the item of each list in it.
  const current = Array.from({ length: nested.depth + 1 }, () => [...blank]);
  let items: string[][][] = [];
  let number = 0;
  let ready: RawRow[] = [];
  const depthOf = (path: JsonPath) => (chosen === '' && typeof path[0] !== 'number' ? 0 : recordDepth(path));
  const onValue = (path: JsonPath, text: string | null) => {
    if (text === null) return;
    const depth = depthOf(path);
    if (listOf(path, depth) !== chosen) return;
    for (const { name: column, level } of columnsOf(path.slice(depth).join('.'), isGeo).map(nested.columnOf)) {
      const texts = current[level]!;
      const position = positions.get(column);
      if (position !== undefined) texts[position] = text;
      const list = withoutItem(column);
      const whole = list === column ? undefined : positions.get(list);
      if (whole !== undefined) texts[whole] = joined(texts[whole] ?? '', text);
    }
  };
  const joined = (before: string, text: string) => {
    if (before.length > longestText)
      throw new FileError(`${file.name}: record ${number + 1} has a list of more than 1 MB. Shorten it.`);
    return before === '' ? text : `${before};${text}`;
  };
  const onObject = (path: JsonPath) => {
    const depth = depthOf(path);
    if (listOf(path, depth) !== chosen) return;
    const level = levelOf(path.slice(depth), isGeo, nested);
    if (level === undefined) return;
    if (level === nested.depth) items.push([...current]);
    if (level === 0) {
      for (const item of items) ready.push({ number: (number += 1), texts: levels.map((of, index) => item[of]![index]!) });
      items = [];
    }
    current[level] = [...blank];
  };
  for await (const _ of readJson(file, { onValue, onObject }, options)) {
    yield* ready;
    ready = [];
  }
}
