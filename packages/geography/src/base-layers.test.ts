import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
import pointInPolygon from 'point-in-polygon-hao';
import { expect, test } from 'vitest';
import { type BaseLayer, baseLayers, baseLayerWith } from './base-layers.ts';

const base = (layer: BaseLayer) =>
  JSON.parse(readFileSync(new URL(`../data/basemap-${layer}.json`, import.meta.url), 'utf8')) as FeatureCollection;
const finer = Object.fromEntries(baseLayers.map((layer) => [layer, baseLayerWith(layer, ['BR', 'TR', 'US'])])) as Record<
  BaseLayer,
  FeatureCollection
>;
const codesIn = (layer: BaseLayer) => finer[layer].features.map(({ properties }) => properties!['code'] as string | null);

/** Whether land of a code has a point. */
function isLand(layer: FeatureCollection, code: string, lon: number, lat: number): boolean {
  return layer.features
    .filter(({ properties }) => properties!['code'] === code)
    .some(({ geometry }) => {
      const { type, coordinates } = geometry as Polygon | MultiPolygon;
      const polygons = type === 'Polygon' ? [coordinates] : coordinates;
      return polygons.some((rings) => pointInPolygon([lon, lat], rings) !== false);
    });
}

test('all that the base map has is there, and each land once', () => {
  for (const layer of baseLayers) {
    const known = new Set(finer[layer].features.map((one) => JSON.stringify(one)));
    const missing = base(layer).features.filter((one) => !known.has(JSON.stringify(one)));
    expect(missing.map(({ properties }) => properties!['code'])).toEqual(layer === 'land' ? ['BR'] : []);
  }
  const land = codesIn('land').filter((code) => code !== null);
  expect(new Set(land).size).toBe(land.length);
});

test('what was drawn coarsely has a coast that is right to a kilometre or two', () => {
  // Niterói lies across the bay from Rio de Janeiro, which the coarse outline closes.
  const rio = [-43.21, -22.91] as const;
  const bay = [-43.15, -22.83] as const;
  expect([isLand(finer.land, 'BR', ...rio), isLand(finer.land, 'BR', ...bay)]).toEqual([true, false]);
});

test('regions come with their outlines, lines and names where the base map has none', () => {
  const of = (code: string, layer: BaseLayer) => codesIn(layer).filter((one) => one?.startsWith(`${code}-`)).length;
  expect([of('BR', 'regions'), of('TR', 'regions'), of('US', 'regions')]).toEqual([27, 81, 51]);
  expect([of('BR', 'region-labels'), of('TR', 'region-labels'), of('US', 'region-labels')]).toEqual([27, 81, 51]);
  for (const { properties, geometry } of finer['region-labels'].features.filter(
    ({ properties: one }) => one!['jurisdiction'] === 'BR',
  )) {
    const [lon = 0, lat = 0] = (geometry as Point).coordinates;
    expect([properties!['code'], isLand(finer.regions, properties!['code'] as string, lon, lat)]).toEqual([
      properties!['code'],
      true,
    ]);
  }
  const added = finer.borders.features
    .slice(base('borders').features.length)
    .map(({ properties }) => properties!['kind'] as string);
  expect(added).toEqual(['jurisdiction', 'region', 'region']);
});

test('the largest settlements are named', () => {
  const named = finer.places.features.filter(({ properties }) => properties!['jurisdiction'] === 'BR');
  expect(named.length).toBeGreaterThan(1000);
  expect(named[0]!.properties).toMatchObject({ name: 'São Paulo' });
});
