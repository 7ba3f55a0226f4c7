import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { FileError } from '../findings.ts';
import { type JsonPath, readJson, recordDepth } from '../kinds/json-values.ts';
import { encodingWords } from '../kinds/open-csv.ts';
import { geoColumn } from '../kinds/open-json.ts';
import { openWorkbook, visibleSheets } from '../kinds/open-workbook.ts';
import {
  delimiterNames,
  headerRows,
  isSecondHeader,
  isTextRow,
  joinedNames,
  mostHeaderLines,
  noRows,
} from '../kinds/read-header.ts';
import { itemsAsRows } from './items-as-rows.ts';
import type { SourceFormat } from '../source-format.ts';
import { type SurveyedFile, surveyFile } from '../survey-file.ts';
import { type FileSource, findSource } from '../unpack.ts';

/** The first rows of a file whose columns nobody has named. */
export interface Sample {
  /** Last part of the path. */
  readonly file: string;
  readonly names: readonly string[];
  readonly rows: readonly (readonly (string | undefined)[])[];
  /** What is above the column names, and the names of the sheet and the list of records. */
  readonly titles?: readonly string[];
  /** Whether these are all rows. */
  readonly isWhole: boolean;
  /** If it is not the first of the workbook. */
  readonly sheet?: string;
  /** Other sheets of the workbook that have the same columns. */
  readonly alike?: readonly string[];
  /** If the names are in several. */
  readonly headerLines?: number;
  /** If somebody has said it. */
  readonly encoding?: string | undefined;
  /** The encoding and how it was guessed, if it was. */
  readonly guessed?: string;
  /** The keys that lead to the records of JSON, if the file has several lists. */
  readonly records?: string;
}

/** Bytes that are read of a text file, and rows of any. */
const mostBytes = 6 * 1024 * 1024;
const mostRows = 20_000;

/**
 * Reads the beginning of a file of any kind, so that a large one takes no longer.
 * @throws FileError where it is not a table, or has no column names.
 */
export async function readSample(path: string, encoding?: string): Promise<Sample> {
  const source = await findSource(path);
  if (source.workbook) return readWorkbook(source, source.workbook);
  const part = await beginningOf(source);
  const file = await surveyFile(part.source, encoding);
  const { isWhole } = part;
  const sample =
    file.kind === 'json' ? await readRecords(file, isWhole) : underHeader(file.name, { rows: await readLines(file), isWhole });
  return { ...sample, encoding, ...(file.encoding.because.startsWith('guessed') && { guessed: encodingWords(file.encoding) }) };
}

/** The first bytes of a file, up to a line end. */
async function beginningOf(source: FileSource): Promise<{ source: FileSource; isWhole: boolean }> {
  const chunks: Buffer[] = [];
  let [length, isWhole] = [0, true];
  for await (const chunk of source.bytes()) {
    chunks.push(chunk);
    length += chunk.length;
    isWhole = length < mostBytes;
    if (!isWhole) break;
  }
  const all = Buffer.concat(chunks);
  const end = isWhole ? all.length : Math.max(all.lastIndexOf(10), all.lastIndexOf(13)) + 1 || all.length;
  const bytes = async function* () {
    yield all.subarray(0, end);
  };
  return { source: { ...source, bytes }, isWhole };
}

interface Table {
  readonly rows: (string | undefined)[][];
  readonly isWhole: boolean;
}

async function readLines(file: SurveyedFile): Promise<string[][]> {
  const chunks: Buffer[] = [];
  for await (const chunk of file.source.bytes()) chunks.push(chunk);
  const text = iconv.decode(Buffer.concat(chunks), file.encoding.name);
  const rowsBy = (delimiter: string, some: string): string[][] => {
    try {
      return parse(some, {
        delimiter,
        bom: true,
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: true,
        to: mostRows,
      });
    } catch {
      // A quotation mark that is never closed. Lines are enough for a sketch, and the import says where it is.
      return some
        .split(/\r\n|\n|\r/)
        .slice(0, mostRows)
        .map((line) => line.split(delimiter));
    }
  };
  // That by which most rows have as many cells as others, and more than one.
  const head = text.slice(0, 64 * 1024);
  const usual = (delimiter: string) => {
    const lengths = new Map<number, number>();
    for (const { length } of rowsBy(delimiter, head)) if (length > 1) lengths.set(length, (lengths.get(length) ?? 0) + 1);
    return Math.max(0, ...[...lengths].map(([length, count]) => count * Math.sqrt(length)));
  };
  const [best = ','] = Object.keys(delimiterNames).toSorted((one, two) => usual(two) - usual(one));
  return rowsBy(best, text);
}

