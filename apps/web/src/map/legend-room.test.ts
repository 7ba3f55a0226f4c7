import { expect, test } from 'vitest';
import { hasRoomForScale, legendCovers } from './legend-room.ts';

/** A map of 800 by 600 pixels on which a degree is ten pixels. */
const map = {
  project: ([lon, lat]: [number, number]) => ({ x: lon * 10, y: 600 - lat * 10 }),
  getContainer: () => ({ clientWidth: 800, clientHeight: 600 }),
};

test('the legend has no room where a figure or a name is under it', () => {
  expect(legendCovers(map, [], [])).toBe(false);
  expect(legendCovers(map, [{ lon: 10, lat: 15 }], [])).toBe(true);
  expect(legendCovers(map, [{ lon: 40, lat: 15 }], [])).toBe(false);
  expect(legendCovers(map, [{ lon: 10, lat: 45 }], [])).toBe(false);
  expect(legendCovers(map, [{ lon: -5, lat: 15 }], [])).toBe(false);
  // Albania's name is at about 20° E, 41° N.
  const shifted = { ...map, project: ([lon, lat]: [number, number]) => ({ x: lon * 5, y: 600 - lat * 4 }) };
  expect(legendCovers(shifted, [], ['AL'])).toBe(true);
  expect(legendCovers(shifted, [], ['US'])).toBe(false);
});

test('a legend of classes has room where it leaves the middle of the map free', () => {
  const wide = (clientWidth: number) => ({ getContainer: () => ({ clientWidth, clientHeight: 500 }) });
  expect(hasRoomForScale(wide(700))).toBe(true);
  expect(hasRoomForScale(wide(500))).toBe(false);
});
