import { expect, test } from 'vitest';
import { legendText } from '../../../testing/legend-text.tsx';
import { sheetOf, styleInput } from '../../../testing/made-up-style-input.ts';
import { mapStyle } from '../map-style.ts';
import { layersNamed, styleValue } from '../style-value.ts';
import { heat } from './heat.tsx';

const sheets = sheetOf('density');
const style = mapStyle(styleInput('light', { picture: 'heat', sheets, opacity: 0.6 }));
const [density] = layersNamed(style, 'heat');
const [spots] = layersNamed(style, 'heat-spots');

test('a place weighs what is counted there, and no more than a third of the largest in view', () => {
  const largest = sheets.shown!.scale.largestCount;
  const weight = (count: number) => styleValue(density, 'heatmap-weight', { count });
  expect(weight(largest / 6)).toBeCloseTo(0.5);
  expect(weight(largest)).toBe(1);
});

test('the places themselves are seen from near, and felt from afar', () => {
  expect(styleValue(spots, 'circle-opacity', {}, 6)).toBe(0);
  expect(styleValue(spots, 'circle-opacity', {}, 9)).toBeCloseTo(0.45);
});

test('the legend says of what, and that colours compare within a view only', async () => {
  expect(await legendText(heat, {}, { measure: 'killed' })).toBe(
    'People killed: density Low High Colours compare places within this view only. Zoom in to see the places.',
  );
});
