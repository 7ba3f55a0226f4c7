import { describe, expect, it } from 'vitest';
import { isSecondHeader, joinedNames, readHeader } from './read-header.ts';
import { surveyFile } from '../survey-file.ts';
import { findSource } from '../unpack.ts';
import { columnsFormat, testFile } from '../../testing/test-files.ts';

const format = columnsFormat(['id', 'date', 'n_killed']);
const header = async (text: string) => readHeader(await surveyFile(await findSource(testFile(text))), format);

describe('the header', () => {
  it.each([
    [',', 'id,date,n_killed\n1,2,3'],
    [';', 'id;date;n_killed;"a, b, c, d"\n1;2;3;4'],
    ['\t', 'id\tdate\tn_killed\n1\t2\t3'],
    ['|', 'id|date|n_killed\n1|2|3'],
  ])('is read with the delimiter "%s"', async (delimiter, text) => {
    expect(await header(text)).toMatchObject({ delimiter });
    expect((await header(text)).names.slice(0, 3)).toEqual(['id', 'date', 'n_killed']);
  });

  it('may have a byte-order mark, quotation marks and blanks', async () => {
    expect((await header('\ufeff"id", date ,"n_killed"\n1,2,3')).names).toEqual(['id', 'date', 'n_killed']);
  });

  it('names every missing column, the one it may have become, and what there is', async () => {
    await expect(header('id,Date,killed_n,n_killed_total\n1,2,3,4')).rejects.toThrow(
      'test.csv: the columns "date" (the one in column 2 of this file?), "n_killed" (the one in column 3 of this file?) are missing. ' +
        'The test format needs id, date, n_killed. The file has id and 3 other columns.',
    );
  });

  it('knows a column in another case, however long its name', async () => {
    await expect(header('ID,DATE,N_KILLED\n1,2,3')).rejects.toThrow(
      '"id" (the one in column 1 of this file?), "date" (the one in column 2 of this file?), "n_killed" (the one in column 3 of this file?) are missing',
    );
  });

  it('proposes no column of another name', async () => {
    await expect(header('a,b,id\n1,2,3')).rejects.toThrow('the columns "date", "n_killed" are missing');
  });

  it.each([
    ['a title', 'Shootings 2017,,\n,,\nid,date,n_killed\n1,2,3', 3],
    ['a title without a comma', 'Shootings 2017\r\nid,date,n_killed\r\n1,2,3', 2],
    ['what spreadsheets note of the delimiter', 'sep=;\nid;date;n_killed\n1;2;3', 2],
  ])('is found under %s', async (_, text, line) => {
    expect(await header(text)).toMatchObject({ line, names: expect.arrayContaining(['id', 'date', 'n_killed']) as unknown });
  });

  it('under a title is the line that has most of the needed columns, so that only the others are named', async () => {
    await expect(header('Shootings 2017\nOf the city of id\nid;date;killed\n1;2;3')).rejects.toThrow(
      'test.csv: the column "n_killed" (the one in column 3 of this file?) is missing. The test format needs id, date, n_killed. ' +
        'The file has id, date and 1 other column.',
    );
  });

  it('refuses a needed column that is there twice', async () => {
    await expect(header('id,date,n_killed,date\n1,2,3,4')).rejects.toThrow('test.csv: two columns are called "date".');
  });

  it('needs a row under it', async () => {
    await expect(header('id,date,n_killed\r\n')).rejects.toThrow('test.csv: there are column names but no rows.');
    await expect(header('id,date,n_killed')).rejects.toThrow('there are column names but no rows.');
  });

  it('says which delimiter of a format is missing', async () => {
    const tabs = columnsFormat(['id', 'date'], { delimiter: '\t' });
    await expect(async () => readHeader(await surveyFile(await findSource(testFile('id,date\n1,2'))), tabs)).rejects.toThrow(
      'Its first line has no tab between columns.',
    );
  });

  it('is refused if it is longer than what is looked into', async () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `c${index}`).join(',');
    await expect(header(`id,date,n_killed,${names}\n1,2,3\n`)).rejects.toThrow(
      'test.csv: the column names are longer than 64 KB. Delete columns that you do not need.',
    );
  });

  it('refuses prose', async () => {
    await expect(header('Dear colleagues\nplease find attached')).rejects.toThrow(
      'test.csv: this does not look like CSV. Its first line has no comma, semicolon, tab or vertical bar between columns.',
    );
  });
});

it.each([
  ['two lines', ['No;Date;Killed;;Injured;', ';;Men;Women;Men;Women'], 'No;Date;Killed Men;Killed Women;Injured Men;Injured Women'],
  ['a line that is longer', ['No;Victims', ';Men;Women;'], 'No;Victims Men;Victims Women;'],
  ['a name above a blank', ['No;Killed;;Remarks', ';Men;;'], 'No;Killed Men;;Remarks'],
  ['three lines', ['No;Victims;;;', ';Killed;;Injured;', ';Men;Women;Men;Women'], 'No;Victims Killed Men;Victims Killed Women;Victims Injured Men;Victims Injured Women'],
  ['a group that ends with the one above', ['A;;B', 'x;;', 'm;w;m'], 'A x m;A x w;B m'],
  ['one line', [' No ;;Date  of\nday'], 'No;;Date of day'],
])('names in %s are joined', (_, lines, expected) => {
  expect(joinedNames(lines.map((line) => line.split(';'))).join(';')).toBe(expected);
}); // prettier-ignore

it.each([
  [['id', 'date', 'killed', ''], ['', '', 'men', 'women'], true],
  [['id', 'date', 'killed', ''], ['1', '2024-03-05', '0', 'a note'], false],
  [['id', 'date', 'killed'], ['a', 'b', 'c'], false],
  [['Shootings', '2023', '', '', ''], ['id', 'date', 'place', 'killed', 'injured'], false],
])('a header %j goes on in %j: %j', (names, row, expected) => {
  expect(isSecondHeader(names, row)).toBe(expected);
});
