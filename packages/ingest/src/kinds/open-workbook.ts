import { SaxesParser } from 'saxes';
import { FileError, inQuotes } from '../findings.ts';
import type { OpenFile, RawRow, ReadRowsOptions } from '../read-rows.ts';
import type { SourceFormat } from '../source-format.ts';
import { type Archive, type FileSource, readChunks, workbookPart } from '../unpack.ts';
import { filledDown, readMergedCells } from './merged-cells.ts';
import { headerRows, joinedNames, likeliestHeader, noRows, requireColumns } from './read-header.ts';
import { withoutOtherRows } from './table-rows.ts';
import { cellDate, dateFormatOf } from './workbook-dates.ts';

/** The rows and columns of a sheet at most, in Excel. */
const mostRows = 1_048_576;
const mostColumns = 16_384;
/** Characters of the texts of a workbook, which are in memory, and of one row. */
const mostText = 64 * 1024 * 1024;
const longestRow = 10 * 1024 * 1024;

/**
 * A sheet of an Excel workbook: the one that the format names, or the first that is not hidden. It is read here, since libraries for
 * workbooks have all rows in memory, or do not wait for those who take them.
 * @throws FileError where it is damaged, the sheet is not there, or its header lacks a needed column.
 */
export async function openWorkbook(source: FileSource, archive: Archive, format: SourceFormat): Promise<OpenFile> {
  const workbook: Workbook = { name: source.name, archive, ...(await readFrame(source, archive)) };
  const sheet = chosenSheet(workbook, format);
  const header = await readHeader(workbook, sheet, format);
  const isFilled = mayFill(format, header.names);
  const cells = header.names.some((_, column) => isFilled(column))
    ? await readMergedCells(source.name, archive, sheet.part, columnOf)
    : [];
  const merged = cells.filter(({ column, first }) => first > header.row && isFilled(column));
  const others = workbook.sheets.length - 1;
  return {
    path: source.path,
    name: source.name,
    size: archive.size(sheet.part),
    lines: mostRows,
    unit: 'row',
    about: `Excel workbook, sheet ${inQuotes(sheet.name)}${others === 0 ? '' : ` (${others} more not read)`}${header.row > 1 ? `, column names in row ${header.row}` : ''}${mergedWords(merged.length)}`,
    names: header.names,
    rows: (options) => {
      const rows = rowsUnder(workbook, sheet, header, options);
      return withoutOtherRows(source.name, merged.length === 0 ? rows : filledDown(rows, merged), header.names, format);
    },
  };
}

/** Whether a merged cell of a column is that of each of its rows: where each is an incident, a number of people must count once. */
function mayFill({ required, optional, groupBy, counted = [] }: SourceFormat, names: readonly string[]) {
  const read = new Set([...required, ...optional].filter((name) => groupBy !== undefined || !counted.includes(name)));
  return (column: number) => read.has(names[column] ?? '');
}

function mergedWords(count: number): string {
  if (count === 0) return '';
  return `, ${count.toLocaleString('en')} merged cell${count === 1 ? '' : 's'} read in each of ${count === 1 ? 'its' : 'their'} rows`;
}

/** The names of the sheets that are not hidden. */
export async function visibleSheets(source: FileSource, archive: Archive): Promise<string[]> {
  const { sheets } = await readFrame(source, archive);
  return sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
}

interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

interface Workbook {
  /** Of its file. */
  readonly name: string;
  readonly archive: Archive;
  readonly sheets: readonly Sheet[];
  /** Whether days are counted from 1904. */
  readonly is1904: boolean;
  /** For each style of a cell, how it writes dates, if it does. */
  readonly dateFormats: readonly (string | undefined)[];
  readonly textsPart: string | undefined;
}

type Attributes = Readonly<Record<string, string>>;

interface Handler {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads a part of a workbook, with a turn after each portion. */
async function* readPart(file: string, archive: Archive, part: string, handler: Handler, options: ReadRowsOptions = {}) {
  const parser = new SaxesParser();
  const localName = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => handler.open?.(localName(name), attributes as Attributes));
  parser.on('closetag', ({ name }) => handler.close?.(localName(name)));
  if (handler.text) for (const kind of ['text', 'cdata'] as const) parser.on(kind, handler.text);
  const decoder = new TextDecoder();
  const take = (read: () => void) => {
    try {
      read();
    } catch (error) {
      throw error instanceof FileError ? error : damaged(file);
    }
  };
  for await (const chunk of readChunks({ bytes: () => archive.bytes(part) }, options)) {
    take(() => parser.write(decoder.decode(chunk, { stream: true })));
    yield;
  }
  take(() => parser.write(decoder.decode()).close());
  yield;
}

