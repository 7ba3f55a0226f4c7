import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test('the full name is preferred, the plain one is understood', () => {
  expect(fileName(`attachment; filename="q-Ni.csv"; filename*=UTF-8''q-%D0%9D%D0%B8%D1%88.csv`)).toBe('q-Ниш.csv');
  expect(fileName('attachment; filename="all.csv"')).toBe('all.csv');
  expect(fileName(`attachment; filename="all.csv"; filename*=UTF-8''%E0%A4%A`)).toBe('all.csv');
  expect(fileName('inline')).toBeUndefined();
  expect(fileName(null)).toBeUndefined();
});
