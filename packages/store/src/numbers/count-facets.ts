import { type SQL, sql } from 'drizzle-orm';
import { type Combination, type Facet, type FacetValue, type Figures, type Filter, sumFacet, without } from '@monitor/domain';
import type { RunStatement } from '../connection/run-query.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { datasets, incidents } from '../schema/tables.ts';
import { type FacetGroup, facetGroups, groupOf } from './facet-groups.ts';

type CountedCombination = Combination & Figures;

/**
 * Counts facets, each without its own constraint. Groups without any constraint are counted in one scan of the incidents that the
 * filter selects; each group with a constraint in a scan of its own, which leaves the constraints of that group to the end.
 */
export async function countFacets(
  run: RunStatement,
  filter: Filter,
  facets: readonly Facet[],
): Promise<Partial<Record<Facet, FacetValue[]>>> {
  if (facets.length === 0) return {};
  const groups = [...new Set(facets.map(groupOf))];
  const isConstrained = (group: FacetGroup) => facetGroups[group].facets.some((facet) => filter[facet] !== undefined);
  const free = groups.filter((group) => !isConstrained(group));
  const counted = new Map<FacetGroup, CountedCombination[]>();
  for (const some of [free, ...groups.filter(isConstrained).map((group) => [group])]) {
    const scope = some === free ? filter : without(filter, ...some.flatMap((group) => facetGroups[group].facets));
    for (const [group, combinations] of await countGroups(run, scope, some)) counted.set(group, combinations);
  }
  await nameDatasets(run, counted.get('place'));
  return Object.fromEntries(
    facets.map((facet) => {
      const combinations = counted.get(groupOf(facet)) ?? [];
      return [
        facet,
        sumFacet(
          facet,
          facetGroups[groupOf(facet)].facets,
          filter,
          combinations.map((one) => [one, one]),
        ),
      ];
    }),
  );
}

/** All combinations of each group, with their sums, in one scan. */
async function countGroups(
  run: RunStatement,
  scope: Filter,
  groups: readonly FacetGroup[],
): Promise<Map<FacetGroup, CountedCombination[]>> {
  if (groups.length === 0) return new Map();
  const columns = groups.flatMap((group): SQL[] => facetGroups[group].columns.map((column) => sql`${column}`));
  const sets = groups.map((group) => sql`(${sql.join([...facetGroups[group].columns], sql`, `)})`);
  // GROUPING has a bit for each column, which is 0 in the set that the row belongs to.
  const firstColumns = groups.map((group) => sql`${facetGroups[group].columns[0]}`);
  const rows = await run<CountedCombination & { grouped: number }>(sql`
    select ${sql.join(columns, sql`, `)}, grouping(${sql.join(firstColumns, sql`, `)}) as grouped,
      count(*) as incidents, coalesce(sum(${incidents.killed}), 0)::bigint as killed,
      coalesce(sum(${incidents.injured}), 0)::bigint as injured
    from ${incidents}
    where ${incidentWhere(scope)}
    group by grouping sets (${sql.join(sets, sql`, `)})`);
  const bits = groups.map((group, index) => [group, 2 ** (groups.length - 1 - index)] as const);
  return new Map(bits.map(([group, bit]) => [group, rows.filter(({ grouped }) => (grouped & bit) === 0)]));
}

async function nameDatasets(run: RunStatement, combinations: CountedCombination[] | undefined): Promise<void> {
  if (combinations === undefined) return;
  const named = await run<{ id: number; slug: string }>(sql`select ${datasets.id}, ${datasets.slug} from ${datasets}`);
  const slugs = new Map(named.map(({ id, slug }) => [id, slug]));
  for (const [index, combination] of combinations.entries())
    combinations[index] = { ...combination, dataset: slugs.get(Number(combination.dataset_id)) ?? null };
}
