import { expect, test } from 'vitest';
import { usualScale } from './figure-size.ts';
import { dropLeaving, giveUp, noSheets, patience, type Sheets, showSheet, sizeSheet, wantTiles } from './sheets.ts';

const large = { largestCount: 5000, largestRadius: 28 };

/** Addresses from the bottom to the top: leaving, shown, coming. */
function addresses({ leaving, shown, coming }: Sheets): (string | undefined)[] {
  return [leaving?.tiles, shown?.tiles, coming?.tiles];
}

const first = showSheet(wantTiles(noSheets, 'a'), 1, true);

test('the first sheet is shown once it has come', () => {
  expect(addresses(wantTiles(noSheets, 'a'))).toEqual([undefined, undefined, 'a']);
  expect(addresses(first)).toEqual([undefined, 'a', undefined]);
});

test('a new filter comes over the old one, which leaves when it is there', () => {
  const coming = wantTiles(first, 'b');
  expect(addresses(coming)).toEqual([undefined, 'a', 'b']);
  const shown = showSheet(coming, 2, true);
  expect(addresses(shown)).toEqual(['a', 'b', undefined]);
  expect(addresses(dropLeaving(shown))).toEqual([undefined, 'b', undefined]);
});

test('with reduced motion the old one is gone at once', () => {
  expect(addresses(showSheet(wantTiles(first, 'b'), 2, false))).toEqual([undefined, 'b', undefined]);
});

test('while one is coming newer ones wait, and only the newest comes after it', () => {
  const coming = wantTiles(first, 'b');
  expect(wantTiles(coming, 'c')).toBe(coming);
  expect(wantTiles(coming, 'd')).toBe(coming);
  expect(addresses(wantTiles(showSheet(coming, 2, true), 'd'))).toEqual(['a', 'b', 'd']);
});

test('back at what is shown, the coming one is dropped', () => {
  expect(addresses(wantTiles(wantTiles(first, 'b'), 'a'))).toEqual([undefined, 'a', undefined]);
  expect(wantTiles(first, 'a')).toBe(first);
});

test('one given up is never shown, and the next is waited for twice as long', () => {
  const coming = wantTiles(first, 'b');
  const next = wantTiles(giveUp(coming, 2), 'c');
  expect(addresses(next)).toEqual([undefined, 'a', 'c']);
  expect(showSheet(next, 2, true)).toBe(next);
  expect(giveUp(next, 2)).toBe(next);
  expect(patience(next)).toBe(2 * patience(coming));
  expect(patience(showSheet(next, 3, true))).toBe(patience(coming));
});

test('a sheet keeps its own sizes, and the next one begins with them', () => {
  expect(first.shown?.scale).toEqual(usualScale);
  const sized = sizeSheet(first, 1, large);
  expect(sized.shown?.scale).toEqual(large);
  expect(sizeSheet(sized, 1, { ...large })).toBe(sized);
  const coming = sizeSheet(wantTiles(sized, 'b'), 2, usualScale);
  expect([coming.shown?.scale, coming.coming?.scale]).toEqual([large, usualScale]);
  expect(wantTiles(sized, 'b').coming?.scale).toEqual(large);
});
