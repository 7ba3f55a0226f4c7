import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrangeCircles, type CirclesInView } from './arrange-circles.ts';
import type { CellFigure } from './figure.ts';
import { largestRadius, radiusOf } from './figure-size.ts';
import { mercatorOf } from './name-places.ts';
import { allReported } from '../../../../packages/domain/testing/all-reported.ts';

const zoom = 4;
/** Degrees of longitude that are as wide as a CSS pixel at that zoom. */
const pixel = 360 / (512 * 2 ** zoom);

function circle(country: string, lon: number, count: number, lat = 44): CellFigure {
  const bounds = [lon - pixel, lat - pixel, lon + pixel, lat + pixel] as const;
  return {
    layer: 'cells',
    key: `${country} ${bounds.join()}`,
    country,
    lon,
    lat,
    count,
    amount: count,
    killed: 1,
    injured: 2,
    ...allReported,
    shares: [{ type: 'suicide', count }],
    bounds,
  };
}

const viewOf = (circles: readonly CellFigure[], dots: CirclesInView['dots'] = []): CirclesInView => ({
  circles,
  dots,
  zoom,
  byPosition: false,
  mapWidth: 900,
});

test('circles that are apart are drawn as they are', () => {
  const { changed, scale } = arrangeCircles(viewOf([circle('RS', 20, 40), circle('RS', 20 + 80 * pixel, 9)]));
  expect(changed).toEqual([]);
  expect(scale.largestRadius).toBe(largestRadius);
});

test('two of one location that would overlap are drawn as one, where the larger is', () => {
  const [large, small] = [circle('RS', 20, 40), circle('RS', 20 + 20 * pixel, 9)];
  const { changed } = arrangeCircles(viewOf([small, large]));
  expect(changed).toMatchObject([
    { drawn: large, hidden: [small], shown: { lon: 20, count: 49, amount: 49, killed: 2, injured: 4 } },
  ]);
  expect(changed[0]!.shown.shares).toEqual([{ type: 'suicide', count: 49 }]);
  expect(changed[0]!.shown.bounds).toEqual([large.bounds[0], 44 - pixel, small.bounds[2], 44 + pixel]);
});

test('what they list as one is theirs: a third within their bounds joins them, a dot there keeps them apart', () => {
  const pair = [circle('RS', 20, 40), circle('RS', 20 + 20 * pixel, 9)];
  const between = circle('RS', 20 + 10 * pixel, 3);
  expect(arrangeCircles(viewOf([...pair, between])).changed[0]!.hidden).toHaveLength(2);
  expect(
    arrangeCircles(viewOf(pair, [{ lon: 20 + 10 * pixel, lat: 44, amount: 1 }])).changed.flatMap(({ hidden }) => hidden),
  ).toEqual([]);
});

test('while circles of tiles of two zooms are there, nothing is joined', () => {
  const coarse = { ...circle('RS', 20, 49), key: 'coarse', bounds: [19, 43, 21, 45] as const };
  const finer = [circle('RS', 20, 40), circle('RS', 20 + 20 * pixel, 9)];
  expect(arrangeCircles(viewOf([coarse, ...finer])).changed).toEqual([]);
  expect(arrangeCircles(viewOf([finer[0]!, ...finer])).changed).toEqual([]);
});

test('circles that are drawn at their exact places stay as they are', () => {
  const pair = [circle('RS', 20, 40), circle('RS', 20 + 20 * pixel, 9)];
  expect(arrangeCircles({ ...viewOf(pair), byPosition: true }).changed).toEqual([]);
});