/** What a reader of rows asks a format, if nothing is known of the columns. */
const anyColumns: SourceFormat = {
  name: 'any',
  dataset: {},
  required: [],
  optional: [],
  reduced: {},
  labels: { identifier: [], date: [] },
  nullWords: new Set(),
  read: () => {
    throw new RangeError('only columns are read');
  },
};

/** The first sheet that is a table, since notes can be before it; the first of all if none is. */
async function readWorkbook(source: FileSource, archive: Workbook): Promise<Sample> {
  const names = await visibleSheets(source, archive);
  for (const [index, name] of names.entries()) {
    const table = await readSheet(source, archive, mostRows, name).catch(() => undefined);
    const isTable = table !== undefined && table.rows.filter((row) => filled(row).length > 2).length > 2;
    if (!isTable) continue;
    const sample = underHeader(source.name, table);
    const alike: string[] = [];
    for (const other of names.slice(index + 1))
      if (await hasNames(source, archive, other, sample.names).catch(() => false)) alike.push(other);
    return {
      ...sample,
      titles: [...(sample.titles ?? []), name],
      ...(index > 0 && { sheet: name }),
      ...(alike.length > 0 && { alike }),
    };
  }
  return underHeader(source.name, await readSheet(source, archive, mostRows));
}

type Workbook = NonNullable<FileSource['workbook']>;

async function hasNames(source: FileSource, archive: Workbook, sheet: string, names: readonly string[]): Promise<boolean> {
  const { names: others } = underHeader(source.name, await readSheet(source, archive, headerRows * 2, sheet));
  return names.every((name) => others.includes(name));
}

async function readSheet(source: FileSource, archive: Workbook, most: number, name?: string): Promise<Table> {
  const sheet = await openWorkbook(source, archive, { ...anyColumns, ...(name !== undefined && { sheet: name }) });
  const rows: (string | undefined)[][] = [[...sheet.names]];
  for await (const { texts } of sheet.rows({})) if (rows.push([...texts]) >= most) break;
  return { rows, isWhole: rows.length < most };
}

/** The cells of a row that say something. */
function filled(row: readonly (string | undefined)[]): (string | undefined)[] {
  return row.filter((text) => text?.trim());
}

