import { expect, it } from 'vitest';
import { howToSave } from './how-to-save.ts';

it('holds no large file in the memory of the page', () => {
  expect(howToSave(36_000, true)).toBe('memory');
  expect(howToSave(23_000_000, false)).toBe('memory');
  expect(howToSave(570_000_000, true)).toBe('disk');
  expect(howToSave(570_000_000, false)).toBe('link');
});