/** Circles as they are drawn, and how far each two of them are apart, less their radii. CSS pixels. */
function drawnOf(circles: readonly CellFigure[], view = viewOf(circles)) {
  const { changed, scale } = arrangeCircles(view);
  const gone = changed.flatMap(({ drawn, hidden }) => [drawn, ...hidden]);
  const drawn = [...circles.filter((one) => !gone.includes(one)), ...changed.map(({ shown }) => shown)];
  const placed = drawn.map((one) => ({ one, place: mercatorOf([one.lon, one.lat]).map((part) => part * 512 * 2 ** zoom) }));
  const clear = placed.flatMap(({ one, place }, at) =>
    placed.slice(at + 1).map(({ one: other, place: otherPlace }) => {
      const apart = Math.hypot(place[0]! - otherPlace[0]!, place[1]! - otherPlace[1]!);
      return apart - radiusOf(one.amount, scale) - radiusOf(other.amount, scale);
    }),
  );
  return { changed, gone, drawn, clear };
}

test('those of different locations are never joined, nor smaller than their counts, but pushed apart', () => {
  const circles = [circle('RS', 20, 40), circle('XK', 20 + 20 * pixel, 10)];
  const { changed, clear } = drawnOf(circles);
  expect(changed.map(({ drawn, hidden }) => [drawn, hidden])).toEqual([
    [circles[0], []],
    [circles[1], []],
  ]);
  const [large, small] = changed.map(({ offset: [x, y] }) => [x, Math.round(y)]);
  // The smaller goes farther, and none further than needed.
  expect([large![0]! < 0, small![0]! > -large![0]!, large![1], small![1]]).toEqual([true, true, 0, 0]);
  expect(clear[0]).toBeCloseTo(1, 1);
});

test('on a phone, circles of one location that a finger cannot tell apart are one', () => {
  const circles = [circle('RS', 20, 60), circle('RS', 20 + 23 * pixel, 50), circle('XK', 20 + 200 * pixel, 300)];
  const hidden = (view: CirclesInView) => arrangeCircles(view).changed.flatMap((one) => one.hidden);
  expect(hidden(viewOf(circles))).toEqual([]);
  expect(hidden({ ...viewOf(circles), mapWidth: 390 })).toEqual([circles[1]]);
});

test('circles too small for their numbers are gathered until they have one, but never take in a larger one between them', () => {
  const far = circle('RS', 20 + 300 * pixel, 300);
  const small = [0, 16, 32].map((at) => circle('RS', 20 + at * pixel, 7));
  expect(arrangeCircles(viewOf([...small, far])).changed).toMatchObject([{ shown: { count: 21 } }]);
  const between = circle('RS', 20 + 8 * pixel, 60, 44 + pixel);
  expect(arrangeCircles(viewOf([small[0]!, between, small[1]!, far])).changed.flatMap(({ hidden }) => hidden)).not.toContain(
    between,
  );
});

test('towns of one location near each other are drawn smaller rather than as one that hides them', () => {
  const towns = [0, 26, 52, 78].map((at) => circle('XK', 20 + at * pixel, 120));
  const { changed, scale } = arrangeCircles(viewOf(towns));
  expect(changed.flatMap(({ hidden }) => hidden)).toEqual([]);
  expect(scale.largestRadius).toBeLessThan(largestRadius);
});

test('any circles keep their incidents, and none overlaps another', () => {
  const anyCircle = fc
    .record({
      country: fc.constantFrom('RS', 'XK'),
      at: fc.nat(66),
      down: fc.nat(66),
      count: fc.integer({ min: 2, max: 900 }),
    })
    .map(({ country, at, down, count }) => circle(country, 20 + at * 3 * pixel, count, 44 - down * 3 * pixel));
  fc.assert(
    fc.property(fc.uniqueArray(anyCircle, { selector: ({ key }) => key, maxLength: 25 }), (circles) => {
      const { gone, drawn, clear } = drawnOf(circles);
      expect(new Set(gone).size).toBe(gone.length);
      const total = (all: readonly CellFigure[]) => all.reduce((sum, { count }) => sum + count, 0);
      expect(total(drawn)).toBe(total(circles));
      expect(Math.min(...clear)).toBeGreaterThan(0);
    }),
  );
});
