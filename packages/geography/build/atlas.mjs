import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';

/** Steps of the coordinates from west to east: 0.0018 degrees, less than a pixel of any map that is drawn of them. */
const steps = 2e5;

/**
 * Land and regions of the map as one TopoJSON, in which neighbours share their lines: for maps that are drawn as pictures, where each
 * line is drawn once. Without the rest of the world, which they never show.
 * @param layers what `basemap` makes
 * @param listed codes of what has a border
 */
export function atlas({ land, regions, labels }, listed) {
  const places = new Map(labels.features.map(({ properties, geometry }) => [properties.code, geometry.coordinates]));
  const areas = ({ features }, propertiesOf) => ({
    type: 'FeatureCollection',
    features: features.map(({ geometry, properties }) => ({
      type: 'Feature',
      geometry: {
        ...geometry,
        coordinates: geometry.coordinates.filter(([ring]) => Math.abs(twiceArea(ring)) > 1e-6).map(clockwise),
      },
      properties: propertiesOf(properties),
    })),
  });
  const known = { features: land.features.filter(({ properties }) => listed.has(properties.code)) };
  const whole = topology({
    land: areas(known, ({ code }) => ({ code, ...(places.has(code) && { label: places.get(code) }) })),
    regions: areas(regions, ({ code }) => ({ code })),
  });
  return quantize(whole, steps);
}

/** A polygon as d3-geo takes it, which reads it on the globe: its land lies to the right of its lines, and not to the left as in GeoJSON. */
function clockwise(polygon) {
  return polygon.map((ring, index) => (twiceArea(ring) > 0 === (index === 0) ? ring : ring.toReversed()));
}

/** In square degrees, positive where the ring runs clockwise; zero for an island so small that it has become a line. */
function twiceArea(ring) {
  return ring.reduce((sum, [x, y], index) => sum + (x - ring.at(index - 1)[0]) * (y + ring.at(index - 1)[1]), 0);
}
