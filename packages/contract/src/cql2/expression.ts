import type { Ring } from '@monitor/domain';

/*
 * A filter in CQL2 (OGC 21-065r2), as far as it is supported. The shape is that of CQL2 JSON, so that writing it as JSON needs nothing.
 */

export const comparisons = ['=', '<>', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

export const temporalOperators = ['t_after', 't_before', 't_during', 't_intersects', 't_disjoint', 't_equals'] as const;
export type TemporalOperator = (typeof temporalOperators)[number];

export interface PropertyName {
  readonly property: string;
}

/** Text whose upper and lower case are the same. */
export interface CaseInsensitive<Of> {
  readonly op: 'casei';
  readonly args: readonly [Of];
}

/** A day, `YYYY-MM-DD`. Times of the day are left out on reading. */
export interface DayLiteral {
  readonly date: string;
}

/** First and last day, `..` if there is none. */
export interface IntervalLiteral {
  readonly interval: readonly [string, string];
}

export type Literal = string | number | DayLiteral | CaseInsensitive<string>;
export type Operand = PropertyName | CaseInsensitive<PropertyName>;

type Position = readonly [lon: number, lat: number];
/** Corners in degrees, the last the same as the first. */
export type ClosedRing = readonly Position[];

export type AreaLiteral =
  | { readonly bbox: readonly [west: number, south: number, east: number, north: number] }
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'Polygon'; readonly coordinates: readonly ClosedRing[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly ClosedRing[])[] };

/** The ring without the repetition of its first corner. */
export function openRing(ring: ClosedRing): Ring {
  return ring.slice(0, -1);
}

/** The polygons of an area, each with its outer ring first; none of a box or a point. */
export function polygonsOf(area: AreaLiteral): readonly (readonly ClosedRing[])[] {
  if ('bbox' in area || area.type === 'Point') return [];
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
}

/** All rings of the areas of an expression. */
export function ringsIn(expression: Expression): Ring[] {
  if (typeof expression === 'boolean') return [];
  switch (expression.op) {
    case 'and':
    case 'or':
    case 'not':
      return expression.args.flatMap((arg) => ringsIn(arg));
    case 's_intersects':
      return polygonsOf(expression.args[1]).flat().map(openRing);
    default:
      return [];
  }
}

/** One shape for each operator, so that the operator tells what the arguments are. */
type Applied<Op extends string, Args extends readonly unknown[]> = Op extends string
  ? { readonly op: Op; readonly args: Readonly<Args> }
  : never;

export type Expression =
  | boolean
  | Applied<'and' | 'or', Expression[]>
  | Applied<'not', [Expression]>
  | Applied<Comparison, [Operand, Literal]>
  | Applied<'like', [Operand, string | CaseInsensitive<string>]>
  | Applied<'between', [PropertyName, number | DayLiteral, number | DayLiteral]>
  | Applied<'in', [Operand, readonly Literal[]]>
  | Applied<'isNull', [PropertyName]>
  | Applied<'s_intersects', [PropertyName, AreaLiteral]>
  | Applied<TemporalOperator, [PropertyName, DayLiteral | IntervalLiteral]>;

/** Limits on a filter, so that none can keep the database busy by its mere size. */
export const expressionLimits = {
  /** Characters of its text. */
  length: 6000,
  /** Expressions within each other. */
  depth: 30,
  /** Comparisons and other predicates. */
  predicates: 100,
  /** Values of one list. */
  values: 200,
  /** Corners of all areas together. */
  corners: 400,
} as const;

/** The text or JSON is not a filter that is supported. The message is a sentence that says what to do. */
export class FilterExpressionError extends Error {
  override readonly name = 'FilterExpressionError';
}
