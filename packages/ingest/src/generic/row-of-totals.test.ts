import { expect, it } from 'vitest';
import { columnOfTotal } from './row-of-totals.ts';

function row(...cells: readonly string[]) {
  const names = ['ID', 'Town', 'Type', 'Remarks'];
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
  expect(columnOfTotal(row(text, '', '', ''))).toBe('ID');
  expect(columnOfTotal(row('', text, '', ''))).toBe('Town');
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
  expect(columnOfTotal(row(...cells))).toBeUndefined();
});
