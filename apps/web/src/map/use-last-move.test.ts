import { expect, test } from 'vitest';
import { moveBetween } from './use-last-move.ts';

const view = { lng: 20, lat: 44, zoom: 6 };

test.each([
  [{ ...view, zoom: 7 }, { kind: 'in' }],
  [{ ...view, zoom: 5 }, { kind: 'out' }],
  [
    { ...view, lng: 23 },
    { kind: 'moved', direction: 'east' },
  ],
  [
    { ...view, lng: 17 },
    { kind: 'moved', direction: 'west' },
  ],
  [
    { ...view, lat: 46 },
    { kind: 'moved', direction: 'north' },
  ],
  [
    { ...view, lat: 42 },
    { kind: 'moved', direction: 'south' },
  ],
  // Three degrees of longitude are shorter here than two and a half of latitude.
  [
    { lng: 23, lat: 46.5, zoom: 6 },
    { kind: 'moved', direction: 'north' },
  ],
  [view, undefined],
  [{ ...view, lng: 20.0001 }, undefined],
] as const)('a move to %j is said as %j', (after, move) => {
  expect(moveBetween(view, after)).toEqual(move);
});
