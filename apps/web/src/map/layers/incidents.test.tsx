import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import { usualScale } from '../figure-size.ts';
import english from '../locales/en.json';
import { incidents } from './incidents.tsx';

await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { map: english } } });

const geometry = { type: 'Point' as const, coordinates: [20.5, 44.8] };
const properties = { id: 'A-1', type: 'suicide', killed: 0, injured: 0, occurred_on: '2026-10-31' };
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
    shares: [{ type: 'suicide', count: 1 }],
    killed: 0,
    injured: 0,
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

test('the legend names the ring while one is in view', () => {
  const Sign = incidents.LegendSign!;
  expect(renderToStaticMarkup(<Sign figures={[unharmed]} />)).toBe('');
  expect(renderToStaticMarkup(<Sign figures={[unharmed, deadly]} />)).toContain(english.legend.killed);
  expect(renderToStaticMarkup(<Sign figures={[{ ...deadly, layer: 'cells' }]} />)).toBe('');
});
