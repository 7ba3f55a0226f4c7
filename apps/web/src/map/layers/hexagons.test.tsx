import { expect, test } from 'vitest';
import { legendText } from '../../../testing/legend-text.tsx';
import { madeUpData, styleInput } from '../../../testing/made-up-style-input.ts';
import { mapStyle } from '../map-style.ts';
import { mapThemes } from '../map-theme.ts';
import { noSheets } from '../sheets.ts';
import { layersNamed, styleValue } from '../style-value.ts';
import { hexagons } from './hexagons.tsx';

const data = madeUpData.hexagons!;
const draw = (changes: object) => mapStyle(styleInput('dark', { picture: 'hexagons', sheets: noSheets, data, ...changes }));

test('a hexagon has the colour of its class', () => {
  const [shades] = layersNamed(draw({}), 'hexagons-shades');
  const colours = mapThemes.dark.classes.map((_, at) => styleValue(shades, 'fill-color', { class: at }));
  expect(colours.map(String)).toEqual(mapThemes.dark.classes);
});

test('it fades with the opacity, and is not there before its counts are', () => {
  expect(styleValue(layersNamed(draw({ opacity: 0.5 }), 'hexagons-shades')[0], 'fill-opacity')).toBeCloseTo(0.44);
  expect(layersNamed(draw({ data: {} }), 'hexagons-shades')).toEqual([]);
});

test('the legend says how large hexagons are, and why they are not finer', async () => {
  const shown = data.hexagons!;
  expect(await legendText(hexagons, { hexagons: shown })).toMatch(
    /^Incidents under 2 2–3 4–7 8–15 16\+ .*more people have more incidents\. about [\d,]+ km² each$/,
  );
  const held = await legendText(hexagons, { hexagons: { ...shown, level: 5, finest: 5 } }, { view: { hexagons: '8' } });
  expect(held).toContain('Larger hexagons are shown, because smaller ones would be too many or finer than the points are known.');
  expect(held).toContain('because some incidents are known to their settlement only');
});
