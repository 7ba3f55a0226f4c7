import { expect, it } from 'vitest';
import { columnOfTotal } from './row-of-totals.ts';

function row(cells: readonly string[], names = ['ID', 'Town', 'Type', 'Remarks']) {
  const position = new Map(names.map((name, index) => [name, index]));
  return { file: 'a.csv', line: 2, columns: { names, position, nullWords: new Set<string>() }, cells };
}

it.each([
  'Total',
  'TOTAL:',
  'Total (60)',
  'Grand total',
  'TOTAL GENERAL',
  'Ukupno 2023.',
  'Ukupno za januar',
  'Вкупно за јануари',
  'Всього за січень 2025',
  'Загалом',
  'Subtotal January',
  'Total for Niš',
  'Somme',
  'Jumla',
  'Σ',
  'סה"כ',
  'Toplam',
  'Suma',
  'Total de los meses de enero',
])('%s says that a row has totals', (text) => {
  // prettier-ignore
  expect(columnOfTotal(row([text, '', '', '']))).toBe('ID');
  expect(columnOfTotal(row(['', text, '', '']))).toBe('Town');
});

it.each([
  ['1', 'Total', 'robbery', ''],
  ['1', 'Suma', 'robbery', ''],
  ['1', 'Niš', 'sum of all', 'Total'],
  ['TOTAL-17', 'Niš', 'robbery', ''],
  ['Sum/2025/1', 'Niš', 'robbery', ''],
  ['Razem 9', 'Niš', 'robbery', ''],
  ['Total 3', 'Niš', 'robbery', ''],
  ['', 'Total Island', 'robbery', ''],
  ['', 'Šuma', 'robbery', ''],
  ['', 'Total war in the streets', '', ''],
  ['Total for all that was ever counted here', '', '', ''],
  ['', '', '', ''],
])('the row %s, %s, %s, %s has none', (...cells) => {
  expect(columnOfTotal(row(cells))).toBeUndefined();
});

const table = ['Date', 'Region', 'Town', 'Kind', 'Dead', 'Wounded'];

it.each([
  ['31.01.2024', 'Total', '', '', '7', '3'],
  ['2024-01-31', '', 'Ukupno za januar', '', '7', ''],
  ['', 'Niš', 'Total', '', '7', '3'],
  ['2024', 'Nišava', 'Свега', '', '7', '3.0'],
  ['enero 2024', 'TOTAL', '', '', '10450', '0'],
  ['Niš', '', '', 'Toplam', '7', '3'],
  ['31.01.2024', 'Ukupno', '1', '0', '7', '3'],
])('the row %s, %s, %s, %s, %s, %s has totals, though something else is first', (...cells) => {
  expect(columnOfTotal(row(cells, table))).toMatch(/Region|Town|Kind/);
});

it.each([
  // A place of this name, with a type, beside an identifier, at a point, or before a date; a place that there is.
  ['31.01.2024', 'Nišava', 'Total', 'robbery', '1', '0'],
  ['31.01.2024', 'Nišava', 'Total', '', '1', '0'],
  ['101', '31.01.2024', 'Total', '', '1', '0'],
  ['31.01.2024', 'Total', '', '43.3247', '21.9033', '1'],
  ['2024-03-05', 'Somme', '', '', '1', '0'],
  ['Somme', '', 'Amiens', '', '1', '0'],
  ['Jumla', '2024-03-05', '', '', '1', '0'],
  ['101', 'Total', '', '2024-01-31', '1', '0'],
  ['101', 'Total', '', '20240131', '1', '0'],
  // No numbers.
  ['31.01.2024', 'Total', '', '', '', ''],
  ['31.01.2024', 'Nišava', 'Niš', 'total', '', ''],
  ['31.01.2024', 'Total Island', '', '', '1', '0'],
])('the row %s, %s, %s, %s, %s, %s is an incident', (...cells) => {
  expect(columnOfTotal(row(cells, table))).toBeUndefined();
});
