import { expect, test } from 'vitest';
import { copyLine } from './copy.ts';

test('values are written as COPY reads them', () => {
  expect(copyLine([null, 1, -2.5, true, 'Šabac'])).toBe('\\N\t1\t-2.5\ttrue\tŠabac\n');
  expect(copyLine(['a\tb\nc\rd\\N', ''])).toBe('a\\tb\\nc\\rd\\\\N\t\n');
  expect(copyLine([Buffer.from([0, 255])])).toBe('\\\\x00ff\n');
});

test('a character that no database keeps is refused', () => {
  expect(() => copyLine(['a\0b'])).toThrow('U+0000');
});