function damaged(name: string): FileError {
  return new FileError(`${name}: this workbook is damaged. Open it in a spreadsheet program and save it again.`);
}

async function readWhole(file: string, archive: Archive, part: string | undefined, handler: Handler): Promise<void> {
  if (part === undefined) return;
  if (archive.size(part) > mostText)
    throw new FileError(`${file}: this workbook has more than 64 MB of texts. Save its sheet as "CSV UTF-8", and import that.`);
  for await (const _ of readPart(file, archive, part, handler));
}

/** The sheets and formats of a workbook. */
async function readFrame({ name }: FileSource, archive: Archive): Promise<Omit<Workbook, 'name' | 'archive'>> {
  const partLike = (pattern: RegExp) => archive.names.find((one) => pattern.test(one));
  const targets = new Map<string, string>();
  const listed: { name: string; id: string; isHidden: boolean }[] = [];
  let is1904 = false;
  await readWhole(name, archive, partLike(/^xl\/_rels\/workbook\d*\.xml\.rels$/i), {
    open: (tag, { Id = '', Target = '' }) => {
      if (tag === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  await readWhole(name, archive, partLike(workbookPart), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (tag !== 'sheet') return;
      const [, id = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
      listed.push({ name: attributes.name ?? '', id, isHidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  const formats = new Map<string, string>();
  const dateFormats: (string | undefined)[] = [];
  let isCellStyle = false;
  await readWhole(name, archive, partLike(/^xl\/styles\d*\.xml$/i), {
    open: (tag, { numFmtId = '', formatCode = '' }) => {
      if (tag === 'numFmt') formats.set(numFmtId, formatCode);
      if (tag === 'cellXfs') isCellStyle = true;
      if (tag === 'xf' && isCellStyle) dateFormats.push(dateFormatOf(numFmtId, formats.get(numFmtId)));
    },
    close: (tag) => {
      if (tag === 'cellXfs') isCellStyle = false;
    },
  });
  const sheets = listed.flatMap(({ id, ...sheet }) => {
    const part = targets.get(id);
    return part !== undefined && archive.names.includes(part) ? [{ ...sheet, part }] : [];
  });
  return { sheets, is1904, dateFormats, textsPart: partLike(/^xl\/sharedStrings\d*\.xml$/i) };
}

/** The sheet that the format names, or the first that is not hidden. */
function chosenSheet({ name, sheets }: Workbook, format: SourceFormat): Sheet {
  const wanted = format.sheet?.trim().toLowerCase();
  const found =
    wanted === undefined
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : sheets.find((sheet) => sheet.name.trim().toLowerCase() === wanted);
  if (found) return found;
  if (sheets.length === 0) throw damaged(name);
  throw new FileError(`${name}: there is no sheet called ${inQuotes(format.sheet ?? '')}. ${sheetWords(sheets)}`);
}

function sheetWords(sheets: readonly Sheet[]): string {
  const names = sheets.slice(0, 20).map((sheet) => inQuotes(sheet.name));
  return `The workbook has ${names.join(', ')}. Name one under "file" in the mapping, for example "sheet: ${sheets[0]?.name}".`;
}

interface SheetHeader {
  readonly names: readonly string[];
  readonly row: number;
}

/** The one of the first rows that has most of the needed columns. */
async function readHeader(workbook: Workbook, sheet: Sheet, format: SourceFormat): Promise<SheetHeader> {
  const { headerLines = 1 } = format;
  const rows: RawRow[] = [];
  // What a title or a header says is in the texts, so they are read for it, too.
  for await (const { number, texts } of sheetRows(workbook, sheet, await readTexts(workbook), {})) {
    rows.push({ number, texts });
    if (rows.length >= headerRows) break;
  }
  const candidates = rows.slice(headerLines - 1).map(({ number }, index): SheetHeader => {
    const lines = rows.slice(index, index + headerLines).map(({ texts }) => texts);
    return { names: joinedNames(lines), row: number };
  });
  const header = likeliestHeader(candidates, format);
  if (!header) throw new FileError(`${workbook.name}: the sheet ${inQuotes(sheet.name)} is empty. ${sheetWords(workbook.sheets)}`);
  try {
    requireColumns(workbook.name, format, header.names);
  } catch (error) {
    if (!(error instanceof FileError) || workbook.sheets.length < 2) throw error;
    throw new FileError(`${error.message} This is the sheet ${inQuotes(sheet.name)}. ${sheetWords(workbook.sheets)}`);
  }
  if (header === candidates.at(-1) && rows.length < headerRows) throw noRows(workbook.name);
  return header;
}

async function* rowsUnder(workbook: Workbook, sheet: Sheet, header: SheetHeader, options: ReadRowsOptions): AsyncGenerator<RawRow> {
  for await (const row of sheetRows(workbook, sheet, await readTexts(workbook), options)) if (row.number > header.row) yield row;
}

/** The texts that cells name by their numbers. */
async function readTexts({ name, archive, textsPart }: Workbook): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isReading = false;
  await readWhole(name, archive, textsPart, {
    open: (tag) => {
      if (tag === 'si') text = '';
      // How a word is pronounced is beside it.
      if (tag === 'rPh') isReading = true;
      isText = tag === 't' && !isReading;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (tag) => {
      isText = false;
      if (tag === 'rPh') isReading = false;
      if (tag === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

/** A text without the escapes for control characters, such as `_x000D_`. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The rows of a sheet that are not empty, with a text for each cell that is not. */
async function* sheetRows(
  { name, archive, dateFormats, is1904 }: Workbook,
  { part }: Sheet,
  texts: readonly string[],
  options: ReadRowsOptions,
): AsyncGenerator<RawRow> {
  let ready: RawRow[] = [];
  let number = 0;
  let cells: (string | undefined)[] = [];
  let cell: { type: string; style: number } | undefined;
  let [column, length, value, isValue, isReading] = [-1, 0, '', false, false];
  const textOf = (type: string, style: number): string => {
    const text = value.trim();
    if (type === 's') return texts[Number(text)] ?? '';
    if (type === 'inlineStr' || type === 'str') return unescaped(value);
    // An error such as #N/A says nothing.
    if (type === 'e' || text === '') return '';
    if (type === 'b') return text === '1' ? 'true' : 'false';
    if (type === 'd') return text.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
    const figure = Number(text);
    const format = dateFormats[style];
    return Number.isNaN(figure) ? text : (format !== undefined && cellDate(figure, format, is1904)) || String(figure);
  };
  const handler: Handler = {
    open: (tag, attributes) => {
      if (tag === 'row') {
        const next = attributes.r === undefined ? number + 1 : Number(attributes.r);
        if (!Number.isInteger(next) || next <= number || next > mostRows) throw damaged(name);
        number = next;
        [cells, column, length] = [[], -1, 0];
      } else if (tag === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0) };
        value = '';
        if (!(column >= 0 && column < mostColumns)) throw damaged(name);
      } else if (tag === 'rPh') isReading = true;
      isValue = cell !== undefined && (tag === 'v' || (tag === 't' && !isReading));
    },
    text: (piece) => {
      if (isValue) value += piece;
    },
    close: (tag) => {
      isValue = false;
      if (tag === 'rPh') isReading = false;
      if (tag === 'c' && cell) {
        const text = textOf(cell.type, cell.style);
        // Cells that are empty are left out: there may be 16,000 before one that is not.
        if (text.trim() !== '') cells[column] = text;
        cell = undefined;
      } else if (tag === 'row') {
        if (cells.length > 0) ready.push({ number, texts: cells });
        length = 0;
      }
    },
  };
  for await (const _ of readPart(name, archive, part, handler, {
    ...options,
    onBytes: (bytes) => ((length += bytes), options.onBytes?.(bytes)),
  })) {
    if (length > longestRow) throw new FileError(`${name}: row ${number + 1} of the sheet is longer than 10 MB.`);
    yield* ready;
    ready = [];
  }
}

/** The column of a cell such as `AB12`, counted from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
