import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { expect, inject, test } from 'vitest';
import { deep } from '../../../testing/depth.ts';
import { arrangeCircles, type CirclesInView } from '../../web/src/map/arrange-circles.ts';
import { parseComposition } from '../../web/src/map/donut.ts';
import type { CellFigure } from '../../web/src/map/figure.ts';
import { type FigureScale, radiusOf } from '../../web/src/map/figure-size.ts';
import { tileZoomAt } from '../../web/src/map/incident-tiles.ts';
import { mercatorOf } from '../../web/src/map/name-places.ts';

const address = inject('address');

/** West, south, east and north of what the map shows first, in degrees. */
const [west, south, east, north] = [15.7, 39.6, 30.2, 48.5];

function tileAt(z: number, lon: number, lat: number): { x: number; y: number } {
  const [right, down] = mercatorOf([lon, lat]);
  return { x: Math.floor(right * 2 ** z), y: Math.floor(down * 2 ** z) };
}

const tiles = new Map<string, Promise<VectorTile | undefined>>();

async function readTile(path: string): Promise<VectorTile | undefined> {
  const response = await fetch(`${address}/api/v1/tiles/${path}`);
  return response.status === 200 ? new VectorTile(new PbfReader(await response.arrayBuffer())) : undefined;
}

/** All circles and dots of the region, as the map has them at a zoom. */
async function viewOf(query: string, zoom: number, mapWidth: number): Promise<CirclesInView> {
  const z = tileZoomAt(zoom);
  const [first, last] = [tileAt(z, west, north), tileAt(z, east, south)];
  const circles: CellFigure[] = [];
  const dots: { lon: number; lat: number; amount: number }[] = [];
  for (let x = first.x; x <= last.x; x++) {
    for (let y = first.y; y <= last.y; y++) {
      const path = `${z}/${x}/${y}.mvt${query}`;
      tiles.set(path, tiles.get(path) ?? readTile(path));
      for (const [name, layer] of Object.entries((await tiles.get(path))?.layers ?? {})) {
        for (let at = 0; at < layer.length; at++) {
          const feature = layer.feature(at);
          const { geometry } = feature.toGeoJSON(x, y, z);
          if (geometry.type !== 'Point') throw new Error(`Not a point: ${geometry.type}`);
          const [lon = 0, lat = 0] = geometry.coordinates;
          const { country, count, amount = count, killed, injured, types, bounds } = feature.properties;
          if (name !== 'cells') dots.push({ lon, lat, amount: Number(amount ?? 1) });
          else
            circles.push({
              layer: name,
              key: `${String(country)} ${String(bounds)}`,
              country: String(country),
              lon,
              lat,
              count: Number(count),
              amount: Number(amount),
              killed: Number(killed),
              injured: Number(injured),
              notReported: { killed: 0, injured: 0, amount: 0 },
              shares: parseComposition(String(types)),
              bounds: String(bounds).split(',').map(Number) as unknown as CellFigure['bounds'],
            });
        }
      }
    }
  }
  return { circles, dots, zoom, byPosition: false, mapWidth };
}

/** The pairs of circles that overlap. */
function overlaps(circles: readonly CellFigure[], zoom: number, scale: FigureScale): string[] {
  const world = 512 * 2 ** zoom;
  const placed = circles.map((circle) => ({ circle, place: mercatorOf([circle.lon, circle.lat]) }));
  return placed.flatMap(({ circle: one, place }, at) =>
    placed.slice(at + 1).flatMap(({ circle: other, place: otherPlace }) => {
      const apart = Math.hypot(place[0] - otherPlace[0], place[1] - otherPlace[1]) * world;
      return apart < radiusOf(one.amount, scale) + radiusOf(other.amount, scale) ? [`${one.key} ${other.key}`] : [];
    }),
  );
}

// Up to a fixed day, since the demonstration grows daily.
const queries = {
  'all incidents': '?to=2026-10-31',
  'a year': '?from=2025-11-01&to=2026-10-31',
  'people killed': '?to=2026-10-31&measure=killed',
};
const zooms = deep ? [3.7, 4, 4.3, 4.6, 4.9, 5.2, 5.4, 5.7, 6, 6.3, 6.7, 7, 7.3, 7.7, 8, 8.3] : [3.7, 4.3, 5.4, 6.7];

test.each(Object.entries(queries))('no circle overlaps another, at any zoom, on a phone or a desktop: %s', async (_, query) => {
  let [apart, joined] = [0, 0];
  for (const mapWidth of [390, 745]) {
    for (const zoom of zooms) {
      const view = await viewOf(query, zoom, mapWidth);
      const { scale, changed } = arrangeCircles(view);
      const gone = new Set(changed.flatMap(({ drawn, hidden }) => [drawn, ...hidden]));
      const drawn = [...view.circles.filter((circle) => !gone.has(circle)), ...changed.map(({ shown }) => shown)];
      const sum = (circles: readonly CellFigure[]) => circles.reduce((total, { count }) => total + count, 0);
      expect([zoom, sum(drawn)]).toEqual([zoom, sum(view.circles)]);
      expect([zoom, overlaps(drawn, zoom, scale)]).toEqual([zoom, []]);
      apart += overlaps(view.circles, zoom, scale).length;
      joined += changed.length;
    }
  }
  // Else this would say nothing of those that overlap.
  expect(apart).toBeGreaterThan(0);
  expect(joined).toBeGreaterThan(0);
});
