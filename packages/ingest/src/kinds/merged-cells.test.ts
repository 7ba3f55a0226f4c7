import { expect, it } from 'vitest';
import { genericFormat } from '../generic/generic-format.ts';
import { readMapping } from '../generic/read-mapping.ts';
import { openFiles } from '../read-incidents.ts';
import { workbookOf } from '../../testing/archives.ts';
import { readAll, testFile } from '../../testing/test-files.ts';

const mapping = (rest = '') =>
  genericFormat(
    readMapping(
      `dataset: { slug: my-city, title: My city, licence: CC0-1.0, attribution: Nobody }
incident: { occurred_on: Day, place: Town, killed: Dead, country: { value: RS }, type: { value: other } }
people:
  - { role: { value: victim }, sex: { column: Sex, values: { F: woman, M: man } } }
${rest}`,
      'city.yaml',
    ),
  );

const cells = (row: number, ...texts: string[]) =>
  `<row r="${row}">${texts.map((text, at) => (text === '' ? `<c r="${'ABCDEF'[at]}${row}"/>` : `<c r="${'ABCDEF'[at]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`)).join('')}</row>`;
/** Two rows of people under 7, one under 8, an empty one, and a note. */
const rows =
  cells(1, 'Cases of 2024') +
  cells(2, 'No', 'Day', 'Town', 'Dead', 'Sex') +
  cells(3, '7', '2024-03-05', 'Niš', '2', 'F') +
  cells(4, '', '', '', '', 'M') +
  cells(5, '8', '2024-03-06', '', '0', 'M') +
  cells(6, '', '', '', '', '');
const ranges = ['A1:E1', 'A3:A4', 'B3:B4', 'C3:C5', 'D3:D4', 'A5:B6', 'Z3:Z9'];
const workbook = async (merged: readonly string[], sheetRows = rows) => {
  const cell = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return workbookOf(sheetRows, {
    more: {
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetRows}</sheetData><mergeCells count="1">${cell}</mergeCells></worksheet>`,
    },
  });
};
const file = async (merged = ranges) => testFile(await workbook(merged), 'test.xlsx');

it('cells merged over the rows of their victims are those of each of them', async () => {
  const { drafts, rejected } = await readAll(await file(), mapping('group_by: No'));
  expect(rejected).toEqual([]);
  expect(drafts.map(({ draft }) => draft)).toMatchObject([
    { source_key: '7', occurred_on: '2024-03-05', killed: 2, people: [{ sex: 'woman' }, { sex: 'man' }] },
    { source_key: '8', occurred_on: '2024-03-06', killed: 0, people: [{ sex: 'man' }] },
  ]);
  expect(new Set(drafts.map(({ draft }) => draft.place)).size).toBe(1);
});

it('a merged number of people is counted once where each row is an incident', async () => {
  const { drafts, rejected } = await readAll(await file(), mapping());
  expect(rejected).toEqual([]);
  expect(drafts.map(({ draft }) => [draft.occurred_on, draft.killed])).toEqual([
    ['2024-03-05', 2],
    ['2024-03-05', null],
    ['2024-03-06', 0],
  ]);
});

it('the report says how many there are', async () => {
  const about = async (rest = '') => (await openFiles([await file()], mapping(rest)))[0]?.about;
  expect(await about('group_by: No')).toBe(
    'Excel workbook, sheet "Data", column names in row 2, 5 merged cells read in each of their rows',
  );
  expect(await about()).toMatch(/, 2 merged cells read/);
  expect((await openFiles([await file([])], mapping()))[0]?.about).toBe('Excel workbook, sheet "Data", column names in row 2');
});

it('too many are refused', async () => {
  const many = Array.from({ length: 100_001 }, (_, at) => `A${at + 3}:A${at + 4}`);
  await expect(openFiles([await file(many)], mapping())).rejects.toThrow(
    'test.xlsx: the sheet has more than 100,000 cells merged over several rows. Unmerge them, and fill the empty cells below with their values.',
  );
});
