import fc from 'fast-check';
import type { Ring } from '@monitor/domain';
import { expect, test } from 'vitest';
import { areaOfShape, handlesOf, ringOfCircle, shapesOf, withHandleAt, withoutCorner } from './drawn-shape.ts';

const closed = (ring: readonly (readonly [number, number])[]) => [...ring, ...ring.slice(0, 1)].map((point) => [...point]);
const tenths = (from: number, to: number) => fc.integer({ min: from * 10, max: to * 10 }).map((value) => value / 10);

test('a circle that is drawn as the filter has it is the same circle again', () => {
  fc.assert(
    fc.property(tenths(-100, 100), tenths(-60, 60), tenths(1, 300), (lon, lat, km) => {
      const area = areaOfShape('circle', closed(ringOfCircle({ lon, lat, km })));
      const near = area && 'near' in area ? area.near : undefined;
      expect(near?.lon).toBeCloseTo(lon, 3);
      expect(near?.lat).toBeCloseTo(lat, 3);
      expect(Math.abs((near?.km ?? 0) / km - 1)).toBeLessThan(0.006);
    }),
  );
});

test('boxes and polygons come back as they are', () => {
  const bbox = [20, 44, 21, 45.5] as const;
  const within = [
    [18.5, 41.25],
    [23, 41.25],
    [20.5, 46.125],
  ] as const;
  const [box, polygon] = shapesOf({ bbox, within });
  expect(areaOfShape('rectangle', closed(box!.ring))).toEqual({ bbox });
  expect(areaOfShape('polygon', closed(polygon!.ring))).toEqual({ within });
});

test('a box and a circle may cross the 180th meridian, also where the map counts on, and a polygon may lie beyond it', () => {
  const ring = (west: number, east: number) => closed(shapesOf({ bbox: [west, -20, east, -10] })[0]!.ring);
  expect(areaOfShape('rectangle', ring(175, 185))).toEqual({ bbox: [175, -20, -175, -10] });
  expect(areaOfShape('rectangle', ring(182, 184))).toEqual({ bbox: [-178, -20, -176, -10] });
  expect(areaOfShape('polygon', ring(182, 184))).toMatchObject({
    within: [
      [-178, -20],
      [-176, -20],
      [-176, -10],
      [-178, -10],
    ],
  });
  expect(areaOfShape('polygon', ring(175, 185))).toBeUndefined();
  const circle = areaOfShape('circle', closed(ringOfCircle({ lon: 181, lat: -17, km: 300 })));
  expect(circle).toMatchObject({ near: { lon: -179, lat: -17 } });
});

test('what is no area is none', () => {
  const flat = [
    [20, 44],
    [21, 44],
    [20, 44],
    [20, 44],
  ];
  expect(areaOfShape('rectangle', flat)).toBeUndefined();
  const many = Array.from({ length: 202 }, (_, index): [number, number] => [20 + Math.sin(index), 44 + Math.cos(index)]);
  expect(areaOfShape('polygon', many)).toBeUndefined();
  expect(areaOfShape('circle', closed(ringOfCircle({ lon: 20, lat: 44, km: 1500 })))).toBeUndefined();
});

test('a corner of a box moves its two sides, a corner of a polygon itself, and the middle of either all of it', () => {
  const bbox = [20, 44, 21, 45] as const;
  const [whole, southWest, , northEast] = handlesOf({ bbox });
  expect(withHandleAt({ bbox }, southWest!, [19.5, 43])).toEqual({ bbox: [19.5, 43, 21, 45] });
  expect(withHandleAt({ bbox }, northEast!, [22, 46])).toEqual({ bbox: [20, 44, 22, 46] });
  expect(withHandleAt({ bbox }, whole!, [21.5, 44.5])).toEqual({ bbox: [21, 44, 22, 45] });
  // Over the opposite corner it is a box still, and onto its side none.
  expect(withHandleAt({ bbox }, southWest!, [22, 46])).toEqual({ bbox: [21, 45, 22, 46] });
  expect(withHandleAt({ bbox }, southWest!, [21, 43])).toBeUndefined();
  const within: Ring = [
    [20, 44],
    [21, 44],
    [20, 45],
  ];
  const [middle, first, , , side] = handlesOf({ within });
  expect(withHandleAt({ within }, side!, [20.5, 43])).toEqual({ within: within.toSpliced(1, 0, [20.5, 43]) });
  expect(withoutCorner({ within: within.toSpliced(1, 0, [20.5, 43]) }, { part: 'corner', corner: 1, at: [20.5, 43] })).toEqual({
    within,
  });
  expect(withoutCorner({ within }, first!)).toBeUndefined();
  expect(withHandleAt({ within }, first!, [19, 43.5])).toEqual({ within: [[19, 43.5], ...within.slice(1)] });
  expect(withHandleAt({ within }, middle!, [middle!.at[0] + 1, middle!.at[1]])).toEqual({
    within: within.map(([lon, lat]) => [lon + 1, lat]),
  });
});

test('a circle has two handles: its middle, and its edge, which makes it wider', () => {
  const near = { lon: 20, lat: 44, km: 30 };
  const [whole, edge, ...others] = handlesOf({ near });
  expect(others).toEqual([]);
  expect(withHandleAt({ near }, whole!, [21, whole!.at[1]])).toEqual({ near: { ...near, lon: 21, lat: expect.closeTo(44, 3) } });
  const wider = withHandleAt({ near }, edge!, [20 + 2 * (edge!.at[0] - 20), 44]);
  expect(wider).toEqual({ near: { lon: 20, lat: expect.closeTo(44, 2), km: expect.closeTo(60, 0) } });
});
