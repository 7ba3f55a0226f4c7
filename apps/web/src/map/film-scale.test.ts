import { expect, test } from 'vitest';
import { filmScale, isOfOneLevel } from './film-scale.ts';
import { countBounds } from './shading.ts';

const circles = (largestCount: number, largestRadius: number) => ({
  figures: { largestCount, largestRadius },
  shaded: undefined,
  level: undefined,
});
const areas = (by: 'count' | 'rate', ...values: number[]) => ({ figures: undefined, shaded: { by, values }, level: undefined });

test('circles of all frames are sized by the largest of any, and as small as the fullest frame needs them', () => {
  const { figures } = filmScale([circles(20, 26), circles(500, 18), circles(70, 22)]);
  expect(figures).toEqual({ largestCount: 500, largestRadius: 18 });
});

test('classes fit the values of all frames together, in whichever order', () => {
  const frames = [areas('count', 1, 2, 3), areas('count', 40, 80, 90), areas('count')];
  expect(filmScale(frames).bounds).toEqual(countBounds([1, 2, 3, 40, 80, 90]));
  expect(filmScale(frames.toReversed())).toEqual(filmScale(frames));
});

test('a frame that can have no rates says nothing of the classes of rates', () => {
  expect(filmScale([areas('rate', 2, 4, 8), areas('count', 5000)])).toEqual(filmScale([areas('rate', 2, 4, 8)]));
});

test('hexagons are as coarse as the coarsest frame, which then measures all of them again', () => {
  const frames = [5, 4, 6].map((level) => ({ ...areas('count', 1), level }));
  expect(filmScale(frames).level).toBe(4);
  expect(isOfOneLevel(frames)).toBe(false);
  expect(isOfOneLevel(frames.slice(0, 1))).toBe(true);
});
