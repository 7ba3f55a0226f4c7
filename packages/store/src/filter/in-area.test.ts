import { expect, test } from 'vitest';
import { isSimple } from './in-area.ts';

test.each([
  [
    'a triangle',
    [
      [0, 0],
      [4, 0],
      [0, 4],
    ],
    true,
  ],
  [
    'a square',
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ],
    true,
  ],
  [
    'a hollow',
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 1],
      [0, 4],
    ],
    true,
  ],
  [
    'a bow tie',
    [
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
    ],
    false,
  ],
  [
    'a corner on a side',
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 4],
    ],
    false,
  ],
  [
    'a corner twice',
    [
      [0, 0],
      [4, 0],
      [2, 2],
      [4, 4],
      [0, 4],
      [2, 2],
    ],
    false,
  ],
  [
    'a pentagram',
    [
      [0, 3],
      [6, 3],
      [1, 7],
      [3, 0],
      [5, 7],
    ],
    false,
  ],
] as const)('%s', (_name, ring, simple) => {
  expect(isSimple(ring)).toBe(simple);
});
