import fc from 'fast-check';
import iconv from 'iconv-lite';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { openFiles } from './read-incidents.ts';
import { readRows } from './read-rows.ts';
import { cell } from './row.ts';
import { collect, columnsFormat, testFile } from '../testing/test-files.ts';
import { times } from '../../../testing/depth.ts';

const format = columnsFormat(['id', 'text']);

async function rowsOf(content: string | Buffer, of = format) {
  const [file] = await openFiles([testFile(content)], of);
  return collect(readRows(file!, of));
}
const shape = async (content: string | Buffer) =>
  (await rowsOf(content)).map(({ line, cells }) => [line, ...cells] as (number | string)[]);

describe('rows', () => {
  it('keep line breaks in quotation marks, and know the physical line they start on', async () => {
    const text = 'id,text\n1,"a\nb\nc"\n\n\n2,d\n3,"e"\n';
    const expected = [
      [2, '1', 'a\nb\nc'],
      [7, '2', 'd'],
      [8, '3', 'e'],
    ];
    expect(await shape(text)).toEqual(expected);
    const windows = text.replaceAll('\n', '\r\n');
    expect(await shape(windows)).toEqual(expected.map((row) => row.map((one) => (one === 'a\nb\nc' ? 'a\r\nb\r\nc' : one))));
    expect(await shape('id,text\r1,a\r2,b\r')).toEqual([
      [2, '1', 'a'],
      [3, '2', 'b'],
    ]);
  });

  it('end with one kind of line end here and another there', async () => {
    expect(await shape('id,text\r\n1,"a\nb"\n2,c\r\n3,"d\r\ne"\r\n4,f')).toEqual([
      [2, '1', 'a\nb'],
      [4, '2', 'c'],
      [5, '3', 'd\r\ne'],
      [7, '4', 'f'],
    ]);
  });

  it('may hold U+2028, quotation marks and zero bytes', async () => {
    expect(await shape('id,text\n1,a\u2028b\n2,say "so" now\n3,x\0y\n')).toEqual([
      [2, '1', 'a\u2028b'],
      [3, '2', 'say "so" now'],
      [4, '3', 'x\0y'],
    ]);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1250'])('are decoded from %s', async (encoding) => {
    const bytes = iconv.encode('id;text\r\n1;Šabac\r\n2;kafić\r\n', encoding, { addBOM: encoding.startsWith('utf-16') });
    expect(await shape(bytes)).toEqual([
      [2, '1', 'Šabac'],
      [3, '2', 'kafić'],
    ]);
  });

  it('leave out the row of HXL tags under the header, and rows without any value', async () => {
    expect(await shape('id,text\n#event+code,\n1,a\n,\n#2,#b\n')).toEqual([
      [3, '1', 'a'],
      [5, '#2', '#b'],
    ]);
  });

  it('leave out the row of HXL tags after a column of row numbers', async () => {
    expect(await shape(',id,text\n0,#event+code,\n1,1,a\n2,#2,#b\n')).toEqual([
      [3, '1', 'a'],
      [4, '#2', '#b'],
    ]);
    expect(await shape('id,text\n7,\n8,a\n')).toEqual([
      [2, '7', ''],
      [3, '8', 'a'],
    ]);
  });

  it('are refused one by one where cells are missing or too many', async () => {
    const rows = await rowsOf('id,text\n1\n2,a\n3,b,c\n4,d,,\n');
    expect(rows.map((row) => [row.line, 'reason' in row ? row.reason.message : null])).toEqual([
      [2, 'the row has 1 cell but the header has 2. The row is cut off, or a text with a line break is not in quotation marks.'],
      [3, null],
      [4, 'the row has 3 cells but the header has 2. Put texts that contain the delimiter in quotation marks.'],
      [5, null],
    ]);
  });

  it('are named as what they are where they repeat the column names, as in files that were joined together', async () => {
    const rows = await rowsOf('id,text\n1,a\nid, text\n2,b\n');
    expect(rows.map((row) => [row.line, 'reason' in row ? row.reason.message : null])).toEqual([
      [2, null],
      [3, 'this row repeats the column names. Files were joined together with their headers. Delete the row.'],
      [4, null],
    ]);
  });

  it('follow a title, with the lines on which they start', async () => {
    for (const title of ['Shootings, 2017', '"Shootings; ""2017"""', 'sep=,']) {
      expect(await shape(`${title}\n\nid,text\n1,"a\nb"\n2,c\n`)).toEqual([
        [4, '1', 'a\nb'],
        [6, '2', 'c'],
      ]);
    }
  });

  it('are not lost under a title whose quotation mark is never closed', async () => {
    await expect(rowsOf('"Shootings 2017\nid,text\n1,a\n2,"b"\n3,c\n')).rejects.toThrow(
      'test.csv: a quotation mark above line 2 is never closed. Delete the lines above the column names.',
    );
  });

  it('are refused where the file ends inside quotation marks, with the line that opens them', async () => {
    const rows = await rowsOf('id,text\n1,"a\nb"\n2,"cut of');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({
      line: 4,
      reason: { kind: 'quotation_open', message: expect.stringContaining('never closed') as string },
    });
  });

  it('stop at a record that swallows the file', async () => {
    await expect(rowsOf(`id,text\n1,a\n2,"${'b\n'.repeat(600_000)}`)).rejects.toThrow(
      /test\.csv, line 3: the row that starts here is longer than 1 MB\. A quotation mark is probably never closed\./,
    );
  });

  it('have no cells of columns that the format does not read, and only the harmless part of others', async () => {
    const careful = columnsFormat(['id'], { optional: ['text'], reduced: { text: (text) => text.slice(0, 1) } });
    const [row] = await rowsOf('id,participant_name,text\n1,Zzyzx Qwertyname,abc\n', careful);
    expect(row?.columns.names).toEqual(['id', 'text']);
    expect(row?.cells).toEqual(['1', 'a']);
  });

  it('take null words and blanks for nothing', async () => {
    const rows = await rowsOf('id,text\n1,NA\n2, \n3, x \n');
    expect(rows.map((row) => cell(row, 'text'))).toEqual([null, null, 'x']);
    expect(cell(rows[0]!, 'no such column')).toBeNull();
  });

  it('end early when aborted, with most of the file unread', async () => {
    // A portion read from the disk has 256 KiB.
    const content = `id,text\n${`1,${'a'.repeat(20_000)}\n`.repeat(60)}`;
    const [file] = await openFiles([testFile(content)], format);
    const aborting = new AbortController();
    let bytes = 0;
    const options = { signal: aborting.signal, onBytes: (more: number) => void (bytes += more) };
    const read = async () => {
      for await (const row of readRows(file!, format, options)) if (row.line === 10) aborting.abort();
    };
    await expect(read()).rejects.toThrow(/abort/i);
    expect(bytes).toBeLessThan(content.length / 2);
  });

  it('count the bytes of the file', async () => {
    const content = `id,text\n${'1,čć\n'.repeat(20_000)}`;
    const [file] = await openFiles([testFile(content)], format);
    let bytes = 0;
    await collect(readRows(file!, format, { onBytes: (more) => (bytes += more) }));
    expect(bytes).toBe(Buffer.byteLength(content));
  });

  it('are those that were written, whatever they hold', async () => {
    const text = fc.stringMatching(/^[a-zčж",;\n\r\t '\u2028]*$/).map((one) => `x${one}`);
    const written = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(written, fc.constantFrom('\n', '\r\n'), async (cells, lineEnd) => {
        const content = stringify([['id', 'text'], ...cells], { record_delimiter: lineEnd, quoted_match: /[\r\n]/ });
        const rows = await rowsOf(content);
        expect(rows.map((row) => row.cells)).toEqual(cells);
        const lines = content.split(/\r\n|\n|\r/);
        for (const row of rows) expect(lines[row.line - 1]?.replace(/^"/, '')).toMatch(/^x/);
      }),
      { numRuns: times(20, 100) },
    );
  });
});
