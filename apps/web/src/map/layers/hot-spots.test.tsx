import { expect, test } from 'vitest';
import { legendText } from '../../../testing/legend-text.tsx';
import { madeUpData, styleInput } from '../../../testing/made-up-style-input.ts';
import { mapStyle } from '../map-style.ts';
import { mapThemes } from '../map-theme.ts';
import { noSheets } from '../sheets.ts';
import { layersNamed, styleValue } from '../style-value.ts';
import { hotSpotLayer, spotColour } from './hot-spots.tsx';

const spots = madeUpData.hot_spots!.spots!;
const style = mapStyle(styleInput('light', { picture: 'hot_spots', sheets: noSheets, data: { spots } }));
const [shades] = layersNamed(style, 'hot_spots-shades');

test('hot spots are blue, cold ones brown, the darker the less likely by chance; what is neither stays as the map is', () => {
  const { light } = mapThemes;
  expect(spotColour('hot-1', light)).toBe(light.classes[4]);
  expect(spotColour('cold-0', light)).toBe(light.below[1]);
  expect(String(styleValue(shades, 'fill-color', { code: 'RS-00' }))).toBe(light.classes[4]);
  expect(styleValue(shades, 'fill-opacity', { code: 'RS-00' })).toBe(1);
  expect(styleValue(shades, 'fill-opacity', { code: 'RS-02' })).toBe(0);
});

const found = { kind: 'found', hot: ['RS-00', 'RS-01', 'RS-02', 'RS-03', 'RS-04'], cold: [] } as never;

test('the legend says what was found, how many may be chance, and what is left out', async () => {
  const text = await legendText(hotSpotLayer, { spots: { ...spots, found, leftOut: 14 } });
  expect(text).toMatch(
    /Hot spots with their neighbours: .+, and 2 others\. No cold spots\. 5% 1% or fewer of these are chance more than chance/,
  );
  expect(text).toContain('Tested with neighbours (Gi*)');
  expect(text).toContain('14 regions left out: no rate.');
  expect(text).not.toContain('Areas with more people');
  expect(await legendText(hotSpotLayer, { spots: { ...spots, found, by: 'count' } })).toContain(
    'Areas with more people have more incidents.',
  );
});

test('it refuses in words what cannot be said', async () => {
  const refused = (kind: object) => legendText(hotSpotLayer, { spots: { ...spots, found: kind as never } });
  expect(await refused({ kind: 'not_precise', leastMetres: 6000 })).toContain(
    'No hot spots are shown: these points are known to their settlement only. Choose areas at least 6,000 m wide.',
  );
  expect(await refused({ kind: 'too_few_units', count: 12, least: 30 })).toContain('Only 12 areas can be compared.');
  expect(await refused({ kind: 'too_few_incidents', count: 12, least: 30 })).toContain('Only 12 incidents or people.');
  expect(await refused({ kind: 'too_few_incidents', count: 0, least: 30 })).toMatch(/^(?!.*Only).*nothing on record to count/);
  expect(await refused({ kind: 'all_alike' })).toContain('All areas have the same value');
});
