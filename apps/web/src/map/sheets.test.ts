import { expect, test } from 'vitest';
import { usualScale } from './figure-size.ts';
import {
  abandonSheet,
  arrangeSheet,
  loadingTimeout,
  noSheets,
  removeLeaving,
  requestSheet,
  type Sheets,
  showSheet,
} from './sheets.ts';

const large = { scale: { largestCount: 5000, largestRadius: 28 }, changed: [] };

/** Addresses from the bottom to the top: leaving, shown, loading. */
function addresses({ leaving, shown, loading }: Sheets): (string | undefined)[] {
  return [leaving?.tiles, shown?.tiles, loading?.tiles];
}

const first = showSheet(requestSheet(noSheets, 'a'), 1, true);

test('the first sheet is shown once it has loaded', () => {
  expect(addresses(requestSheet(noSheets, 'a'))).toEqual([undefined, undefined, 'a']);
  expect(addresses(first)).toEqual([undefined, 'a', undefined]);
});

test('a new filter loads over the old one, which leaves when it is shown', () => {
  const loading = requestSheet(first, 'b');
  expect(addresses(loading)).toEqual([undefined, 'a', 'b']);
  const shown = showSheet(loading, 2, true);
  expect(addresses(shown)).toEqual(['a', 'b', undefined]);
  expect(addresses(removeLeaving(shown))).toEqual([undefined, 'b', undefined]);
});

test('with reduced motion the old one is removed at once', () => {
  expect(addresses(showSheet(requestSheet(first, 'b'), 2, false))).toEqual([undefined, 'b', undefined]);
});

test('while one is loading newer ones wait, and only the newest follows', () => {
  const loading = requestSheet(first, 'b');
  expect(requestSheet(loading, 'c')).toBe(loading);
  expect(requestSheet(loading, 'd')).toBe(loading);
  expect(addresses(requestSheet(showSheet(loading, 2, true), 'd'))).toEqual(['a', 'b', 'd']);
});

test('back at the filter that is shown, the loading sheet is dropped', () => {
  expect(addresses(requestSheet(requestSheet(first, 'b'), 'a'))).toEqual([undefined, 'a', undefined]);
  expect(requestSheet(first, 'a')).toBe(first);
});

test('an abandoned sheet is never shown, and the next has twice the time', () => {
  const loading = requestSheet(first, 'b');
  const next = requestSheet(abandonSheet(loading, 2), 'c');
  expect(addresses(next)).toEqual([undefined, 'a', 'c']);
  expect(showSheet(next, 2, true)).toBe(next);
  expect(abandonSheet(next, 2)).toBe(next);
  expect(loadingTimeout(next)).toBe(2 * loadingTimeout(loading));
  expect(loadingTimeout(showSheet(next, 3, true))).toBe(loadingTimeout(loading));
});

test('a sheet keeps its own sizes, and the next one begins with them', () => {
  expect(first.shown?.scale).toEqual(usualScale);
  const sized = arrangeSheet(first, 1, large);
  expect(sized.shown?.scale).toEqual(large.scale);
  expect(arrangeSheet(sized, 1, { ...large, scale: { ...large.scale } })).toBe(sized);
  const loading = arrangeSheet(requestSheet(sized, 'b'), 2, { scale: usualScale, changed: [] });
  expect([loading.shown?.scale, loading.loading?.scale]).toEqual([large.scale, usualScale]);
  expect(requestSheet(sized, 'b').loading?.scale).toEqual(large.scale);
});

test.each([1, 5, 25, 50])(
  'on a line that takes %i times as long as a change, something is shown while filters go on changing, and never nothing',
  (line) => {
    const step = 120;
    let sheets = first;
    let [began, superseded, shown] = [0, Infinity, 0];
    for (let now = 0; now < 120_000; now += step) {
      const wanted = `filter ${now / step}`;
      if (sheets.loading && now - superseded >= loadingTimeout(sheets)) sheets = abandonSheet(sheets, sheets.loading.key);
      if (sheets.loading && now - began >= line * step) {
        sheets = removeLeaving(showSheet(sheets, sheets.loading.key, true));
        shown += 1;
      }
      const { loading } = sheets;
      sheets = requestSheet(sheets, wanted);
      if (sheets.loading !== loading) [began, superseded] = [now, now + step];
      expect(sheets.shown).toBeDefined();
    }
    expect(shown).toBeGreaterThan(5);
  },
);
