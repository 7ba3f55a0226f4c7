import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import pointInPolygon from 'point-in-polygon-hao';
import { expect, onTestFinished, test } from 'vitest';
import { type BaseLayer, baseLayers, baseLayerWith } from './base-layers.ts';
import { learnFocus, siteFocus } from './focus.ts';
import type { Settlement } from './named-settlements.ts';
import { isHome } from './regions.ts';

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

test('all that the base map has is there but for what is finer, and each land once', () => {
  const missing = (layer: BaseLayer) => {
    const known = new Set(finer[layer].features.map((one) => JSON.stringify(one)));
    return base(layer)
      .features.filter((one) => !known.has(JSON.stringify(one)))
      .map(({ properties }) => properties!);
  };
  const land = missing('land').map(({ code }) => code as string);
  expect(land).toEqual(expect.arrayContaining(['AR', 'BR', 'CA', 'GR', 'TR', 'US']));
  expect(land.filter((code) => isHome(code) || ['DE', 'CN'].includes(code))).toEqual([]);
  expect(new Set(missing('regions').map(({ jurisdiction }) => jurisdiction as string))).toEqual(new Set(['US']));
  // Lines around Türkiye and the United States, and those between the states. Not those of what the map is about.
  const lines = missing('borders').map(({ kind, codes }) => [kind, /TR|US/.test(String(codes))]);
  expect(lines).toEqual([...Array.from({ length: 9 }, () => ['jurisdiction', true]), ['region', true]]);
  expect([...missing('region-labels'), ...missing('places')]).toEqual([]);
  const places = finer.places.features.map((one) => JSON.stringify(one));
  expect(new Set(places).size).toBe(places.length);
  const codes = codesIn('land').filter((code) => code !== null);
  expect(new Set(codes).size).toBe(codes.length);
});

test('nothing gapes between a location and its neighbours, and coasts are as fine as at home', () => {
  // The border of Brazil with Bolivia along the Rio Mamoré, and with Uruguay.
  for (let at = 0; at < 200; at++) {
    const [lon, lat] = [-65.5 + at * 0.001, -11.5];
    expect([lon, isLand(finer.land, 'BR', lon, lat) || isLand(finer.land, 'BO', lon, lat)]).toEqual([lon, true]);
  }
  // Manhattan and Newark Bay beside it.
  expect([isLand(finer.land, 'US', -73.97, 40.77), isLand(finer.land, 'US', -74.13, 40.67)]).toEqual([true, false]);
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
  // With the name of the location itself, where the base map has none.
  expect(codesIn('region-labels').filter((code) => code?.length === 2)).toEqual(['BR']);
  for (const { properties, geometry } of finer['region-labels'].features.filter(
    ({ properties: one }) => one!['jurisdiction'] === 'BR' && one!['code'] !== 'BR',
  )) {
    const [lon = 0, lat = 0] = (geometry as Point).coordinates;
    expect([properties!['code'], isLand(finer.regions, properties!['code'] as string, lon, lat)]).toEqual([
      properties!['code'],
      true,
    ]);
  }
  const added = finer.borders.features.slice(-6).map(({ properties }) => properties!['kind'] as string);
  expect(added).toEqual(Array.from({ length: 3 }, () => ['jurisdiction', 'region']).flat());
});

test('the largest settlements are named', () => {
  const named = finer.places.features.filter(({ properties }) => properties!['jurisdiction'] === 'BR');
  expect(named.length).toBeGreaterThan(1000);
  expect(named[0]!.properties).toMatchObject({ name: 'São Paulo' });
});

test('small settlements of what is shown take the place of those where nobody looks', () => {
  const usual = siteFocus();
  onTestFinished(() => learnFocus(usual));
  const named = (focus: readonly string[], codes: readonly string[] = []) => {
    learnFocus({ ...usual, locations: focus });
    const all = baseLayerWith('places', codes).features.map(({ properties }) => properties as Settlement['properties']);
    return { all, of: (code: string) => all.filter(({ jurisdiction }) => jurisdiction === code) };
  };
  const before = base('places').features.map(({ properties }) => properties as Settlement['properties']);
  expect(named(usual.locations).all).toEqual(before);
  const [states, ukraine] = [named(['US']), named(['UA'])];
  expect(states.of('RS').every(({ population }) => population >= 60_000)).toBe(true);
  // As the map is today with 2,500 of the largest, and without.
  const ofBase = before.filter(({ jurisdiction }) => jurisdiction !== 'US').length;
  expect([states.all.length <= ofBase + 2500, states.of('US').length > 4000]).toEqual([true, true]);
  expect([ukraine.all.length <= before.length, ukraine.of('UA').length > 1000]).toEqual([true, true]);
  // With its name in both letters.
  expect(ukraine.of('UA')[0]).toMatchObject({ name: 'Kyiv', local: 'Київ' });
  // Those of the data stay, also where the focus is far away.
  expect(named(['US'], ['RS']).of('RS')).toEqual(before.filter(({ jurisdiction }) => jurisdiction === 'RS'));
});

test('where not all can be named, there are names all over the land', () => {
  const usual = siteFocus();
  onTestFinished(() => learnFocus(usual));
  learnFocus({ ...usual, locations: ['US'] });
  const { features } = baseLayerWith('places', []);
  const at = features.map(({ geometry }) => (geometry as Point).coordinates as [number, number]);
  // The smallest of the largest 2,500 has 20,000 people, which hardly any town in Wyoming has.
  const inWyoming = at.filter(([lon, lat]) => lon > -111 && lon < -104 && lat > 41 && lat < 45);
  expect(inWyoming.length).toBeGreaterThan(30);
});

test('no line runs along the 180th meridian, where only the files end, and none is lost beside it', () => {
  const onEdge = (lon: number) => Math.abs(lon) > 179.998;
  for (const code of ['FJ', 'RU']) {
    const found = baseLayerWith('borders', [code]).features.filter(({ properties }) => properties!['codes'] === code);
    const lines = found.flatMap(({ geometry }) => (geometry as MultiLineString).coordinates);
    const along = lines.filter((line) => line.some(([lon = 0], at) => at > 0 && onEdge(lon) && onEdge(line[at - 1]![0]!)));
    expect([code, along]).toEqual([code, []]);
    // The coast goes up to it on both sides.
    for (const edge of [-180, 180]) expect(lines.flat().filter(([lon]) => lon === edge).length).toBeGreaterThan(1);
  }
});
