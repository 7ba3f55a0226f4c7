import { type SQL, sql } from 'drizzle-orm';
import type { Ring } from '@monitor/domain';
import type { QueryOptions } from '../connection/read-snapshot.ts';
import { incidents } from '../schema/tables.ts';

/** Incidents by their internal numbers. */
export interface KeySet {
  /** A bit for each number, the lowest bit of a byte first; may end before the highest number that there is. */
  readonly bits: Uint8Array;
  /** How many there are. */
  readonly count: number;
}

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
export function isAmong({ bits, count }: KeySet): SQL {
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
