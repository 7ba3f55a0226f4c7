import { type SQL, sql } from 'drizzle-orm';
import { boundsOfCircle, type Box, type Circle, haversineOf, type KeySet, type Ring } from '@monitor/domain';
import { incidents } from '../schema/tables.ts';
import type { QueryOptions } from '../connection/read-snapshot.ts';

/**
 * The published incidents of a dataset version whose point lies in a polygon, as something that has all points in memory, such as the
 * cube, has found; undefined if it is of another version. PostgreSQL would compare each incident with each side.
 */
export type FindInRing = (ring: Ring, datasetVersion: number) => KeySet | undefined;

/** Of readings of what a filter selects. */
export interface SelectionOptions extends QueryOptions {
  readonly findInRing?: FindInRing | undefined;
}

/** So few are found by their index, instead of looking at each incident. */
const few = 5000;

/** Whether an incident is in the set. */
function isAmong({ bits, count }: KeySet): SQL {
  if (count <= few) return sql`(${incidents.id} = any(${sql.param(numbersIn(bits))}::bigint[]))`;
  const number = incidents.id;
  return sql`(case when ${number} < ${8 * bits.length}::bigint then get_bit(${sql.param(bits)}::bytea, ${number}) = 1 else false end)`;
}

function numbersIn(bits: Uint8Array): number[] {
  const numbers: number[] = [];
  for (const [at, byte] of bits.entries())
    for (let rest = byte; rest !== 0; rest &= rest - 1) numbers.push(8 * at + 31 - Math.clz32(rest & -rest));
  return numbers;
}

/** Edges included. A box whose west is greater than its east goes across the antimeridian. */
export function inBox([west, south, east, north]: Box): SQL {
  const { lon, lat } = incidents;
  const between = west <= east ? sql`${lon} between ${west} and ${east}` : sql`(${lon} >= ${west} or ${lon} <= ${east})`;
  return sql`(${between} and ${lat} between ${south} and ${north})`;
}

/** In a polygon, by its points as they are known already, or else by SQL. */
export type InRing = (ring: Ring) => SQL;

/** @param find what is known already of the incidents of this dataset version */
export function inRingAt(datasetVersion: number, find: FindInRing | undefined): InRing {
  return (ring) => {
    const found = find?.(ring, datasetVersion);
    return found === undefined ? inRing(ring) : isAmong(found);
  };
}

/**
 * By the even-odd rule. PostgreSQL's own polygons, which are much faster, go by winding number instead; the two agree for a ring
 * that does not cross itself. Points within a millionth of a degree of an edge may fall on either side.
 */
export function inRing(ring: Ring): SQL {
  const { lon, lat } = incidents;
  const lons = ring.map((corner) => corner[0]);
  const lats = ring.map((corner) => corner[1]);
  const near = inBox([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]);
  if (isSimple(ring)) {
    const polygon = `(${ring.map(([x, y]) => `(${x},${y})`).join(',')})`;
    // Not evaluated before the box, which is cheap, since AND keeps the order of equal costs.
    return sql`(${near} and ${polygon}::polygon @> point(${lon}, ${lat}))`;
  }
  const following = (values: readonly number[]) => [...values.slice(1), ...values.slice(0, 1)];
  const numbers = (values: readonly number[]) => sql`${sql.param(values)}::double precision[]`;
  return sql`(${near} and (
    select count(*) % 2 = 1
    from unnest(${numbers(lons)}, ${numbers(lats)}, ${numbers(following(lons))}, ${numbers(following(lats))}) as side (x1, y1, x2, y2)
    where (y1 > ${lat}) <> (y2 > ${lat}) and ${lon} < (x2 - x1) * (${lat} - y1) / (y2 - y1) + x1
  ))`;
}

/** By the haversine, as in the domain, so that the same points lie within; those outside a box around the circle are not calculated. */
export function inCircle(circle: Circle): SQL {
  const { lon, lat } = incidents;
  const number = (value: number) => sql`${value}::double precision`;
  const half = (value: SQL) => sql`power(sin(radians(${value}) / 2), 2)`;
  return sql`(${inBox(boundsOfCircle(circle))} and
    ${half(sql`${lat} - ${number(circle.lat)}`)}
      + cos(radians(${number(circle.lat)})) * cos(radians(${lat})) * ${half(sql`${lon} - ${number(circle.lon)}`)}
    <= ${number(haversineOf(circle.km))})`;
}

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