/** The rows under the column names, which may have titles above them and a row of HXL tags below. */
function underHeader(file: string, { rows, isWhole }: Table): Sample {
  const widest = Math.max(0, ...rows.slice(0, headerRows * 2).map((row) => filled(row).length));
  const at = rows.slice(0, headerRows).findIndex((row) => filled(row).length >= Math.min(widest, Math.max(2, widest * 0.7)));
  const [from, end] = headerAt(rows, at);
  if (from === end) throw new FileError(`${file}: the first line must have the column names. Add them, and try again.`);
  if (rows.length === end) throw noRows(file);
  const names = joinedNames(rows.slice(from, end));
  const isTags = (row: readonly (string | undefined)[]) =>
    filled(row).every((text) => /^#[a-z]|^\d+$/i.test(text ?? '')) && filled(row).some((text) => text?.startsWith('#'));
  const data = rows.slice(end).filter((row) => filled(row).length > 0 && !isTags(row));
  const titles = rows.slice(0, from).flatMap((row) => filled(row).map(String));
  return { file, names, rows: data, isWhole, titles, ...(end - from > 1 && { headerLines: end - from }) };
}

/** The rows of column names, from the first to the one behind the last: none if there are no names. @param at the first wide row */
function headerAt(rows: Table['rows'], at: number): [from: number, end: number] {
  const names = joinedNames(rows.slice(at, at + 1)).filter(Boolean);
  const figures = names.filter((name) => /^[-+]?\d[\d.,:/ -]*$/.test(name) && !/^(?:19|20)\d\d$/.test(name));
  let [from, end] = [at, at + 1];
  if (names.length === 0 || figures.length * 3 > names.length) {
    // Names in several lines are in fewer columns than the rows.
    while (at - from < mostHeaderLines && isTextRow(rows[from - 1] ?? [])) from -= 1;
    return at - from > 1 ? [from, at] : [at, at];
  }
  while (end - at < mostHeaderLines && isSecondHeader(joinedNames(rows.slice(at, end)), rows[end] ?? [])) end += 1;
  if (end === at + 1 && new Set(names).size < names.length && isTextRow(rows[at - 1] ?? [])) from -= 1;
  return [from, end];
}

/** The number of an item of a list in a path, and at its end. A year at the end is a key. */
const itemNumber = /(?:^|\.)(?!(?:19|20)\d\d$)\d+(?:\.|$)/;
const lastNumber = /\.(?!(?:19|20)\d\d$)\d+$/;

/** Values of one record that are kept, and columns. */
const mostValues = 20_000;
const mostColumns = 1_000;

/** Items of a list in each record that are read. */
export const mostItems = 20;

/** The item that a column such as `victims.0.sex` belongs to, with the name of that of the first item; undefined if it is no list in a list. */
export function itemOf(name: string): { index: number; first: string } | undefined {
  const [, list, index, key] = /^(\D*)\.(\d+)\.([^\d.][^.]*(?:\.[^\d.][^.]*)*)$/.exec(name) ?? [];
  return index === undefined ? undefined : { index: Number(index), first: `${list}.0.${key}` };
}

/** The records of the longest list of JSON, or those that follow each other. Their columns are the keys that lead to a value. */
async function readRecords(file: SurveyedFile, isWhole: boolean): Promise<Sample> {
  type Texts = Map<string, string>;
  const lists = new Map<string, Texts[]>();
  // The record of the list, and the object around all lists.
  let [record, outer]: [Texts, Texts] = [new Map(), new Map()];
  const note = (into: Texts, column: string, text: string) => {
    // A list of texts is one cell.
    const list = column.startsWith('geometry.') ? column : column.replace(lastNumber, '');
    const before = list === column ? undefined : into.get(list);
    if (column !== '' && into.size < mostValues) into.set(list, before === undefined ? text : `${before};${text}`);
  };
  const keep = (name: string, texts: Texts) => {
    const records = lists.get(name) ?? [];
    if (records.length < mostRows) records.push(texts);
    lists.set(name, records);
  };
  const onValue = (path: JsonPath, text: string | null) => {
    if (text === null) return;
    const depth = recordDepth(path);
    if (depth > 0) note(record, path.slice(depth).join('.'), text);
    note(outer, path.join('.'), text);
  };
  const onObject = (path: JsonPath) => {
    const depth = recordDepth(path);
    if (path.length === 0) {
      keep('', outer);
      outer = new Map();
    } else if (depth === path.length) keep(path.slice(0, -1).join('.') || '.', record);
    else return;
    record = new Map();
  };
  try {
    for await (const _ of readJson(file, { onValue, onObject }, {}));
  } catch (error) {
    if (isWhole || lists.size === 0) throw error;
  }
  const inLists = [...lists].filter(([name]) => name !== '').toSorted(([, one], [, two]) => two.length - one.length);
  const following = lists.get('') ?? [];
  const [list, all] = following.length > 1 || inLists.length === 0 ? ['', following] : inLists[0]!;
  if (all.length === 0)
    throw new FileError(`${file.name}: there are no records in this file. It must have a list of objects, one for each row.`);
  const isGeo = all[0]?.get('type') === 'Feature';
  const named = all.map((one) => new Map([...one].map(([path, text]) => [(isGeo ? geoColumn(path) : undefined) ?? path, text])));
  const found = itemsAsRows(named)?.slice(0, mostRows) ?? named;
  const isKept = (name: string) => {
    const at = itemOf(name);
    return at === undefined ? !itemNumber.test(name) : at.index < mostItems;
  };
  const names = [...new Set(found.flatMap((one) => [...one.keys()]))].filter(isKept).slice(0, mostColumns);
  const rows = found.map((one) => names.map((name) => one.get(name)));
  return {
    file: file.name,
    names,
    rows,
    isWhole,
    titles: [list],
    ...(list !== '' && list !== '.' && inLists.length > 1 && { records: list }),
  };
}
