import type { Ring } from '@monitor/domain';

type Corner = Ring[number];

/** True if no two sides of the ring touch but neighbours at their common corner. */
export function isSimple(ring: Ring): boolean {
  const sides = ring.map((corner, index): [Corner, Corner] => [corner, ring[(index + 1) % ring.length] ?? corner]);
  return sides.every(([start, end], index) =>
    sides.every(([otherStart, otherEnd], other) => {
      const neighbours = other <= index + 1 || (index === 0 && other === sides.length - 1);
      return neighbours || !edgesTouch(start, end, otherStart, otherEnd);
    }),
  );
}

/** Whether two line segments have a point in common, by the sides on which the ends of each lie of the other. */
function edgesTouch(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const apart = (one: number, other: number, third: number, fourth: number) =>
    Math.max(one, other) < Math.min(third, fourth) || Math.max(third, fourth) < Math.min(one, other);
  if (apart(a[0], b[0], c[0], d[0]) || apart(a[1], b[1], c[1], d[1])) return false;
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

function side(from: Corner, to: Corner, point: Corner): number {
  return Math.sign((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]));
}
