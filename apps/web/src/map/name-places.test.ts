import { drawnJurisdictions } from '@monitor/geography';
import fc from 'fast-check';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { areaOf, nameLayouts } from './layers/jurisdiction-names.ts';
import { crossesBox, emsAt, isInside, mercatorOf, type NamedArea, placeOf, settings } from './name-places.ts';

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

test('a box is inside, outside or across, wherever it is, as all lines of the outline together say', () => {
  // Whole numbers, so that nothing is rounded where a box just touches a line.
  const at = fc.integer({ min: -300, max: 300 });
  const corner = fc.tuple(at, at);
  const half = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 300 }));
  fc.assert(
    fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), corner, half, half, (drawn, middle, halfWidth, halfHeight) => {
      const outline = [...drawn, drawn[0]!];
      const around = outline.map(([x, y]) => [x - middle[0], y - middle[1]] as const);
      const lines = around.slice(1).map((to, index) => [...around[index]!, ...to] as const);
      const isAcross = lines.some((line) => crossesBox(...line, halfWidth, halfHeight));
      const toTheEast = lines.filter(([x1, y1, x2, y2]) => y1 > 0 !== y2 > 0 && x1 + ((x2 - x1) * y1) / (y1 - y2) > 0);
      const expected = isAcross ? 'across' : toTheEast.length % 2 === 1 ? 'inside' : 'outside';
      const box = { text: '', width: 2 * halfWidth, height: 2 * halfHeight };
      expect(placeOf({ middle, outline }, box, [0, 0], 1)).toBe(expected);
    }),
    { numRuns: 1000 },
  );
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
