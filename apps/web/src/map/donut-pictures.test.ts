import { expression } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { compactCount, donutKeyExpression, donutKeyPrefix, parseDonutKey } from './donut-pictures.ts';

const scale = { largestCount: 640, largestRadius: 22 };

function keyOf(properties: Record<string, unknown>): string {
  const parsed = expression.createExpression(donutKeyExpression('dark', scale), 'layers[0].layout.icon-image');
  if (parsed.result === 'error') throw new Error(parsed.value.map(({ message }) => message).join(', '));
  return String(parsed.value.evaluate({ zoom: 5 }, { type: 'Point', properties }));
}

test('the name that the style gives a picture says what to draw', () => {
  const key = keyOf({ count: 5, types: 'weapon_seizure:3,suicide:2' });
  expect(key.startsWith(donutKeyPrefix('dark', scale))).toBe(true);
  expect(parseDonutKey(key)).toEqual({
    theme: 'dark',
    scale,
    amount: 5,
    shares: [
      { type: 'weapon_seizure', count: 3 },
      { type: 'suicide', count: 2 },
    ],
  });
});

test('a picture has the amount of a measure where the tile has one, and may have nothing of it', () => {
  expect(parseDonutKey(keyOf({ count: 5, amount: 12, types: 'suicide:5' }))?.amount).toBe(12);
  expect(parseDonutKey(keyOf({ count: 5, amount: 0, types: 'suicide:5' }))?.amount).toBe(0);
  const measured = parseDonutKey(keyOf({ count: 5, amount: 12, types: 'suicide:5', amounts: 'other:12' }));
  expect(measured?.shares).toEqual([{ type: 'other', count: 12 }]);
  expect(parseDonutKey(keyOf({ count: 5, amount: 0, types: 'suicide:5', amounts: '' }))?.shares).toEqual([]);
});

test.each([
  '',
  'marker',
  'donut|blue|640|22|5|suicide:5',
  'donut|dark|640|22|-1|suicide:5',
  'donut|dark|640|22|5|',
  'donut|dark|1|22|5|suicide:5',
])('%j is not the name of a donut', (key) => {
  expect(parseDonutKey(key)).toBeUndefined();
});

test('counts are short, and whole below a thousand', () => {
  const format = compactCount('en-GB');
  expect([7, 372, 999, 1165, 12_340].map(format)).toEqual(['7', '372', '999', '1.2k', '12k']);
});
