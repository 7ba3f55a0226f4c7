import type { Facet } from '@monitor/domain';
import { incidents } from '../schema/tables.ts';

/**
 * Facets that are counted together, by all combinations of their columns. Fewer groups make a faster scan, more combinations a
 * longer answer: these are columns of which few combinations occur.
 */
export const facetGroups = {
  place: { facets: ['country', 'region', 'dataset'], columns: [incidents.country, incidents.region, incidents.dataset_id] },
  kind: { facets: ['type', 'subtype'], columns: [incidents.type, incidents.subtype] },
  circumstance: {
    facets: ['setting', 'urbanity', 'precision'],
    columns: [incidents.setting, incidents.urbanity, incidents.place_precision],
  },
  result: { facets: ['outcome', 'source'], columns: [incidents.outcome_mask, incidents.source_mask] },
  weapon: { facets: ['weapon', 'legal'], columns: [incidents.weapon_mask] },
  victim: { facets: ['victim_sex', 'victim_age'], columns: [incidents.victim_mask] },
  people: {
    facets: ['perpetrator_sex', 'relationship'],
    columns: [incidents.perpetrator_mask, incidents.relationship_mask],
  },
} as const satisfies Record<string, { facets: readonly Facet[]; columns: readonly unknown[] }>;

export type FacetGroup = keyof typeof facetGroups;
export const facetGroupNames = Object.keys(facetGroups) as FacetGroup[];

/** The group in which a facet is counted. */
export function groupOf(facet: Facet): FacetGroup {
  const group = facetGroupNames.find((name) => (facetGroups[name].facets as readonly Facet[]).includes(facet));
  if (group === undefined) throw new Error(`The facet ${facet} is in no group.`);
  return group;
}
