import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOfCircle, type Circle, circle, haversineBetween, haversineOf } from './circle.ts';
import { times } from '../../../../testing/depth.ts';

const degrees = (most: number) => fc.integer({ min: -most * 100, max: most * 100 }).map((value) => value / 100 + 0);
const anyCircle = fc.record({
  lon: degrees(180),
  lat: degrees(90),
  km: fc.integer({ min: 1, max: 10_000 }).map((one) => one / 10),
});

test('a degree of latitude is 111.2 kilometres, and so is one of longitude at the equator', () => {
  for (const other of [
    { lon: 0, lat: 1 },
    { lon: 1, lat: 0 },
  ]) {
    const between = haversineBetween({ lon: 0, lat: 0 }, other);
    expect(between).toBeGreaterThan(haversineOf(111.1));
    expect(between).toBeLessThan(haversineOf(111.3));
  }
});

test('Beograd and Niš are about 200 kilometres apart', () => {
  const between = haversineBetween({ lon: 20.4651, lat: 44.804 }, { lon: 21.9033, lat: 43.3247 });
  expect(between).toBeGreaterThan(haversineOf(199));
  expect(between).toBeLessThan(haversineOf(202));
});

/** The point of a circle in a direction, in radians from north, and at a share of its radius. */
function pointOf({ lon, lat, km }: Circle, direction: number, share: number): { lon: number; lat: number } {
  const radians = Math.PI / 180;
  const [middle, angle] = [lat * radians, (km * share) / 6371];
  const north = Math.asin(Math.sin(middle) * Math.cos(angle) + Math.cos(middle) * Math.sin(angle) * Math.cos(direction));
  const east = Math.atan2(
    Math.sin(direction) * Math.sin(angle) * Math.cos(middle),
    Math.cos(angle) - Math.sin(middle) * Math.sin(north),
  );
  return { lon: ((lon + east / radians + 540) % 360) - 180, lat: north / radians };
}

describe('the bounds of a circle', () => {
  test('hold every point of it, at poles and antimeridian, too', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyCircle, part, part, (value, turn, share) => {
        const [west, south, east, north] = boundsOfCircle(value);
        const point = pointOf(value, 2 * Math.PI * turn, share);
        expect(haversineBetween(value, point)).toBeLessThanOrEqual(haversineOf(value.km * 1.000_001));
        expect(point.lon >= west && point.lon <= east && point.lat >= south && point.lat <= north).toBe(true);
      }),
      {
        numRuns: times(400, 4000),
        examples: [179.5, -179.5].flatMap((lon) =>
          [0.25, 0.75].map((turn): [Circle, number, number] => [{ lon, lat: 45, km: 100 }, turn, 1]),
        ),
      },
    );
  });

  test('are hardly wider than it', () => {
    const [west, south, east, north] = boundsOfCircle({ lon: 20, lat: 60, km: 111.2 });
    expect(south).toBeCloseTo(59, 1);
    expect(north).toBeCloseTo(61, 1);
    expect(west).toBeCloseTo(18, 1);
    expect(east).toBeCloseTo(22, 1);
  });
});

test.each(['', '20', '20,44', '20,44,0', '20,44,1001', '20,44,x', '200,44,5', '20,94,5', '20,44,5,6', '20,44,-5'])(
  'refuses "%s", and says what it must be',
  (text) => {
    expect(circle.read(text)).toMatchObject({ refused: 'bad_value', message: expect.stringContaining('lon,lat,km') as unknown });
  },
);
