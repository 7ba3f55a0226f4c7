import { neighbors } from 'topojson-client';

/** For each region the codes of those with which it shares a border, also across the borders of jurisdictions. Touching at a point is not enough. */
export function regionNeighbours({ objects }) {
  const { geometries } = objects.regions;
  const codes = geometries.map(({ properties }) => properties.code);
  return Object.fromEntries(neighbors(geometries).map((near, at) => [codes[at], near.map((other) => codes[other])]));
}
