import { filter, filterAttachedWeight, planarRingArea, planarTriangleArea, presimplify, simplify } from 'topojson-simplify';

/**
 * How coarse the map may be, by place: tolerance in degrees within a box of west, south, east, north. The first box that
 * a point lies in counts. The map opens on South-East Europe and seldom leaves it.
 */
const tolerances = [
  { box: [13.2, 39.3, 23.1, 46.4], degrees: 0.008 },
  { box: [26.5, 45.3, 30.3, 48.6], degrees: 0.008 },
  { box: [13, 38.8, 30.5, 49], degrees: 0.02 },
  { box: [12, 33, 42, 57], degrees: 0.03 },
  { box: [-12, 33, 50, 60], degrees: 0.07 },
  { box: [-125, 24, -66, 50], degrees: 0.06 },
  { box: [-161, 18, -154, 23], degrees: 0.06 },
  { box: [-180, 50, -129, 72], degrees: 0.15 },
  { box: [-25, 20, 65, 72], degrees: 0.15 },
  { box: [-180, -90, 180, 90], degrees: 0.7 },
];

function toleranceAt([lon, lat]) {
  const { degrees } = tolerances.find(
    ({ box: [west, south, east, north] }) => lon >= west && lat >= south && lon <= east && lat <= north,
  );
  return degrees;
}

/** Area of a corner in squares of the tolerance that holds there, so that one threshold serves the whole world. */
const cornerWeight = (triangle) => planarTriangleArea(triangle) / toleranceAt(triangle[1]) ** 2;

/** Islands are kept when larger than this many squares of the tolerance. */
const smallestIsland = 6;
const ringWeight = (ring) => planarRingArea(ring) / toleranceAt(ring[0]) ** 2;

/** The topology with the detail that the map needs. Units that would vanish, being small islands only, do. */
export function simplifyForMap(detailed) {
  const simplified = simplify(presimplify(detailed, cornerWeight), 0.5);
  return filter(simplified, filterAttachedWeight(simplified, smallestIsland, ringWeight));
}
