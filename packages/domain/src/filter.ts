import { box } from './constraints/box.ts';
import { circle } from './constraints/circle.ts';
import type { Constraint } from './constraints/constraint.ts';
import { identifiers } from './constraints/identifiers.ts';
import { leastVictims, leastWeapons } from './constraints/least.ts';
import { from, to } from './constraints/period.ts';
import { polygon } from './constraints/polygon.ts';
import { recordPartsLeftOut } from './constraints/record-parts.ts';
import { words } from './constraints/words.ts';
import { type CodeOfDimension, dimensionNames, type DimensionName } from './dimensions.ts';

/** The constraints that are not lists of codes, by their name in the address. */
export const constraints = {
  from,
  to,
  min_victims: leastVictims,
  min_weapons: leastWeapons,
  q: words,
  bbox: box,
  within: polygon,
  near: circle,
  id: identifiers,
  leave_out: recordPartsLeftOut,
} as const;

/** The constraints that are areas of the map. */
export const areaNames = ['bbox', 'within', 'near'] as const satisfies readonly ConstraintName[];

export type ConstraintName = keyof typeof constraints;
export const constraintNames = Object.keys(constraints) as readonly ConstraintName[];
export type ConstraintValue<Name extends ConstraintName> =
  (typeof constraints)[Name] extends Constraint<infer Value> ? Value : never;

/**
 * Which published incidents are meant. An absent key is no constraint; the codes of one list are alternatives; different keys all hold
 * at once, and those of one subject of one and the same (see `subjects`). The keys are the names in the browser's address and in the
 * API. Areas select incidents that have a public point.
 */
export type Filter = { readonly [Name in DimensionName]?: readonly CodeOfDimension<Name>[] } & {
  readonly [Name in ConstraintName]?: ConstraintValue<Name>;
};

export type FilterName = keyof Filter;
export const filterNames: readonly FilterName[] = [...dimensionNames, ...constraintNames];

/** Names that a filter had in earlier addresses, which still lead where they led. */
export const formerNames: ReadonlyMap<string, FilterName> = new Map([['precision', 'place_precision']]);

/** The filter with some keys left out, such as a facet's own constraint. */
export function without(filter: Filter, ...names: readonly FilterName[]): Filter {
  const rest: Record<string, unknown> = { ...filter };
  for (const name of names) delete rest[name];
  return rest;
}
