import { expression } from '@maplibre/maplibre-gl-style-spec';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import { dotRadiusExpression, radiusOf, usualScale } from '../figure-size.ts';
import english from '../locales/en.json';
import { incidents } from './incidents.tsx';

await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { map: english } } });

const geometry = { type: 'Point' as const, coordinates: [20.5, 44.8] };
const missing = { killedNotReported: 0, injuredNotReported: 1 };
const properties = { id: 'A-1', type: 'suicide', killed: 0, injured: 0, ...missing, occurred_on: '2026-10-31' };
const layer = incidents.figures!;
const unharmed = layer.read({ geometry, properties })!;
const deadly = layer.read({ geometry, properties: { ...properties, killed: 1 } })!;

test('a single incident is read', () => {
  expect(unharmed).toEqual({
    layer: 'incidents',
    key: 'A-1',
    lon: 20.5,
    lat: 44.8,
    count: 1,
    amount: 1,
    shares: [{ type: 'suicide', count: 1 }],
    killed: 0,
    injured: 0,
    notReported: { killed: 0, injured: 1, amount: 0 },
    id: 'A-1',
    type: 'suicide',
    occurredOn: '2026-10-31',
  });
});

test('anything else is no incident', () => {
  expect(layer.read({ geometry, properties: { ...properties, id: undefined } })).toBeUndefined();
  expect(layer.read({ geometry, properties: { name: 'Ниш' } })).toBeUndefined();
  expect(layer.read({ geometry, properties: null })).toBeUndefined();
  expect(layer.read({ geometry: { type: 'MultiPoint', coordinates: [] }, properties })).toBeUndefined();
});

test('a dot is larger where somebody was killed', () => {
  expect(layer.radius(deadly, usualScale)).toBeGreaterThan(layer.radius(unharmed, usualScale));
});

test('a dot grows with what is counted of it, and is smallest where that is nothing', () => {
  const radii = [undefined, 0, 1, 40, 300, 5000].map((amount) =>
    layer.radius(layer.read({ geometry, properties: { ...properties, amount } })!, usualScale),
  );
  expect(radii[1]).toBeLessThan(radii[0]!);
  expect(radii[2]).toBe(radii[0]);
  expect(radii[3]).toBeGreaterThan(radii[2]!);
  expect(radii[4]).toBe(usualScale.largestRadius);
});

test('the style draws a dot as large as it is pressed', () => {
  const parsed = expression.createExpression(dotRadiusExpression(usualScale), 'layers[0].paint.circle-radius');
  if (parsed.result === 'error') throw new Error(parsed.value.map(({ message }) => message).join(', '));
  for (const amount of [0, 1, 40, 5000]) {
    const drawn = parsed.value.evaluate({ zoom: 5 }, { type: 'Point', properties: { amount } });
    expect(drawn).toBeCloseTo(radiusOf(amount, usualScale));
  }
  expect(parsed.value.evaluate({ zoom: 5 }, { type: 'Point', properties: {} })).toBe(radiusOf(1, usualScale));
});

test('the legend names the ring while one is in view', () => {
  const Sign = incidents.LegendSign!;
  expect(renderToStaticMarkup(<Sign figures={[unharmed]} selected={false} measure="incidents" />)).toBe('');
  expect(renderToStaticMarkup(<Sign figures={[unharmed, deadly]} selected={false} measure="incidents" />)).toContain(
    english.legend.killed,
  );
  expect(renderToStaticMarkup(<Sign figures={[{ ...deadly, count: 2 }]} selected={false} measure="incidents" />)).toBe('');
});
