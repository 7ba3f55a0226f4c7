import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrangeCircles, type CirclesInView } from './arrange-circles.ts';
import type { CellFigure } from './figure.ts';
import { donutRadius } from './figure-size.ts';
import { mercatorOf } from './name-places.ts';

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
    shares: [{ type: 'suicide', count }],
    bounds,
  };
}

const viewOf = (circles: readonly CellFigure[], dots: CirclesInView['dots'] = []): CirclesInView => ({
  circles,
  dots,
  zoom,
  byPosition: false,
  cellWidth: 80,
  mapWidth: 900,
});

test('circles that are apart are drawn as they are', () => {
  const { changed, scale } = arrangeCircles(viewOf([circle('RS', 20, 40), circle('RS', 20 + 80 * pixel, 9)]));
  expect(changed).toEqual([]);
  expect(scale.largestRadius).toBe(26);
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

test('those of different locations are never joined, but made smaller', () => {
  const circles = [circle('RS', 20, 40), circle('XK', 20 + 36 * pixel, 40)];
  const { changed, scale } = arrangeCircles(viewOf(circles));
  expect(changed).toEqual([]);
  expect(2 * donutRadius(40, scale)).toBeLessThan(36);
});

test('two of different locations that are nearer than that become smaller than the others', () => {
  const circles = [circle('RS', 20, 40), circle('XK', 20 + 20 * pixel, 40), circle('XK', 20 + 90 * pixel, 40)];
  const { changed, scale } = arrangeCircles(viewOf(circles));
  expect(changed.map(({ drawn, hidden }) => [drawn, hidden])).toEqual([
    [circles[0], []],
    [circles[1], []],
  ]);
  for (const { shown } of changed) expect(shown.radiusLimit).toBeLessThan(10);
  expect(donutRadius(40, scale)).toBeGreaterThan(11);
});

test('any circles keep their incidents, and none of one location overlaps another', () => {
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
      const { changed, scale } = arrangeCircles(viewOf(circles));
      const gone = changed.flatMap(({ drawn, hidden }) => [drawn, ...hidden]);
      expect(new Set(gone).size).toBe(gone.length);
      const drawn = [...circles.filter((one) => !gone.includes(one)), ...changed.map(({ shown }) => shown)];
      const total = (all: readonly CellFigure[]) => all.reduce((sum, { count }) => sum + count, 0);
      expect(total(drawn)).toBe(total(circles));
      const radiusOf = ({ amount, radiusLimit = Infinity }: CellFigure) => Math.min(radiusLimit, donutRadius(amount, scale));
      const placed = drawn.map((one) => ({ one, place: mercatorOf([one.lon, one.lat]).map((part) => part * 512 * 2 ** zoom) }));
      for (const [index, { one, place }] of placed.entries())
        for (const { one: other, place: otherPlace } of placed.slice(index + 1)) {
          if (one.country !== other.country) continue;
          const apart = Math.hypot(place[0]! - otherPlace[0]!, place[1]! - otherPlace[1]!);
          expect(apart).toBeGreaterThan(radiusOf(one) + radiusOf(other));
        }
    }),
  );
});
