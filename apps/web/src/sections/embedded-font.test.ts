import { expect, test } from 'vitest';
import { unicodeRanges } from './embedded-font.ts';

test('ranges of letters are read as style sheets write them', () => {
  expect(unicodeRanges('U+0000-00FF, U+131, U+4??')).toEqual([
    [0, 0xff],
    [0x131, 0x131],
    [0x400, 0x4ff],
  ]);
});
