import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Point, Polygon, Position } from 'geojson';
import pointInPolygon from 'point-in-polygon-hao';
import { expect, test } from 'vitest';
import { drawnJurisdictions, jurisdiction } from './jurisdictions.ts';
import { region, drawnRegions } from './regions.ts';

type Area = Polygon | MultiPolygon;

/** A TopoJSON file, as far as this looks at it. */
interface Atlas {
  readonly objects: Record<'land' | 'regions', { geometries: { properties: { code: string; label?: Position } }[] }>;
}

function readLayer<G extends Geometry, P>(name: string): { text: string; features: Feature<G, P>[] } {
  const text = readFileSync(new URL(`../data/basemap-${name}.json`, import.meta.url), 'utf8');
  return { text, features: (JSON.parse(text) as FeatureCollection<G, P>).features };
}

const land = readLayer<Area, { code: string | null }>('land');
const borders = readLayer<Geometry, { kind: string; codes: string }>('borders');
const regionAreas = readLayer<Area, { code: string; jurisdiction: string; name: string }>('regions');
const labels = readLayer<Point, { code: string }>('labels');

function ringsOf({ geometry }: Feature<Area, unknown>): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function contains(area: Feature<Area, unknown> | undefined, lon: number, lat: number): boolean {
  return area !== undefined && ringsOf(area).some((rings) => pointInPolygon([lon, lat], rings) !== false);
}

const landOf = (code: string) => land.features.find(({ properties }) => properties.code === code);

test('no outline is empty, every ring is closed', () => {
  for (const area of [...land.features, ...regionAreas.features]) {
    const rings = ringsOf(area).flat();
    expect(rings.length).toBeGreaterThan(0);
    for (const ring of rings) {
      expect(ring.length).toBeGreaterThanOrEqual(4);
      expect(ring.at(-1)).toEqual(ring[0]);
    }
  }
});

test('every jurisdiction that is drawn has land and a label on it', () => {
  for (const { code } of drawnJurisdictions) {
    const [lon, lat] = labels.features.find(({ properties }) => properties.code === code)?.geometry.coordinates ?? [];
    expect([code, contains(landOf(code), lon ?? 0, lat ?? 0)]).toEqual([code, true]);
  }
});

test('every region has an outline, with its name', () => {
  expect(regionAreas.features.map(({ properties }) => properties.code).sort()).toEqual(drawnRegions.map(({ code }) => code));
  for (const { properties } of regionAreas.features) {
    expect(properties).toEqual(region(properties.code));
    expect(jurisdiction(properties.jurisdiction)).toBeDefined();
  }
});

test.each([
  ['Simferopol', 34.1, 44.95, 'UA'],
  ['Sevastopol', 33.6, 44.58, 'UA'],
  ['Pristina', 21.16, 42.66, 'XK'],
  ['Leposavić', 20.8, 43.1, 'XK'],
  ['Tiraspol', 29.6, 46.85, 'MD'],
])('%s lies on the land of its jurisdiction only', (_, lon, lat, code) => {
  const codes = land.features.filter((area) => contains(area, lon, lat)).map(({ properties }) => properties.code);
  expect(codes).toEqual([code]);
});

test('one line is disputed, and it runs between Kosovo* and Serbia', () => {
  const disputed = borders.features.filter(({ properties }) => properties.kind === 'disputed');
  expect(disputed).toHaveLength(1);
  const points = positionsOf(disputed[0]?.geometry);
  expect(points.length).toBeGreaterThan(20);
  for (const [lon = 0, lat = 0] of points) expect(lon > 19.9 && lon < 21.9 && lat > 42.1 && lat < 43.4).toBe(true);
});

test('no border of a jurisdiction parts Crimea from the mainland', () => {
  const nearPerekop = ([lon = 0, lat = 0]: Position) => lon > 33.2 && lon < 35.3 && lat > 45.6 && lat < 46.4;
  const lines = borders.features.filter(({ properties }) => properties.kind !== 'region');
  expect(lines.flatMap(({ geometry }) => positionsOf(geometry)).filter(nearPerekop)).toEqual([]);
});

test('what the browser loads is small', () => {
  const compressed = (text: string) => gzipSync(text).length / 1024;
  expect(compressed(land.text) + compressed(borders.text) + compressed(labels.text)).toBeLessThan(250);
  expect(compressed(regionAreas.text)).toBeLessThan(150);
});

function positionsOf(geometry: Geometry | undefined): Position[] {
  if (geometry?.type === 'LineString') return geometry.coordinates;
  return geometry?.type === 'MultiLineString' ? geometry.coordinates.flat() : [];
}

test('every region has a label within its outline', () => {
  const regionLabels = readLayer<Point, { code: string; room: number }>('region-labels').features;
  expect(regionLabels.map(({ properties }) => properties.code).sort()).toEqual(drawnRegions.map(({ code }) => code));
  for (const { properties, geometry } of regionLabels) {
    const [lon = 0, lat = 0] = geometry.coordinates;
    const area = regionAreas.features.find((one) => one.properties.code === properties.code);
    expect([properties.code, contains(area, lon, lat), properties.room > 0]).toEqual([properties.code, true, true]);
  }
});

test('places are named in Latin letters, with the local ones where these are others, largest first', () => {
  const places = readLayer<Point, { name: string; local?: string; jurisdiction: string; population: number }>('places').features;
  const populations = places.map(({ properties }) => properties.population);
  expect(populations).toEqual(populations.toSorted((one, other) => other - one));
  const names = new Map(places.map(({ properties: { name, local } }) => [name, local]));
  expect([...names.keys()].filter((name) => /\p{Script=Cyrillic}/u.test(name))).toEqual([]);
  const few = ['Prishtinë / Priština', 'Čačak', 'Kumanovo', 'Kyiv', 'Chișinău', 'Shkodër'];
  expect(few.map((name) => names.get(name))).toEqual([undefined, undefined, 'Куманово', 'Київ', undefined, undefined]);
  expect(few.filter((name) => !names.has(name))).toEqual([]);
});

test('the atlas has the land of every jurisdiction, with the place of its label, and every region, in one small file', () => {
  const text = readFileSync(new URL('../data/atlas.json', import.meta.url), 'utf8');
  const { objects } = JSON.parse(text) as Atlas;
  const known = new Map(objects.land.geometries.map(({ properties }) => [properties.code, properties.label]));
  for (const { code } of drawnJurisdictions) {
    const label = labels.features.find(({ properties }) => properties.code === code)?.geometry.coordinates;
    expect([code, known.get(code)]).toEqual([code, label]);
  }
  expect(objects.regions.geometries.map(({ properties }) => properties.code).sort()).toEqual(drawnRegions.map(({ code }) => code));
  expect(gzipSync(text).length / 1024).toBeLessThan(110);
});
