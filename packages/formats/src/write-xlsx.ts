import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import type { CsvColumn, IncidentExport, IncidentNames } from '@monitor/contract';
import { chosenColumns, headingOf } from '@monitor/contract/without-schemas';
import { type About, factsOf, title } from './about.ts';
import { typedValue } from './column-values.ts';
import type { Download, FormatWriter } from './format-writer.ts';
import { readZip } from './read-zip.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

/*
 * The streaming writer of hucre 1.0 has one sheet, without filter. So hucre makes the whole workbook with all that is small, with one
 * specimen row whose cells have the styles of their columns (and the first a text, since a row without cells is not written), and the rows are written in place of that row as the file is sent.
 */

const sheetPath = 'xl/worksheets/sheet1.xml';
/** Days from the first day of a workbook's calendar, counted as Excel counts, to 1970-01-01. */
const daysBefore1970 = 25_569;
/** Excel's calendar has a day too many before this one (1900-03-01). */
const firstSoundDay = 61;
const longestText = 32_767;
/** A sheet of more rows than this can take more than 4 GiB before it is compressed. */
const rowsOfLargeSheet = 400_000;

const widths: Readonly<Record<string, number>> = {
  place: 20,
  country_name: 22,
  region_name: 22,
  type: 22,
  attribution: 40,
  url: 40,
};
const bold = { font: { bold: true } };

/** An Excel workbook: the incidents with typed cells, frozen header and filter, their columns, and what the file is. */
export const writeXlsx: FormatWriter = async function* ({ incidents, names, about, total, options }) {
  const columns = chosenColumns(options);
  const parts = await readZip(await emptyWorkbook(columns, { about, total, options }));
  const sheet = new TextDecoder().decode(parts.get(sheetPath));
  const styles = columns.map((_, index) => new RegExp(`<c r="${letters(index)}2" s="(\\d+)"`).exec(sheet)?.[1]);
  const [before = '', after = ''] = sheet.replace(/<dimension[^>]*>/, '').split(/<row r="2".*?<\/row>/);
  const letter = columns.map((_, index) => letters(index));
  async function* rows() {
    yield before;
    let row = 2;
    for await (const portion of incidents) {
      yield portion.map((item) => rowOf(item, row++, names, { columns, styles, letter })).join('');
    }
    yield after;
  }
  const entries = [...parts].map(([name, content]): ZipEntry => ({ name, content: name === sheetPath ? rows : content }));
  yield* zipEntries(entries, { large: total > rowsOfLargeSheet, modified: dayOf(about) });
};

const dayOf = ({ downloadedOn }: About) => new Date(downloadedOn);

function emptyWorkbook(
  columns: readonly CsvColumn[],
  { about, total, options }: Pick<Download, 'about' | 'total' | 'options'>,
): Promise<Uint8Array> {
  const heading = ({ name }: CsvColumn) => (options.headings === true ? headingOf(name) : name);
  const specimens = { date: [new Date(0), 'yyyy-mm-dd'], time: [0.5, 'hh:mm'] } as const;
  const styled = columns.map(({ type }) => (type === 'date' || type === 'time' ? specimens[type] : undefined));
  return writeWorkbook({
    // The same bytes for the same incidents.
    properties: { title, creator: about.publisher, created: dayOf(about), modified: dayOf(about) },
    sheets: [
      {
        name: 'Incidents',
        columns: columns.map(({ name, type }) => ({ width: widths[name] ?? (type === 'text' ? 16 : 12) })),
        rows: [columns.map(heading), styled.map((specimen, index) => specimen?.[0] ?? (index === 0 ? 'AV' : null))],
        cells: new Map([
          ...columns.map((column, index): [string, object] => [`0,${index}`, { value: heading(column), style: bold }]),
          ...styled.flatMap((specimen, index): [string, object][] =>
            specimen === undefined ? [] : [[`1,${index}`, { value: specimen[0], style: { numFmt: specimen[1] } }]],
          ),
        ]),
        freezePane: { rows: 1, columns: 1 },
        autoFilter: { range: `A1:${letters(columns.length - 1)}${total + 1}` },
      },
      {
        name: 'Columns',
        columns: [{ width: 30 }, { width: 12 }, { width: 120 }],
        rows: [
          ['Column', 'Type', 'Meaning'],
          ...columns.map((column) => [heading(column), column.type, plainText(column.meaning)]),
        ],
        freezePane: { rows: 1 },
      },
      { name: 'About', columns: [{ width: 24 }, { width: 120 }], rows: factsOf(about) },
    ],
  });
}

/** Markdown without its marks. */
function plainText(meaning: string): string {
  return meaning.replaceAll('`', '').replaceAll('\\', '');
}

/** The name of a column, counted from 0. */
function letters(index: number): string {
  const before = Math.floor(index / 26);
  return (before === 0 ? '' : letters(before - 1)) + String.fromCodePoint(65 + (index % 26));
}

interface Layout {
  readonly columns: readonly CsvColumn[];
  readonly styles: readonly (string | undefined)[];
  readonly letter: readonly string[];
}

function rowOf(item: IncidentExport, row: number, names: IncidentNames, { columns, styles, letter }: Layout): string {
  let cells = '';
  for (const [index, { type, cell }] of columns.entries()) {
    const given = cell(item, names);
    const value = typedValue(type, given);
    if (value === null) continue;
    const place = `<c r="${letter[index]}${row}"`;
    if (typeof value === 'boolean') cells += `${place} t="b"><v>${value ? 1 : 0}</v></c>`;
    else if (typeof value === 'string') cells += `${place} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    else if (type === 'time') cells += `${place} s="${styles[index]}"><v>${value / 1440}</v></c>`;
    else if (type !== 'date') cells += `${place}><v>${value}</v></c>`;
    else if (value + daysBefore1970 < firstSoundDay) cells += `${place} t="inlineStr"><is><t>${String(given)}</t></is></c>`;
    else cells += `${place} s="${styles[index]}"><v>${value + daysBefore1970}</v></c>`;
  }
  return `<row r="${row}">${cells}</row>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text of a cell; `_x0041_` would be read as a letter. */
function escaped(text: string): string {
  const short = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return short.replace(/[&<>]/g, (character) => entities[character]!).replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}
