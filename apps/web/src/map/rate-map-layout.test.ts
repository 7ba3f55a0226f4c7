import text from '@monitor/geography/data/atlas.json?raw';
import { voiceOf } from '@monitor/findings';
import { geoArea } from 'd3-geo';
import { expect, test } from 'vitest';
import { type AtlasFile, areasOf, landAreas } from './atlas.ts';
import { overlaps } from './rate-map-frames.ts';
import { mustBeNamed, rateMapLayout, type RateMapLayout } from './rate-map-layout.ts';

const atlas = JSON.parse(text) as AtlasFile;
const seven = ['AL', 'BA', 'MD', 'ME', 'MK', 'RS', 'XK'];
const { place: nameOf } = voiceOf('en');
const texts = {
  textOf: (code: string) => ({ name: nameOf(code), figure: '12.3', isNeeded: true }),
  nameOf,
  moved: { sameScale: 'moved, same scale', otherScale: 'moved, smaller scale' },
};
const wide = { width: 880, height: 605 };
const phone = { width: 358, height: 448 };
const column = { width: 376, height: 420 };

test('no outline is inside out', () => {
  for (const area of [...landAreas(atlas), ...seven.flatMap((code) => areasOf(atlas, code))]) {
    expect([area.properties.code, geoArea(area) < Math.PI]).toEqual([area.properties.code, true]);
  }
});

/** No name covers another or runs out of the picture. */
function expectApart({ labels, neighbours, width: all, height: whole }: RateMapLayout): void {
  const boxes = [...labels, ...neighbours].map(({ box }) => box);
  const pairs = boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => [one, other] as const));
  expect(pairs.filter(([one, other]) => overlaps(one, other))).toEqual([]);
  for (const { left, top, width, height } of boxes) {
    expect([left >= 0, top >= 0, left + width <= all, top + height <= whole]).toEqual([true, true, true, true]);
  }
}

test.each([wide, phone, column])('the seven places: all are named, and no name covers another, $width px', (size) => {
  const layout = rateMapLayout(atlas, seven, texts, size);
  expect(layout.frames.map(({ locations, isInset, isSameScale }) => [locations.toSorted(), isInset, isSameScale])).toEqual([
    [['AL', 'BA', 'ME', 'MK', 'RS', 'XK'], false, true],
    [['MD'], true, true],
  ]);
  expect(layout.labels).toHaveLength(7);
  expectApart(layout);
  // A name beside its land is near it, and its line crosses no other land.
  expect(Math.max(...layout.labels.map(({ cost }) => cost))).toBeLessThan(120);
});

test.each(['AL', 'ME', 'MK', 'RS', 'XK'])('of %s all regions are named in a column of a page, and its neighbours', (code) => {
  const layout = rateMapLayout(atlas, [code], texts, column);
  expect(layout.labels).toHaveLength(areasOf(atlas, code).length);
  expectApart(layout);
  expect(layout.neighbours.length).toBeGreaterThan(0);
  // A name in two languages is broken between them.
  expect(layout.labels.flatMap(({ lines }) => lines).filter((line) => line.startsWith('/'))).toEqual([]);
});

test('on a narrow map the locations and the three regions with the highest rates must be named, on a wide one all with a rate', () => {
  const rate = (value: number) => ({ kind: 'rate' as const, rate: value, low: 0, high: 9, events: 9 });
  const regions = { 'RS-00': rate(2), 'RS-01': rate(5), 'RS-02': rate(4), 'RS-03': rate(1) };
  const of = { RS: rate(3), ...regions, 'RS-04': { kind: 'few' as const, events: 2 }, 'XK-01': rate(9) };
  const named = (width: number) => Object.keys(of).filter(mustBeNamed({ locations: ['RS'], of, sources: [] }, width));
  expect(named(358)).toEqual(['RS', 'RS-00', 'RS-01', 'RS-02']);
  expect(named(880)).toEqual(['RS', ...Object.keys(regions)]);
});

test('the United States are drawn with all their states', () => {
  const states = rateMapLayout(atlas, ['US'], texts, wide);
  expect(states.frames.map(({ areas }) => areas.filter(({ path }) => path !== '').length)).toEqual([51]);
});

test('a location without regions is drawn as one area, and one that is far from larger ones on an inset', () => {
  const { frames } = rateMapLayout(atlas, ['GR', 'US'], texts, wide);
  expect(frames.map(({ isInset, areas }) => [isInset, areas.length])).toEqual([
    [false, 51],
    [true, 1],
  ]);
});
