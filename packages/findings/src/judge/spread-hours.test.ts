import { emptyParts, emptyWeek } from '@monitor/domain';
import { expect, test } from 'vitest';
import { spreadHours } from './spread-hours.ts';

test('incidents of a known part of the day are spread over it, and every sum stays', () => {
  const incidents = emptyWeek();
  incidents[5]![23] = 4;
  const parts = emptyParts();
  parts[5]![3] = 8;
  parts[0]![0] = 3;
  const found = spreadHours({ known: 4, unknown: 21, midnight: 0, incidents, parts });
  expect(found).toMatchObject({ spread: 11, unknown: 10, shown: 15 });
  expect(found.incidents[5]!.slice(18)).toEqual([4 / 3, 4 / 3, 4 / 3, 4 / 3, 4 / 3, 4 + 4 / 3]);
  expect(found.whole[0]!.slice(0, 7)).toEqual([0, 1, 0, 1, 0, 1, 0]);
  expect(found.whole[5]!.slice(18).reduce((sum, count) => sum + count, 0)).toBe(12);
  expect(found.whole.flat().reduce((sum, count) => sum + count, 0)).toBe(15);
});
