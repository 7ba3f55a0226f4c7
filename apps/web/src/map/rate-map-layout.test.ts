import text from '@monitor/geography/data/atlas.json?raw';
import { geoArea } from 'd3-geo';
import { expect, test } from 'vitest';
import { type AtlasFile, areasOf, landAreas } from './atlas.ts';
import { overlaps } from './rate-map-frames.ts';
import { rateMapLayout } from './rate-map-layout.ts';

const atlas = JSON.parse(text) as AtlasFile;
const seven = ['AL', 'BA', 'MD', 'ME', 'MK', 'RS', 'XK'];
const names: Readonly<Record<string, string>> = {
  AL: 'Albania',
  BA: 'Bosnia and Herzegovina',
  MD: 'Moldova',
  ME: 'Montenegro',
  MK: 'North Macedonia',
  RS: 'Serbia',
  XK: 'Kosovo*',
};
const textOf = (code: string) => ({ name: names[code] ?? code, figure: '12.3' });
const wide = { width: 880, height: 605 };
const phone = { width: 358, height: 500 };

test('no outline is inside out', () => {
  for (const area of [...landAreas(atlas), ...seven.flatMap((code) => areasOf(atlas, code))]) {
    expect([area.properties.code, geoArea(area) < Math.PI]).toEqual([area.properties.code, true]);
  }
});

test.each([wide, phone])('the seven places: all are named, and no name or legend covers another, $width px', (size) => {
  const { frames, labels, legend } = rateMapLayout(atlas, seven, textOf, size);
  expect(frames.map(({ locations, isInset, isSameScale }) => [locations.toSorted(), isInset, isSameScale])).toEqual([
    [['AL', 'BA', 'ME', 'MK', 'RS', 'XK'], false, true],
    [['MD'], true, true],
  ]);
  expect(labels).toHaveLength(7);
  const boxes = [...labels.map(({ box }) => box), legend];
  const pairs = boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => [one, other] as const));
  expect(pairs.filter(([one, other]) => overlaps(one, other))).toEqual([]);
  for (const { left, top, width, height } of boxes) {
    expect([left >= 0, top >= 0, left + width <= size.width, top + height <= size.height]).toEqual([true, true, true, true]);
  }
});

test('one location is drawn with the names of the regions that have room for them, the United States too', () => {
  const serbia = rateMapLayout(atlas, ['RS'], textOf, wide);
  expect(serbia.frames.map(({ areas }) => areas.length)).toEqual([25]);
  expect(serbia.labels.length).toBeGreaterThan(5);
  const states = rateMapLayout(atlas, ['US'], textOf, wide);
  expect(states.frames.map(({ areas }) => areas.filter(({ path }) => path !== '').length)).toEqual([51]);
});

test('a location without regions is drawn as one area, and one that is far from larger ones on an inset', () => {
  const { frames } = rateMapLayout(atlas, ['GR', 'US'], textOf, wide);
  expect(frames.map(({ isInset, areas }) => [isInset, areas.length])).toEqual([
    [false, 51],
    [true, 1],
  ]);
});
