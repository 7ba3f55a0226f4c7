import text from '@monitor/geography/data/atlas.json?raw';
import { voiceOf } from '@monitor/findings';
import { geoArea } from 'd3-geo';
import { expect, test } from 'vitest';
import { type Area, type AtlasFile, areasOf, landAreas } from './atlas.ts';
import { overlaps, shapeOf } from './rate-map-frames.ts';
import { mustBeNamed, rateMapLayout, type RateMapLayout } from './rate-map-layout.ts';

const atlas = JSON.parse(text) as AtlasFile;
const seven = ['AL', 'BA', 'MD', 'ME', 'MK', 'RS', 'XK'];
const { place: nameOf } = voiceOf('en');
const texts = {
  textOf: (code: string) => ({ name: nameOf(code), figure: '12.3', isNeeded: true }),
  nameOf,
  moved: { same: 'moved, same scale', other: 'moved, smaller scale', own: 'at its own scale' },
};
/** Locations with a rate, and with one of each of their regions. */
const rated = (...locations: readonly string[]) => ({
  locations,
  of: Object.fromEntries(
    locations
      .flatMap((one) => [one, ...areasOf(atlas, one).map(({ properties }) => properties.code)])
      .map((code) => [code, rate(1)]),
  ),
});
const rate = (value: number) => ({ kind: 'rate' as const, rate: value, low: 0, high: 9, events: 9 });
const wide = { width: 880, height: 605 };
const phone = { width: 358, height: 448 };
const column = { width: 376, height: 420 };

test('no outline is inside out', () => {
  for (const area of [...landAreas(atlas), ...seven.flatMap((code) => areasOf(atlas, code))]) {
    expect([area.properties.code, geoArea(area) < Math.PI]).toEqual([area.properties.code, true]);
  }
});

/** No name covers another, reads on into the next, or runs out of the picture. */
function expectApart({ labels, neighbours, width: all, height: whole }: RateMapLayout): void {
  const boxes = [...labels, ...neighbours].map(({ box }) => box);
  const pairs = boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => [one, other] as const));
  // About a space of the small letters.
  const widened = (box: (typeof boxes)[number]) => ({ ...box, left: box.left - 3.9, width: box.width + 7.8 });
  expect(pairs.filter(([one, other]) => overlaps(widened(one), other))).toEqual([]);
  for (const { left, top, width, height } of boxes) {
    expect([left >= 0, top >= 0, left + width <= all, top + height <= whole]).toEqual([true, true, true, true]);
  }
}

test.each([wide, phone, column])('the seven places: all are named, and no name covers another, $width px', (size) => {
  const layout = rateMapLayout(atlas, rated(...seven), texts, size);
  expect(layout.frames.map(({ locations, isInset, scale }) => [locations.toSorted(), isInset, scale])).toEqual([
    [['AL', 'BA', 'ME', 'MK', 'RS', 'XK'], false, 'same'],
    [['MD'], true, 'same'],
  ]);
  expect(layout.labels).toHaveLength(7);
  expectApart(layout);
  // A name beside its land is near it, and its line crosses no other land.
  expect(Math.max(...layout.labels.map(({ cost }) => cost))).toBeLessThan(120);
});

test.each(['AL', 'ME', 'MK', 'RS', 'XK'])('of %s all regions are named in a column of a page, and its neighbours', (code) => {
  const layout = rateMapLayout(atlas, rated(code), texts, column);
  expect(layout.labels).toHaveLength(areasOf(atlas, code).length);
  expectApart(layout);
  expect(layout.neighbours.length).toBeGreaterThan(0);
  // A name in two languages is broken between them.
  expect(layout.labels.flatMap(({ lines }) => lines).filter((line) => line.startsWith('/'))).toEqual([]);
});

test('on a narrow map the locations and the three regions with the highest rates must be named, on a wide one all with a rate', () => {
  const regions = { 'RS-00': rate(2), 'RS-01': rate(5), 'RS-02': rate(4), 'RS-03': rate(1) };
  const of = { RS: rate(3), ...regions, 'RS-04': { kind: 'few' as const, events: 2 }, 'XK-01': rate(9) };
  const named = (width: number) =>
    Object.keys(of).filter(mustBeNamed({ locations: ['RS'], of, shows: 'rates', sources: [] }, width));
  expect(named(358)).toEqual(['RS', 'RS-00', 'RS-01', 'RS-02']);
  expect(named(880)).toEqual(['RS', ...Object.keys(regions)]);
});

test('the United States are drawn with all their states, whose names have a gap between them', () => {
  const states = rateMapLayout(atlas, rated('US'), texts, wide);
  expectApart(states);
  expect(states.frames.map(({ areas }) => areas.filter(({ path }) => path !== '').length)).toEqual([51]);
});

test('locations on several continents are on maps beside each other, none of which hides another', () => {
  const far = ['US', 'GR', 'TR', 'IE', 'IS', 'RU'];
  const { frames } = rateMapLayout(atlas, rated(...far), texts, wide);
  expect(frames.map(({ scale }) => scale)).toEqual(frames.map(() => 'own'));
  expect(frames.flatMap(({ locations }) => locations).toSorted()).toEqual(far.toSorted());
  const boxes = frames.map(({ box }) => box);
  expect(boxes.filter((one, at) => boxes.slice(at + 1).some((other) => overlaps(one, other)))).toEqual([]);
});

const at = (west: number, south: number, size: number) => [
  [
    [west, south],
    [west, south + size],
    [west + size, south + size],
    [west + size, south],
    [west, south],
  ],
];
const landOf = (...coordinates: ReturnType<typeof at>[]): Area => ({
  type: 'Feature',
  properties: { code: 'XX' },
  geometry: { type: 'MultiPolygon', coordinates },
});

test('land on both sides of the 180th meridian is on one map, with its islands', () => {
  const pair = (east: number) => shapeOf([landOf(at(74, -20, 5)), landOf(at(east, -20, 4))]);
  const across = shapeOf([landOf(at(174, -20, 5)), landOf(at(-180, -20, 4))]);
  expect(across).toBeCloseTo(pair(80)!);
  const islands = (by: number) => shapeOf([landOf(at(175 + by, -20, 4.9), at(181 + (by || -360), -20, 0.2))]);
  expect(islands(0)).toBeCloseTo(islands(-100)!);
});

test('an island that is far from the land and small does not make its map small', () => {
  const shape = (...parts: ReturnType<typeof at>[]) => shapeOf([landOf(...parts)]);
  expect(shape(at(0, 0, 10), at(20, 5, 0.1))).toBeCloseTo(shape(at(0, 0, 10))!);
  expect(shape(at(0, 0, 10), at(11, 5, 0.1))).toBeGreaterThan(shape(at(0, 0, 10))!);
  expect(shape(at(0, 0, 10), at(20, 5, 2))).toBeGreaterThan(2 * shape(at(0, 0, 10))! * 0.9);
});

test('a location without regions is drawn as one area, and one that is far from larger ones on an inset', () => {
  const { frames } = rateMapLayout(atlas, rated('GR', 'US'), texts, wide);
  expect(frames.map(({ isInset, areas }) => [isInset, areas.length])).toEqual([
    [false, 51],
    [true, 1],
  ]);
});
