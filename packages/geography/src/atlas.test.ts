import { readFileSync } from 'node:fs';
import { feature, mesh } from 'topojson-client';
import { expect, test } from 'vitest';
import { type AtlasTopology, atlasWith } from './atlas.ts';

const base = JSON.parse(readFileSync(new URL('../data/atlas.json', import.meta.url), 'utf8')) as AtlasTopology;
const wide = atlasWith(['BR', 'TR']);
const codes = ({ objects }: AtlasTopology, layer: 'land' | 'regions') =>
  objects[layer].geometries.map(({ properties }) => (properties as { code: string }).code);

test('it has the land of all the world once, and the regions of the locations beside those of the atlas', () => {
  const land = codes(wide, 'land');
  expect(new Set(land).size).toBe(land.length);
  expect(land).toEqual(expect.arrayContaining([...codes(base, 'land'), 'AR', 'BR', 'CN', 'ZA']));
  const regions = codes(wide, 'regions');
  expect(regions).toEqual(expect.arrayContaining(codes(base, 'regions')));
  expect(regions.filter((code) => !codes(base, 'regions').includes(code)).length).toBe(27 + 81);
});

test('without locations elsewhere, what the atlas has is the same', () => {
  const label = ({ objects }: AtlasTopology, code: string) =>
    objects.land.geometries.find(({ properties }) => (properties as { code: string }).code === code)?.properties;
  for (const code of ['RS', 'TR']) expect(label(wide, code)).toMatchObject(label(base, code)!);
  expect(label(wide, 'BO')).toEqual({ code: 'BO', name: 'Bolivia' });
});

test('neighbours share their lines, and no ring is inside out', () => {
  const lines = mesh(
    wide,
    wide.objects.land,
    (one, other) =>
      one !== other && [one, other].every(({ properties }) => ['AR', 'BR'].includes((properties as { code: string }).code)),
  );
  expect(lines.coordinates.flat().length).toBeGreaterThan(100);
  const brazil = feature(wide, wide.objects.land).features.find(({ properties }) => properties.code === 'BR')!;
  for (const [ring = []] of (brazil.geometry as GeoJSON.MultiPolygon).coordinates) {
    const twice = ring.reduce((sum, [x = 0, y = 0], at) => {
      const [before = 0, above = 0] = ring.at(at - 1) ?? [];
      return sum + (x - before) * (y + above);
    }, 0);
    expect(twice).toBeGreaterThan(0);
  }
});
