import {
  byIncidents,
  type DimensionName,
  dimensions,
  type FacetValue,
  fieldOf,
  type Figures,
  type Filter,
  without,
} from '@monitor/domain';
import type { Field, Group } from './cube-rows.ts';
import { constrainedFields } from './groups.ts';
import { matchingCombinations, positionsOfCodes } from './matching-combinations.ts';
import type { Tally } from './tally.ts';

/** Sums of a tally by value of a field. @param matching 1 for each combination that counts, 0 for each that does not */
export function sumsByValue({ values, positions }: Field, tally: Tally, matching?: Uint8Array): Tally {
  const sums = {
    incidents: new Uint32Array(values.length),
    killed: new Uint32Array(values.length),
    injured: new Uint32Array(values.length),
  };
  for (let code = 0; code < positions.length; code++) {
    if (matching?.[code] === 0) continue;
    const position = positions[code]!;
    sums.incidents[position]! += tally.incidents[code]!;
    sums.killed[position]! += tally.killed[code]!;
    sums.injured[position]! += tally.injured[code]!;
  }
  return sums;
}

/**
 * The values of a facet, most incidents first, under the filter without the facet's own constraint.
 * @param tally of the facet's group without the constraints of that group, which are applied here
 */
export function countFacet(facet: DimensionName, filter: Filter, group: Group, tally: Tally): FacetValue[] {
  const field = group.fields[fieldOf(facet)]!;
  const matching = matchingCombinations(group, constrainedFields[dimensions[facet].group], without(filter, facet));
  const sums = sumsByValue(field, tally, matching);
  const counted = [...positionsOfCodes(facet, filter, field)].map(([value, positions]) => ({ value, ...sumAt(sums, positions) }));
  return counted.filter(({ incidents }) => incidents > 0).sort(byIncidents);
}

function sumAt(sums: Tally, positions: readonly number[]): Figures {
  const figures = { incidents: 0, killed: 0, injured: 0 };
  for (const at of positions) {
    figures.incidents += sums.incidents[at]!;
    figures.killed += sums.killed[at]!;
    figures.injured += sums.injured[at]!;
  }
  return figures;
}
