import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeParts } from './composition-bar.tsx';

const partsOf = (counts: readonly number[]) => {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => ({ share: count / whole }));
};

test('words stand under their part where they fit, else over it, and never on each other', () => {
  const parts = partsOf([60, 25, 8, 7]);
  expect(placeParts(parts, [80, 80, 80, 80], 600).map(({ side }) => side)).toEqual(['under', 'under', 'over', 'under']);
});

test('no text covers another, whatever their lengths', () => {
  const given = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 10, max: 300 })), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(given, fc.integer({ min: 320, max: 1000 }), (drawn, width) => {
      const widths = drawn.map(([, needed]) => needed);
      const ends = { under: 0, over: 0, none: 0 };
      placeParts(partsOf(drawn.map(([count]) => count)), widths, width).forEach(({ from, side, anchor }, index) => {
        if (side === 'none') return;
        const left = anchor === 'end' ? width - (widths[index] ?? 0) : from * width;
        expect(left).toBeGreaterThanOrEqual(ends[side] - 1e-6);
        ends[side] = left + (widths[index] ?? 0);
        expect(ends[side]).toBeLessThanOrEqual(width + 1e-6);
      });
    }),
  );
});
