import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { openFiles } from '../read-incidents.ts';
import { readRows } from '../read-rows.ts';
import type { SourceFormat } from '../source-format.ts';
import { workbookOf, zipOf } from '../../testing/archives.ts';
import { collect, columnsFormat, testFile } from '../../testing/test-files.ts';

const format = columnsFormat(['id', 'text']);

async function opened(workbook: Uint8Array, of: SourceFormat = format) {
  const [file] = await openFiles([testFile(Buffer.from(workbook), 'test.xlsx')], of);
  return { about: file!.about, rows: await collect(readRows(file!, of)) };
}
const cellsOf = async (workbook: Uint8Array, of: SourceFormat = format) =>
  (await opened(workbook, of)).rows.map(({ line, cells }) => [line, ...cells]);

/** Cells of a sheet by their places, such as `<c r="A1"><v>1</v></c>`. */
const rowOf = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const header = rowOf(1, text('A1', 'id'), text('B1', 'text'));

describe('a sheet of a workbook', () => {
  it('has the rows that a program wrote, with numbers as they are and dates as ISO text', async () => {
    const sheet = {
      name: 'Incidents',
      rows: [
        ['id', 'text', 'participant_name'],
        [202115056366, 'Niš', 'Zzyzx Qwertyname'],
        [1.5, new Date('2023-05-01T00:00:00Z')],
        [],
        [1, true],
        ['a\nb', null],
      ],
    };
    expect(await cellsOf(await writeXlsx({ sheets: [sheet] }))).toEqual([
      [2, '202115056366', 'Niš'],
      [3, '1.5', expect.stringMatching(/^2023-05-01/)],
      [5, '1', 'true'],
      [6, 'a\nb', ''],
    ]);
  });

  it('is the first that is not hidden, or the one that the mapping names', async () => {
    const sheets = [
      {
        name: 'Codes',
        hidden: true,
        rows: [
          ['id', 'text'],
          [0, 'hidden'],
        ],
      },
      {
        name: 'Incidents 2023',
        rows: [
          ['id', 'text'],
          [1, 'a'],
        ],
      },
      {
        name: 'Incidents 2024',
        rows: [
          ['id', 'text'],
          [2, 'b'],
        ],
      },
      { name: 'Notes', rows: [['Zzyzx']] },
    ];
    const workbook = await writeXlsx({ sheets });
    expect(await opened(workbook)).toMatchObject({
      about: 'Excel workbook, sheet "Incidents 2023" (3 more not read)',
      rows: [{ cells: ['1', 'a'] }],
    });
    expect(await cellsOf(workbook, { ...format, sheet: 'incidents 2024' })).toEqual([[2, '2', 'b']]);
    await expect(cellsOf(workbook, { ...format, sheet: 'Incidents' })).rejects.toThrow(
      'test.xlsx: there is no sheet called "Incidents". The workbook has "Codes", "Incidents 2023", "Incidents 2024", "Notes". ' +
        'Name one under "file" in the mapping, for example "sheet: Codes".',
    );
    await expect(cellsOf(workbook, { ...format, sheet: 'Notes' })).rejects.toThrow(
      /the columns "id", "text" are missing.*This is the sheet "Notes"\. The workbook has "Codes"/,
    );
  });

  it('may have titles above the column names, rows of HXL tags and repeated names', async () => {
    const sheet = {
      name: 'Data',
      rows: [
        ['Shootings 2023'],
        [],
        ['', 'id', 'text'],
        [null, '#id', '#text'],
        [null, 1, 'a'],
        [null, 'id', 'text'],
        [null, 2, 'b'],
      ],
    };
    const { about, rows } = await opened(await writeXlsx({ sheets: [sheet] }));
    expect(about).toBe('Excel workbook, sheet "Data", column names in row 3');
    expect(rows.map((row) => [row.line, ...row.cells, 'reason' in row ? row.reason.kind : null])).toEqual([
      [5, '1', 'a', null],
      [6, 'id', 'text', 'header_repeated'],
      [7, '2', 'b', null],
    ]);
  });

  it('under a title lacks only what no row of names has', async () => {
    const titled =
      rowOf(1, text('A1', 'Shootings 2023')) + rowOf(2, text('A2', 'id'), text('B2', 'texts')) + rowOf(3, text('A3', '1'));
    await expect(cellsOf(await workbookOf(titled))).rejects.toThrow(
      'test.xlsx: the column "text" (the one in column 2 of this file?) is missing. The test format needs id, text. The file has id and 1 other column.',
    );
  });

  it('may have empty cells in its first row', async () => {
    expect(await cellsOf(await workbookOf(header + rowOf(2, text('B2', 'a'))))).toEqual([[2, '', 'a']]);
  });

  it('has days and times as far as the format of a cell shows them', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[$-409]mmm\\-yy;@"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>';
    const cell = (row: number, style: number, value: string) =>
      rowOf(row, text(`A${row}`, 'x'), `<c r="B${row}" s="${style}"><v>${value}</v></c>`);
    const cells = [
      cell(2, 0, '45047'),
      cell(3, 1, '45047.75'),
      cell(4, 2, '45047'),
      cell(5, 2, '45047.604166666664'),
      cell(6, 3, '0.99999'),
      cell(7, 4, '3'),
      cell(8, 5, '45047'),
      cell(9, 1, '59'),
      cell(10, 1, '1E+300'),
      rowOf(11, text('A11', 'x'), '<c r="B11" t="d"><v>2023-05-01T14:30:00</v></c>'),
    ];
    const dates = async (more = {}) =>
      (await cellsOf(await workbookOf(header + cells.join(''), { styles, ...more }))).map(([, , date]) => date);
    expect(await dates()).toEqual([
      '45047',
      '2023-05-01',
      '2023-05-01 00:00:00',
      '2023-05-01 14:30:00',
      '23:59:59',
      '3',
      '2023-05-01',
      '1900-02-28',
      '1e+300',
      '2023-05-01 14:30:00',
    ]);
    expect((await dates({ date1904: true }))[1]).toBe('2027-05-02');
  });

  it('has texts that cells share, in several pieces and with escapes, and none for errors', async () => {
    const shared =
      '<si><r><t>Ni</t></r><r><t xml:space="preserve">š </t></r><rPh><t>reading</t></rPh></si><si><t>a_x000D_b &amp; c</t></si>';
    const rows =
      header +
      rowOf(2, '<c r="A2" t="s"><v>0</v></c>', '<c r="B2" t="s"><v>1</v></c>') +
      rowOf(3, '<c r="A3" t="str"><f>B1</f><v>f</v></c>', '<c r="B3" t="e"><v>#N/A</v></c>') +
      // Numbers of rows and places of cells may be left out.
      '<row><c><v>7</v></c><c t="b"><v>0</v></c></row>';
    const workbook = await workbookOf(rows, { more: { 'xl/sharedStrings.xml': `<sst>${shared}</sst>` } });
    expect(await cellsOf(workbook)).toEqual([
      [2, 'Niš ', 'a\rb & c'],
      [3, 'f', ''],
      [4, '7', 'false'],
    ]);
  });

  it.each([
    ['no row under its names', header, 'there are column names but no rows'],
    ['no row', '', 'the sheet "Data" is empty'],
    ['a cell further right than Excel has', header + rowOf(2, text('ZZZ2', 'Zzyzx')), 'this workbook is damaged'],
    ['a row further down than Excel has', header + rowOf(9_999_999, text('A9999999', 'Zzyzx')), 'this workbook is damaged'],
    ['two rows of one number', header + rowOf(2, text('A2', 'Zzyzx')) + rowOf(2, text('A2', 'Zzyzx')), 'this workbook is damaged'],
    ['XML that does not end', `${header}<row r="2">`, 'this workbook is damaged'],
    ['an entity', `${header}<row r="2"><c r="A2"><v>&zzyzx;</v></c></row>`, 'this workbook is damaged'],
    [
      'a row without an end',
      `${header}<row r="2"><c r="A2" t="inlineStr"><is><t>${'Zzyzx'.repeat(3_000_000)}`,
      'row 3 of the sheet is longer than 10 MB',
    ],
  ])('is refused with %s, and nothing of it is repeated', async (_, rows, message) => {
    const refused = cellsOf(await workbookOf(rows));
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.not.toThrow(/zzyzx/i);
  });

  it('is not looked for in documents of other programs', async () => {
    const document = await zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' });
    await expect(cellsOf(document)).rejects.toThrow(
      'test.xlsx: this is a document, not a table. Save it as .xlsx or as "CSV UTF-8".',
    );
  });

  it('may be in a folder of its own inside another archive', async () => {
    const workbook = await workbookOf(header + rowOf(2, text('A2', '1'), text('B2', 'a')));
    expect(await cellsOf(await zipOf({ 'data/incidents.xlsx': workbook }))).toEqual([[2, '1', 'a']]);
  });
});
