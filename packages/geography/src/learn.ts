import { learnJurisdictions } from './jurisdictions.ts';
import { learnPopulation } from './population.ts';
import { learnRegions } from './regions.ts';

/** What a program learns of a location outside the region before it says anything of it. */
export interface LocationKnowledge {
  readonly code: string;
  readonly iso3: string;
  readonly name: string;
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  /** People in the first year and in each after it; left out where none are known. */
  readonly population?: { readonly first_year: number; readonly people: readonly number[] };
}

export function learnLocations(locations: readonly LocationKnowledge[]): void {
  learnJurisdictions(locations);
  learnRegions(locations.flatMap(({ code: jurisdiction, regions }) => regions.map((one) => ({ ...one, jurisdiction }))));
  for (const { code, population } of locations) if (population) learnPopulation(code, population.first_year, population.people);
}
