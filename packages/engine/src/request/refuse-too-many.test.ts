import { expect, test } from 'vitest';
import { exportFormat } from '@monitor/contract';
import { refuseTooMany } from './refuse-too-many.ts';

test('more incidents than a worksheet has rows are refused, with what to do instead', () => {
  const most = exportFormat('xlsx').mostIncidents!;
  expect(() => refuseTooMany(most, 'xlsx')).not.toThrow();
  expect(() => refuseTooMany(most + 1, 'xlsx')).toThrow(
    'XLSX can hold 1,048,575 incidents, and 1,048,576 match. Choose another format, such as CSV or GeoParquet, or a narrower filter, such as a shorter period.',
  );
  expect(() => refuseTooMany(most + 1, 'csv')).not.toThrow();
});
