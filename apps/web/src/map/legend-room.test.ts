import { siteFocus } from '@monitor/geography';
import { expect, test } from 'vitest';
import { legendCovers } from './legend-room.ts';
import { footnoteHeight, insetHead, insetScale, outlineOf, regionView } from './region-view.ts';

/** A map of 800 by 600 pixels on which a degree is ten pixels. */
const map = {
  project: ([lon, lat]: [number, number]) => ({ x: lon * 10, y: 600 - lat * 10 }),
  unproject: ([x, y]: [number, number]) => ({ toArray: (): [number, number] => [x / 10, (600 - y) / 10] }),
  getContainer: () => ({ clientWidth: 800, clientHeight: 600 }),
};

test('the legend has no room where a figure or land that has data is under it', () => {
  expect(legendCovers(map, 'start', [], [])).toBe(false);
  expect(legendCovers(map, 'start', [{ lon: 10, lat: 15 }], [])).toBe(true);
  expect(legendCovers(map, 'start', [{ lon: 40, lat: 15 }], [])).toBe(false);
  expect(legendCovers(map, 'start', [{ lon: 10, lat: 45 }], [])).toBe(false);
  expect(legendCovers(map, 'start', [{ lon: -5, lat: 15 }], [])).toBe(false);
  // Albania is at about 20° E, 41° N, under the top of the legend once that begins there.
  const at = (lon: number, lat: number, pixels: number) => ({
    ...map,
    project: ([east, north]: [number, number]) => ({ x: (east - lon) * pixels, y: (lat - north) * pixels }),
    unproject: ([x, y]: [number, number]) => ({ toArray: (): [number, number] => [lon + x / pixels, lat - y / pixels] }),
  });
  expect(legendCovers(at(15, 60, 40), 'start', [], ['AL'])).toBe(false);
  expect(legendCovers(at(15, 50, 40), 'start', [], ['AL'])).toBe(true);
  expect(legendCovers(at(15, 50, 40), 'start', [], ['US'])).toBe(false);
  // So near that none of its outline is in view.
  expect(legendCovers(at(20, 41.1, 40_000), 'start', [], ['AL'])).toBe(true);
});

test('a legend of classes is beside the controls, and on a small map where the other is', () => {
  const figure = [{ lon: 60, lat: 15 }];
  expect(legendCovers(map, 'start', figure, [])).toBe(false);
  expect(legendCovers(map, 'end', figure, [])).toBe(true);
  const small = { ...map, getContainer: () => ({ clientWidth: 599, clientHeight: 600 }) };
  expect(legendCovers(small, 'end', [{ lon: 45, lat: 15 }], [])).toBe(false);
  expect(legendCovers(small, 'end', [{ lon: 10, lat: 15 }], [])).toBe(true);
});

const codes = siteFocus().locations;
const far = siteFocus().small_view!.inset;

test.each([
  [320, 340],
  [360, 400],
  [390, 419],
  [496, 536],
  [496, 900],
])('a small map of %i by %i shows all locations, and neither inset nor legend nor buttons are over their land', (width, height) => {
  const { padding, inset } = regionView(width, height, codes)!;
  const near = codes.filter((code) => code !== far.location).flatMap(outlineOf);
  const [lowest, highest] = [Math.max, Math.min].map((pick) => pick(...near.map(([, y]) => y))) as [number, number];
  const [east, west] = [Math.max, Math.min].map((pick) => pick(...near.map(([x]) => x))) as [number, number];
  const room = { right: width - padding.right - padding.left, down: height - padding.top - padding.bottom };
  // The land is a little smaller than the bounds that the map is fitted to.
  const scale = Math.min(room.right / (east - west), room.down / (lowest - highest));
  const placed = near.map(([x, y]) => [padding.left + (x - west) * scale, padding.top + (y - highest) * scale] as const);
  const parts = {
    inset,
    layers: { left: 12, top: 12, right: 92, bottom: 44 },
    // The folded one of classes, which is larger than the other.
    legend: { left: 12, top: height - footnoteHeight(width) - 62, right: 158, bottom: height - footnoteHeight(width) },
    buttons: { left: width - 44, top: 0, right: width, bottom: height },
    footnotes: { left: 0, top: height - footnoteHeight(width), right: width, bottom: height },
  };
  for (const [name, { left, top, right, bottom }] of Object.entries(parts))
    expect([name, placed.filter(([x, y]) => x > left && x < right && y > top && y < bottom)]).toEqual([name, []]);
  // All of the location far away is in its inset, large enough to be seen.
  const outline = outlineOf(far.location);
  const farWidth = (Math.max(...outline.map(([x]) => x)) - Math.min(...outline.map(([x]) => x))) * scale * insetScale;
  expect(inset.right - inset.left).toBeGreaterThan(farWidth);
  expect(farWidth).toBeGreaterThan(50);
  expect(inset.bottom - inset.top - insetHead).toBeGreaterThan(farWidth);
});

test('a wide map has no inset', () => {
  expect(regionView(744, 600, codes)).toBeUndefined();
});
