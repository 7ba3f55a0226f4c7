import { drawnJurisdictions } from '@monitor/geography';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { areaOf, nameLayouts } from './layers/jurisdiction-names.ts';
import { emsAt, isInside, mercatorOf, type NamedArea, settings } from './name-places.ts';

await i18next.init({ lng: 'en', resources: {} });

const corners: [number, number][] = [
  [-10, -10],
  [10, -10],
  [10, 10],
  [-10, 10],
  [-10, -10],
];
const square: NamedArea = { middle: mercatorOf([0, 0]), outline: corners.map(mercatorOf) };
const [word] = settings('Serbia');

test('a name is broken where its lines are shortest', () => {
  expect(settings('Bosnia and Herzegovina').map(({ text }) => text)).toEqual([
    'Bosnia and Herzegovina',
    'Bosnia and\nHerzegovina',
    'Bosnia\nand\nHerzegovina',
  ]);
  expect(settings('Serbia').map(({ text }) => text)).toEqual(['Serbia']);
});

test('a name is inside an area that its whole box is in', () => {
  const ems = (word!.width + 0.2) * 18;
  expect(isInside(square, word!, [0, 0], ems)).toBe(true);
  expect(isInside(square, word!, [0.3, 0], ems)).toBe(false);
  expect(isInside(square, word!, [0, 0], ems / 1.1)).toBe(false);
  expect(isInside(square, word!, [40, 0], ems)).toBe(false);
});

describe('in a range of zooms', () => {
  test.each(drawnJurisdictions.map(({ code, name }) => [name, code]))(
    '%s lies within its outline wherever it may be',
    (name, code) => {
      const layouts = nameLayouts('en').filter((one) => one.code === code);
      expect(layouts.length).toBeGreaterThan(0);
      const area = areaOf(code)!;
      for (const { text, offsets, span, sizes } of layouts) {
        expect(text.replaceAll('\n', ' ')).toBe(name);
        expect(offsets.length).toBeGreaterThan(0);
        const set = settings(name).find((one) => one.text === text)!;
        const {
          zooms: [first, last],
          sizes: [small, large],
        } = sizes;
        for (let zoom = span[0]; zoom <= span[1]; zoom += 0.1) {
          const size = small + (large - small) * Math.min(1, Math.max(0, (zoom - first) / (last - first)));
          const outside = offsets.filter((offset) => !isInside(area, set, offset, emsAt(zoom, size)));
          expect([zoom, outside]).toEqual([zoom, []]);
        }
      }
    },
  );

  test('a name has no gap in its zooms', () => {
    for (const { code } of drawnJurisdictions) {
      const spans = nameLayouts('en').flatMap((one) => (one.code === code ? [one.span] : []));
      expect([code, spans.at(-1)?.[1]]).toEqual([code, 8]);
      for (const [at, [, to]] of spans.slice(0, -1).entries()) expect([code, to]).toEqual([code, spans[at + 1]?.[0]]);
    }
  });
});
