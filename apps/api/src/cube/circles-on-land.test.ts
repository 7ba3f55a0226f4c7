import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Cube, CubeBuilder, populationOf, tileOf } from '@monitor/cube';
import { demoIncidents } from '@monitor/demo';
import { dayNumber, type Filter, knownMinute, knownPart, traitsOf } from '@monitor/domain';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { beforeAll, expect, test } from 'vitest';
import { deep } from '../../../../testing/depth.ts';

type Ring = readonly (readonly [lon: number, lat: number])[];
interface Land {
  readonly features: readonly {
    readonly geometry: { readonly type: string; readonly coordinates: readonly Ring[] | readonly (readonly Ring[])[] };
  }[];
}

const text = readFileSync(createRequire(import.meta.url).resolve('@monitor/geography/data/basemap-land.json'), 'utf8');
const polygons = (JSON.parse(text) as Land).features
  .flatMap(({ geometry: { type, coordinates } }) =>
    type === 'Polygon' ? [coordinates as readonly Ring[]] : (coordinates as readonly (readonly Ring[])[]),
  )
  .filter(([outer]) => outer!.some(([lon, lat]) => lon > 12 && lon < 32 && lat > 38 && lat < 50));

function isInside(ring: Ring, lon: number, lat: number): boolean {
  let inside = false;
  for (const [at, [x, y]] of ring.entries()) {
    const [beforeX, beforeY] = ring.at(at - 1)!;
    if (y > lat !== beforeY > lat && lon < x + ((lat - y) / (beforeY - y)) * (beforeX - x)) inside = !inside;
  }
  return inside;
}

const isLand = (lon: number, lat: number) =>
  polygons.some(([outer, ...holes]) => isInside(outer!, lon, lat) && !holes.some((hole) => isInside(hole, lon, lat)));

/** The map draws coasts about 800 m off, and harbours lie on them. Degrees. */
const coast = 0.02;

function isOnLand(lon: number, lat: number): boolean {
  const around = [0, 1, 2, 3, 4, 5, 6, 7].map((step) => (step * Math.PI) / 4);
  return isLand(lon, lat) || around.some((turn) => isLand(lon + coast * Math.cos(turn), lat + coast * Math.sin(turn)));
}

/** Some years are enough for circles of all sizes. */
const until = deep ? '2025-12-31' : '2016-12-31';

let cube: Cube;
beforeAll(async () => {
  const builder = new CubeBuilder();
  let key = 0;
  for (const draft of demoIncidents(await loadGazetteer(), { until, seed: 1 })) {
    const times = { day: dayNumber(draft.occurred_on), minute: knownMinute(draft), part: knownPart(draft) };
    key += 1;
    builder.add({ dataset: 'demo', ...draft, ...traitsOf(draft), ...times, key, id: `AV-${String(key).padStart(12, '0')}` });
  }
  cube = builder.finish(1);
});

interface DrawnCircle {
  readonly country: string;
  readonly count: number;
  readonly lon: number;
  readonly lat: number;
}

/** All circles of the region at a zoom. */
function circlesAt(filter: Filter, z: number): DrawnCircle[] {
  const population = populationOf(cube, filter);
  const side = 2 ** z;
  const column = (lon: number) => Math.floor(((lon + 180) / 360) * side);
  const mercator = (lat: number) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  const row = (lat: number) => Math.floor(mercator(lat) * side);
  const circles: DrawnCircle[] = [];
  for (let x = column(15.7); x <= column(30.2); x++)
    for (let y = row(48.6); y <= row(39.5); y++)
      for (const cell of tileOf(cube, { population, filter, measure: 'incidents' }, { z, x, y }).cells) {
        const lon = ((x + cell.x / 4096) / side) * 360 - 180;
        const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + cell.y / 4096)) / side))) * 180) / Math.PI;
        circles.push({ country: cell.properties.country, count: cell.properties.count, lon, lat });
      }
  return circles;
}

test.each([
  ['all', {}],
  ['a year', { from: '2016-01-01', to: '2016-12-31' }],
  ['the coast', { country: ['AL', 'ME'] }],
  ['few', { type: ['suicide'], country: ['ME', 'AL', 'BA'] }],
] satisfies [string, Filter][])('no circle of the demonstration data is drawn at sea: %s', (_, filter) => {
  const circles = [3, 4, 5, 7].flatMap((z) => circlesAt(filter, z));
  expect(circles.length).toBeGreaterThan(20);
  expect(circles.filter(({ lon, lat }) => !isOnLand(lon, lat))).toEqual([]);
});
