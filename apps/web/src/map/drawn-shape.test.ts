import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaOfShape, ringOfCircle, shapesOf } from './drawn-shape.ts';

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
