import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { legendText } from '../../../testing/legend-text.tsx';
import { madeUpData, styleInput } from '../../../testing/made-up-style-input.ts';
import { mapStyle } from '../map-style.ts';
import { mapThemes } from '../map-theme.ts';
import { noSheets } from '../sheets.ts';
import { layersNamed, styleValue } from '../style-value.ts';
import { difference } from './difference.tsx';

const data = madeUpData.difference!;
const { shading } = madeUpData.regions!;
const draw = (changes: object) => mapStyle(styleInput('light', { picture: 'difference', sheets: noSheets, data, ...changes }));

test('more is blue, fewer is brown, and what is not compared is veiled', () => {
  const [shades] = layersNamed(draw({}), 'difference-shades');
  const { light } = mapThemes;
  const colours = ['RS-00', 'RS-01', 'RS-02'].map((code) => String(styleValue(shades, 'fill-color', { code })));
  expect(colours).toEqual([light.classes[4], light.below[0], light.core]);
  expect(layersNamed(draw({}), 'difference-few')[0]).toMatchObject({ filter: ['in', ['get', 'code'], ['literal', ['RS-02']]] });
});

test('two selections without a common region are side by side, and the second has dashes', async () => {
  const sideBySide = { shading: { ...shading!, other: ['XK-01'] } };
  const style = draw({ data: sideBySide });
  expect(validateStyleMin(style)).toEqual([]);
  expect(layersNamed(style, 'difference-other')).toMatchObject([
    { filter: ['in', ['get', 'code'], ['literal', ['XK-01']]], paint: { 'line-dasharray': [3, 2] } },
  ]);
  expect(await legendText(difference, sideBySide)).toContain('Dashed outline: B.');
});

test('the legend names what differs before it explains the colours', async () => {
  const text = await legendText(difference, data);
  expect(text).toMatch(/^Clearly more in A: .+\. Clearly fewer in A: .+\. Incidents in A divided by B, per day More in A 1–1\.5×/);
  expect(text).toContain('Too few or too uneven to compare');
  const { areas } = data.difference!;
  const unclear = {
    difference: {
      key: 'k',
      areas: areas.map((area) => ({ ...area, difference: 'unclear' as const, pair: { ...area.pair, isClear: false } })),
    },
  };
  expect(await legendText(difference, unclear)).toMatch(/^No group differs clearly between A and B\./);
});
