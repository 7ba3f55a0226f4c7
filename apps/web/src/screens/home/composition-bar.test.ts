import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeParts } from './composition-bar.tsx';

const partsOf = (counts: readonly number[]) => {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => ({ share: count / whole }));
};

test('words stand under their part where they fit, else over it, and never on each other', () => {
  const parts = partsOf([60, 25, 8, 7]);
  const widths = parts.map(() => ({ under: 80, over: 80 }));
  expect(placeParts(parts, widths, 600).map(({ side }) => side)).toEqual(['under', 'under', 'over', 'under']);
});

test('over the bar, where words are in one line, they need more room than under it', () => {
  const parts = partsOf([80, 5, 5, 10]);
  const sidesOf = (over: number) => {
    const widths = parts.map(() => ({ under: 50, over }));
    return placeParts(parts, widths, 1000).map(({ side }) => side);
  };
  expect(sidesOf(40)).toEqual(['under', 'over', 'over', 'under']);
  expect(sidesOf(60)).toEqual(['under', 'over', 'none', 'under']);
});

test('no text covers another, whatever their lengths', () => {
  const inPixels = fc.integer({ min: 10, max: 300 });
  const given = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.record({ under: inPixels, over: inPixels })), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(given, fc.integer({ min: 320, max: 1000 }), (drawn, width) => {
      const widths = drawn.map(([, needed]) => needed);
      const ends = { under: 0, over: 0, none: 0 };
      placeParts(partsOf(drawn.map(([count]) => count)), widths, width).forEach(({ from, side, anchor }, index) => {
        if (side === 'none') return;
        const needed = widths[index]![side];
        const left = anchor === 'end' ? width - needed : from * width;
        expect(left).toBeGreaterThanOrEqual(ends[side] - 1e-6);
        ends[side] = left + needed;
        expect(ends[side]).toBeLessThanOrEqual(width + 1e-6);
      });
    }),
  );
});
