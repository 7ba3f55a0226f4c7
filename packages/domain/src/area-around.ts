import type { Box } from './constraints/box.ts';

/** Degrees, about half a kilometre, so that a settlement known by one point has an area. */
const margin = 0.005;

/** The area of a settlement, from the outermost points of its incidents. Degrees. */
export function areaAround(west: number, south: number, east: number, north: number): Box {
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return [
    Math.max(-180, round(west - margin)),
    Math.max(-90, round(south - margin)),
    Math.min(180, round(east + margin)),
    Math.min(90, round(north + margin)),
  ];
}
