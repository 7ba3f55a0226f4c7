import { expect, test } from 'vitest';
import { legendText } from '../../../testing/legend-text.tsx';
import { madeUpData, styleInput } from '../../../testing/made-up-style-input.ts';
import { mapStyle } from '../map-style.ts';
import { mapThemes } from '../map-theme.ts';
import { noSheets } from '../sheets.ts';
import { layersNamed, styleValue } from '../style-value.ts';
import { shadedRegions } from './shaded-areas.tsx';

const data = madeUpData.regions!;
const style = mapStyle(styleInput('light', { picture: 'regions', sheets: noSheets, data }));

test('a region has the colour of its class; few incidents are dotted, and no figure is hatched', () => {
  const [shades] = layersNamed(style, 'regions-shades');
  expect(String(styleValue(shades, 'fill-color', { code: 'RS-00' }))).toBe(mapThemes.light.classes[4]);
  expect(String(styleValue(shades, 'fill-color', { code: 'RS-02' }))).toBe(mapThemes.light.core);
  const textured = ['few', 'unknown'].map((texture) => layersNamed(style, `regions-${texture}`)[0]);
  expect(textured.map((layer) => (layer as { filter?: unknown }).filter)).toEqual([
    ['in', ['get', 'code'], ['literal', ['RS-02']]],
    ['in', ['get', 'code'], ['literal', ['XK-01', 'ME-16']]],
  ]);
  expect(new Set(textured.map((layer) => styleValue(layer, 'fill-pattern'))).size).toBe(2);
});

test('the legend says the unit, the classes and what is veiled', async () => {
  expect(await legendText(shadedRegions, data, { measure: 'killed' })).toBe(
    'Locations Regions Per 100,000 people Count People killed per 100,000 people per year under 3 3–6 6–12 12–24 24+ ' +
      'fewer than 5: no rate no population figure, data about a part only',
  );
});

test('classes of counts are whole numbers that do not overlap', async () => {
  const text = await legendText(shadedRegions, { shading: { ...data.shading!, by: 'count', wanted: 'count' } });
  expect(text).toContain('Count Incidents under 3 3–5 6–11 12–23 24+ ');
});
