import { expect, test } from 'vitest';
import { foldText } from './filter.ts';

test('search text is folded in Latin and Cyrillic alike', () => {
  expect(foldText('  Đakovica   ŠABAC ')).toBe('dakovica sabac');
  expect(foldText('Chișinău')).toBe('chisinau');
  expect(foldText('НИШ')).toBe('ниш');
  expect(foldText('Shkodër')).toBe('shkoder');
});
