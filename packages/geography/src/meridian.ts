import type { MultiLineString, Position } from 'geojson';

const isOnEdge = ([lon = 0]: Position) => Math.abs(lon) > 179.998;

/** Lines without what runs along the 180th meridian, where only files cut land in two. */
export function withoutMeridian(lines: MultiLineString): MultiLineString {
  const coordinates = lines.coordinates.flatMap((line) => {
    const parts: Position[][] = [line.slice(0, 1)];
    for (const [at, point] of line.entries()) {
      if (at === 0) continue;
      if (isOnEdge(point) && isOnEdge(line[at - 1]!)) parts.push([point]);
      else parts.at(-1)!.push(point);
    }
    return parts.filter((part) => part.length > 1);
  });
  return { ...lines, coordinates };
}
