import { type SQL, sql } from 'drizzle-orm';
import {
  byLocationAndYear,
  type Dispersion,
  dimensionsOfField,
  fieldOfMeasure,
  type Filter,
  type GatheredAmount,
  isMeasureOfDescribed,
  type Measure,
  weeksOfYear,
  without,
  type YearlyAmounts,
  type YearlyAnswer,
} from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type SnapshotOptions, readSnapshot } from '../connection/read-snapshot.ts';
import type { Statements } from '../connection/statements.ts';
import { columnOf } from '../filter/dimension-columns.ts';
import { readSets, readTranslation, type Translation } from '../filter/incident-where.ts';
import { versionOfSnapshot } from '../schema/dataset-version.ts';
import { datasets, incidents } from '../schema/tables.ts';
import { readCoverage } from './read-coverage.ts';
import { readDispersions } from './count-weeks.ts';
import { type MeasureAmounts, readAmounts } from './measure-amounts.ts';

interface CountedYear {
  /** Its internal number. */
  readonly dataset: number;
  readonly country: string;
  readonly year: number;
  readonly incidents: number;
  readonly [measure: string]: unknown;
}

/** The incidents of a filter by dataset, location and year, with what measures add up to: one statement, and one for each measure of described people. */
export async function readYearly(
  database: Database,
  filter: Filter,
  measures: readonly Measure[],
  options: SnapshotOptions = {},
): Promise<YearlyAnswer> {
  return readSnapshot(database, options, async (statements) => {
    const where = await readTranslation(statements, filter);
    const amounts = await readAmounts(statements, measures, filter);
    const counted = await statements.run<CountedYear>(sql`
      select ${incidents.dataset_id} as dataset, ${incidents.country} as country, ${yearOf} as year, count(*)::int as incidents,
        ${sql.join(
          measures.flatMap((measure) => columnsOf(measure, amounts)),
          sql`, `,
        )}
      from ${incidents} ${amounts.joins}
      where ${where(filter)}
      group by 1, 2, 3`);
    const slugs = new Map(
      (await statements.db.select({ id: datasets.id, slug: datasets.slug }).from(datasets)).map((one) => [one.id, one.slug]),
    );
    const { covered } = await readCoverage(statements, filter);
    const weeksOf = (year: number) => weeksOfYear(year, filter, covered);
    const years = [...new Set(counted.map(({ year }) => year))];
    const varied = await readDispersions(statements, where(without(filter, 'from', 'to')), years.map(weeksOf));
    const keyOf = ({ dataset, country, year }: CountedYear) => `${dataset} ${country} ${year}`;
    const rowOfYear = (row: CountedYear) => rowOf(row, slugs.get(row.dataset)!, varied(row, weeksOf(row.year)), measures);
    const rows = new Map(counted.map((row) => [keyOf(row), rowOfYear(row)]));
    for (const measure of measures.filter(isMeasureOfDescribed))
      for (const found of await countUndescribed(statements, where, filter, measure)) {
        const row = rows.get(keyOf(found)) ?? rowOfYear({ ...found, incidents: 0 });
        const amount = { ...row.amounts[measure]!, notReported: found.incidents };
        rows.set(keyOf(found), { ...row, amounts: { ...row.amounts, [measure]: amount } });
      }
    return { datasetVersion: await versionOfSnapshot(statements.db), rows: [...rows.values()].toSorted(byLocationAndYear) };
  });
}

const yearOf = sql`extract(year from ${incidents.occurred_on})::int`;

function columnsOf(measure: Measure, { amountOf, missingOf }: MeasureAmounts): SQL[] {
  const amount = amountOf(measure);
  const name = (part: string) => sql.identifier(`${measure}_${part}`);
  return [
    sql`coalesce(sum(${amount}), 0)::bigint as ${name('sum')}`,
    sql`coalesce(sum(${amount}::bigint * ${amount}), 0)::bigint as ${name('squares')}`,
    sql`(array_agg(${amount} order by ${amount} desc) filter (where ${amount} > 0))[1:2] as ${name('largest')}`,
    sql`(${missingOf(measure)})::int as ${name('unknown')}`,
  ];
}

/** Incidents that describe no such people, whatever the filter says of these. */
async function countUndescribed(
  statements: Statements,
  where: Translation,
  filter: Filter,
  measure: Measure,
): Promise<readonly CountedYear[]> {
  const field = fieldOfMeasure(measure)!;
  const sets = (await readSets(statements)).get(field) ?? [];
  const empty = sets.filter(({ traits }) => traits.length === 0).map(({ id }) => id);
  return statements.run<CountedYear>(sql`
    select ${incidents.dataset_id} as dataset, ${incidents.country} as country, ${yearOf} as year, count(*)::int as incidents
    from ${incidents}
    where ${where(without(filter, ...(dimensionsOfField.get(field) ?? [])))}
      and ${columnOf(field)} = any(${sql.param(empty)}::integer[])
    group by 1, 2, 3`);
}

function rowOf(row: CountedYear, dataset: string, dispersion: Dispersion, measures: readonly Measure[]): YearlyAmounts {
  const amount = (measure: Measure): GatheredAmount => {
    const [first = 0, second = 0] = ((row[`${measure}_largest`] ?? []) as readonly unknown[]).map(Number);
    const number = (part: string) => Number(row[`${measure}_${part}`] ?? 0);
    return {
      sum: number('sum'),
      squares: number('squares'),
      largest: [first, second],
      notReported: number('unknown'),
    };
  };
  const amounts = Object.fromEntries(measures.map((name) => [name, amount(name)]));
  return { dataset, country: row.country, year: row.year, incidents: row.incidents, dispersion, amounts };
}
