import {
  comparisonPeriod,
  type DimensionName,
  dimensionNames,
  type Filter,
  precisionsWithoutPoint,
  without,
} from '@monitor/domain';
import {
  allConditions,
  columnOfFacet,
  facetConditions,
  facetPart,
  figureSums,
  groupNames,
  groupOfFacet,
  groups,
  numberOf,
} from './facet-part.ts';

/*
 * The whole summary in one statement, as well as SQL can say it; PostgreSQL and DuckDB are both given this one.
 *
 * - All that obeys the whole filter comes out of one scan with GROUPING SETS. Columns that a filter uses together share a set, so
 *   that a row is hashed eight times rather than twenty; the sets hold a few thousand combinations, from which the facets, the
 *   months and the totals are made at next to no cost. Reading the table once for each facet takes longer, in parallel too.
 * - Months are made from days, and numbers not reported from a key of the set, since a function or a further sum would be
 *   evaluated for each row and each set.
 * - A facet leaves its own constraint out, and so needs other rows. It is counted in a scan of its own with one key only, which
 *   PostgreSQL runs in parallel. If the first scan included those rows and filtered them later, all of them would be hashed into
 *   all of the sets.
 * - The comparison period is a scan of its own, which the index by day keeps short.
 */

/** What the engines say differently. */
export interface Dialect {
  /** Makes the name of a dataset from a value of the column `dataset_id`. */
  readonly datasetName: string;
  /** Conditions that every row must meet. */
  readonly scope: string;
}

const figures = `count(*) as incidents, coalesce(sum(killed), 0) as killed, coalesce(sum(injured), 0) as injured,
    coalesce(sum(threatened), 0) as threatened, coalesce(sum(suicides), 0) as suicides`;

/** The statement. Its rows: part of the answer, value within it, and five figures. */
export function summaryStatement(filter: Filter, { datasetName, scope }: Dialect): string {
  const constrained = [...facetConditions(filter).keys()];
  const where = (of: Filter) => `where ${scope} and ${allConditions(of)}`;
  const columns = groupNames.flatMap((group) => groups[group].map((column) => `${column} as ${nameOf(column)}`));
  const own = constrained.map(
    (facet) => `own_${facet} as (
  select ${columnOfFacet(facet)}, ${figures}
  from incidents ${where(without(filter, facet))}
  group by ${columnOfFacet(facet)})`,
  );
  const facets = dimensionNames.map((facet) => {
    const isOwn = (constrained as DimensionName[]).includes(facet);
    const from = isOwn ? `own_${facet}` : `counted`;
    return facetPart(facet, from, isOwn ? 'true' : `grouped = ${numberOf(groupOfFacet(facet))}`, filter, datasetName);
  });
  return `with counted as materialized (
  select ${columns.join(', ')},
    grouping(${groupNames.map((group) => groups[group][0]).join(', ')}) as grouped,
    ${figures}
  from incidents ${where(filter)}
  group by grouping sets (${groupNames.map((group) => `(${groups[group].join(', ')})`).join(', ')}))${own.map((one) => `, ${one}`).join('')}
${[...totalParts(filter, where), seriesPart, ...facets].join('\nunion all\n')}`;
}

const ofDays = `from counted where grouped = ${numberOf('day')}`;
const seriesPart = `select 'series', cast(cast(date_trunc('month', occurred_on) as date) as text), ${figureSums} ${ofDays} group by 2`;

function totalParts(filter: Filter, where: (of: Filter) => string): string[] {
  const circumstances = `from counted where grouped = ${numberOf('circumstance')}`;
  const alone = (part: string, condition: string) =>
    `select '${part}', '', coalesce(sum(incidents), 0)::bigint, 0, 0, 0, 0 ${circumstances} and ${condition}`;
  const { from, to } = filter;
  const comparison = from !== undefined && to !== undefined ? comparisonPeriod({ from, to }) : undefined;
  const scope: Filter = filter.country ? { country: filter.country } : {};
  return [
    `select 'totals' as part, '' as value, ${figureSums.replaceAll('sum(', 'coalesce(sum(').replaceAll(')::', '), 0)::')} ${ofDays}`,
    alone('withoutPoint', `place_precision in (${precisionsWithoutPoint.map((code) => `'${code}'`).join(', ')})`),
    ...['killed', 'injured', 'threatened'].map((name) => alone(`${name} not reported`, `no_${name}`)),
    ...['min', 'max'].map(
      (edge) => `select '${edge}', cast((select ${edge}(occurred_on) from incidents ${where(scope)}) as text), 0, 0, 0, 0, 0`,
    ),
    ...(comparison
      ? [
          `select 'comparison', '', incidents, killed::bigint, injured::bigint, threatened::bigint, suicides::bigint
  from (select ${figures} from incidents ${where({ ...filter, from: comparison.from, to: comparison.to })}) as compared`,
        ]
      : []),
  ];
}

function nameOf(column: string): string {
  return column.endsWith(' is null') ? `no_${column.slice(0, -' is null'.length)}` : column;
}
