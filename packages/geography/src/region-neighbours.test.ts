import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { feature } from 'topojson-client';
import { expect, test } from 'vitest';
import { readWorldFile } from './gazetteer/read-data.ts';
import type { RegionTopology } from './gazetteer/region-index.ts';
import { drawnRegions } from './regions.ts';

const neighbours = JSON.parse(readFileSync(new URL('../data/region-neighbours.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;
const outlines = JSON.parse(
  gunzipSync(readFileSync(new URL('../data/region-outlines.json.gz', import.meta.url))).toString(),
) as RegionTopology;

test('every region has its line, and neighbours are mutual', () => {
  expect(Object.keys(neighbours).sort()).toEqual(drawnRegions.map(({ code }) => code));
  for (const [code, near] of Object.entries(neighbours)) {
    expect(near).not.toContain(code);
    for (const other of near) expect(neighbours[other]).toContain(code);
  }
});

test('they are the regions whose outlines have a stretch of border in common', () => {
  // Independent of shared arcs: the pieces of line of each outline, either way round.
  const owners = new Map<string, Set<string>>();
  const files = [outlines, readWorldFile('US').outlines!];
  for (const { geometry, properties } of files.flatMap((file) => feature(file, file.objects.regions).features)) {
    const rings =
      geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
    for (const ring of rings)
      for (const [at, point] of ring.slice(1).entries()) {
        const piece = [point.join(), ring[at]!.join()].toSorted().join(' ');
        owners.set(piece, (owners.get(piece) ?? new Set()).add(properties.code));
      }
  }
  const pairs = new Set([...owners.values()].flatMap((codes) => (codes.size === 2 ? [[...codes].toSorted().join()] : [])));
  const listed = Object.entries(neighbours).flatMap(([code, near]) => near.map((other) => [code, other].toSorted().join()));
  expect([...new Set(listed)].sort()).toEqual([...pairs].sort());
});

test.each([
  ['UA-43', ['UA-40', 'UA-65']],
  ['XK-07', ['AL-07', 'MK-006', 'XK-01', 'XK-02', 'XK-05', 'XK-06']],
  ['US-HI', []],
])('%s has the neighbours of the map', (code, near) => {
  expect(neighbours[code]).toEqual(near);
});
