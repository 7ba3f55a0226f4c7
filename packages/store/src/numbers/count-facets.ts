import { type SQL, sql } from 'drizzle-orm';
import {
  type Combination,
  type DimensionGroup,
  type DimensionName,
  dimensions,
  dimensionsOfGroup,
  type FacetValue,
  type FieldValue,
  fieldsOfGroup,
  type Filter,
  type Measure,
  sumFacet,
  traitFields,
  without,
} from '@monitor/domain';
import type { Statements } from '../connection/statements.ts';
import { columnOf, numberedFields, readNumbered } from '../filter/dimension-columns.ts';
import type { Translation } from '../filter/incident-where.ts';
import { incidents } from '../schema/tables.ts';
import { gatherSums, isSpread, namedColumns } from '../spread/spread.ts';
import { figureColumns, type FiguresRow, figuresOfRow, type MeasureAmounts, readAmounts } from './measure-amounts.ts';

type CountedCombination = Combination & FiguresRow;

/**
 * Counts facets, each without its own constraint. Groups without any constraint are counted in one scan of the incidents that the
 * filter selects; each group with a constraint in a scan of its own, which leaves the constraints of that group to the end.
 */
export async function countFacets(
  statements: Statements,
  where: Translation,
  filter: Filter,
  facets: readonly DimensionName[],
  asked: readonly Measure[],
): Promise<Partial<Record<DimensionName, FacetValue[]>>> {
  if (facets.length === 0) return {};
  const { db } = statements;
  const groups = [...new Set(facets.map((facet) => dimensions[facet].group))];
  const isConstrained = (group: DimensionGroup) => dimensionsOfGroup(group).some((name) => filter[name] !== undefined);
  const free = groups.filter((group) => !isConstrained(group));
  const amounts = await readAmounts(statements, asked, filter);
  const counted = new Map<DimensionGroup, CountedCombination[]>();
  for (const some of [free, ...groups.filter(isConstrained).map((group) => [group])]) {
    const scope = some === free ? filter : without(filter, ...some.flatMap(dimensionsOfGroup));
    for (const [group, rows] of await countGroups(statements, where(scope), some, asked, amounts)) counted.set(group, rows);
  }
  await nameNumbers(db, [...counted.values()].flat());
  return Object.fromEntries(
    facets.map((facet) => {
      const { group } = dimensions[facet];
      const combinations = (counted.get(group) ?? []).map((one) => [one, figuresOfRow(asked, one)] as const);
      return [facet, sumFacet(facet, fieldsOfGroup(group), filter, asked, combinations)];
    }),
  );
}

/** Replaces the numbers of sets of traits and datasets by what they mean. */
async function nameNumbers(db: Statements['db'], rows: readonly CountedCombination[]): Promise<void> {
  const ids = new Set(rows.flatMap((row) => traitFields.map((field) => row[field]).filter((id) => typeof id === 'number')));
  const textOf = await readNumbered(db, { ids: [...ids] });
  for (const row of rows)
    for (const field of numberedFields)
      if (field in row) (row as Record<string, FieldValue>)[field] = textOf(field, row[field] ?? null);
}

/** All combinations of each group, with their sums, in one scan. */
async function countGroups(
  { pool, run }: Statements,
  where: SQL,
  groups: readonly DimensionGroup[],
  asked: readonly Measure[],
  amounts: MeasureAmounts,
): Promise<Map<DimensionGroup, CountedCombination[]>> {
  if (groups.length === 0) return new Map();
  if (isSpread(pool)) {
    // A server adds up by one set of columns at a time.
    const from = sql`from ${incidents} ${amounts.joins} where ${where}`;
    const counted = new Map<DimensionGroup, CountedCombination[]>();
    for (const group of groups) {
      const keys = Object.fromEntries(fieldsOfGroup(group).map((field) => [field, sql`${columnOf(field)}`]));
      const sums = figureColumns(asked, amounts);
      counted.set(group, await run<CountedCombination>(gatherSums(pool, { keys, sums, from })));
    }
    return counted;
  }
  const columns = groups.flatMap((group): SQL[] =>
    fieldsOfGroup(group).map((field) => sql`${columnOf(field)} as ${sql.identifier(field)}`),
  );
  const sets = groups.map((group) => sql`(${sql.join(fieldsOfGroup(group).map(columnOf), sql`, `)})`);
  // GROUPING has a bit for each column, which is 0 in the set that the row belongs to.
  const firstColumns = groups.map((group) => sql`${columnOf(fieldsOfGroup(group)[0]!)}`);
  const rows = await run<CountedCombination & { grouped: number }>(sql`
    select ${sql.join(columns, sql`, `)}, grouping(${sql.join(firstColumns, sql`, `)}) as grouped,
      ${namedColumns(figureColumns(asked, amounts))}
    from ${incidents} ${amounts.joins}
    where ${where}
    group by grouping sets (${sql.join(sets, sql`, `)})`);
  const bits = groups.map((group, index) => [group, 2 ** (groups.length - 1 - index)] as const);
  return new Map(bits.map(([group, bit]) => [group, rows.filter(({ grouped }) => (grouped & bit) === 0)]));
}
