import type { OpenFile } from '@monitor/ingest';
import { expect, it } from 'vitest';
import { FileLines } from './file-lines.ts';

it('numbers the lines of several files in one row, and finds them again', () => {
  const files = [3, 1, 5].map((lines, index) => ({ path: `${index}.csv`, lines }) as OpenFile);
  const numbered = new FileLines(files);
  const found = files.flatMap((file) => Array.from({ length: file.lines }, (_, index) => ({ file, line: index + 1 })));
  expect(found.map(({ file, line }) => numbered.number(file.path, line))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => numbered.locate(number))).toEqual(found);
  expect(() => numbered.number('other.csv', 1)).toThrow(RangeError);
});
