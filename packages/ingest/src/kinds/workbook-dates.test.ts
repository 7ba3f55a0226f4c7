import { expect, it } from 'vitest';
import { cellDate, dateFormatOf } from './workbook-dates.ts';

it.each([
  ['dd.mm.yyyy', '2025-01-01'],
  ['ДД.ММ.ГГГГ', '2025-01-01'],
  ['ДД.ММ.ГГГГ ч:мм', '2025-01-01 12:00:00'],
  ['ч:мм', '12:00:00'],
  ['ηη/μμ/εεεε', '2025-01-01'],
  ['TT.MM.JJJJ', '2025-01-01'],
  ['General', undefined],
  ['Основной', undefined],
  ['0.00', undefined],
  ['0 "дней"', undefined],
])('a cell of the format %s has %s', (code, text) => {
  const format = dateFormatOf('170', code);
  expect(format && cellDate(45_658.5, format, false)).toBe(text);
});
