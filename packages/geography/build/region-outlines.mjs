import { quantize } from 'topojson-client';
import { filter, presimplify, simplify } from 'topojson-simplify';
import { dissolve } from './topology.mjs';

/** About 200 m, finer than Natural Earth is right. Degrees. */
const tolerance = 0.002;

/** Outlines of the regions of some locations for looking points up, as a TopoJSON object `regions` with `properties: { code }`. */
export function regionOutlines(detailed, locations) {
  const simplified = simplify(presimplify(detailed), tolerance ** 2 / 2);
  const geometries = dissolve(simplified, ({ jurisdiction, region }) =>
    region !== null && locations.has(jurisdiction) ? region : undefined,
  ).map(({ key, geometry }) => ({
    ...geometry,
    properties: { code: key },
  }));
  const whole = { ...simplified, objects: { regions: { type: 'GeometryCollection', geometries } } };
  return quantize(filter(whole), 1e6);
}
