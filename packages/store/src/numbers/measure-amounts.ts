import { type SQL, sql } from 'drizzle-orm';
import {
  amountIn,
  fieldOfMeasure,
  type Filter,
  isCounted,
  isSubjectMeasure,
  type Measure,
  peopleOfMeasure,
  recordOf,
  type SubjectMeasure,
} from '@monitor/domain';
import type { Statements } from '../connection/statements.ts';
import { columnOf } from '../filter/dimension-columns.ts';
import { readSets } from '../filter/incident-where.ts';
import { incidents } from '../schema/tables.ts';

/** What measures count in each incident, for statements that select from `incidents` with these joins. */
export interface MeasureAmounts {
  /** Follows `from incidents`. */
  readonly joins: SQL;
  /** What a measure counts in one incident; null if it is not reported. */
  readonly amountOf: (measure: Measure) => SQL;
  /** The sum of a measure over the incidents of a group. */
  readonly sumOf: (measure: Measure) => SQL;
}

/**
 * What these measures count under a filter. How many subjects each set of traits has that are meant is worked out here and handed over
 * with the numbers of the sets, so that the meaning of a measure is said by the domain alone.
 */
export async function readAmounts(statements: Statements, measures: readonly Measure[], filter: Filter): Promise<MeasureAmounts> {
  const subjects = measures.filter(isSubjectMeasure);
  const sets = subjects.length > 0 ? await readSets(statements) : undefined;
  const joinOf = (measure: SubjectMeasure): SQL => {
    const field = fieldOfMeasure(measure)!;
    const counts = isCounted(measure, filter);
    const amounts = (sets?.get(field) ?? [])
      .map(({ id, traits }) => ({ id, amount: amountIn(traits, counts) }))
      .filter(({ amount }) => amount > 0);
    const ids = sql.param(amounts.map(({ id }) => id));
    const numbers = sql.param(amounts.map(({ amount }) => amount));
    const name = sql.identifier(`of_${measure}`);
    return sql`left join unnest(${ids}::integer[], ${numbers}::bigint[]) as ${name} (id, amount) on ${name}.id = ${columnOf(field)}`;
  };
  return {
    joins: sql.join(subjects.map(joinOf), sql` `),
    amountOf,
    sumOf: (measure) => (measure === 'incidents' ? sql`count(*)` : sql`coalesce(sum(${amountOf(measure)}), 0)::bigint`),
  };
}

function amountOf(measure: Measure): SQL {
  const people = peopleOfMeasure(measure);
  if (people !== undefined) return sql`${incidents[people]}`;
  // With its type, since a bare number after `order by` would name a column.
  return measure === 'incidents' ? sql`1::integer` : sql`coalesce(${sql.identifier(`of_${measure}`)}.amount, 0)`;
}

/** The sums of measures as columns named after them. */
export function sumColumns(measures: readonly Measure[], { sumOf }: MeasureAmounts): SQL {
  return sql.join(
    Object.entries(recordOf(measures, sumOf)).map(([name, sum]) => sql`${sum} as ${sql.identifier(name)}`),
    sql`, `,
  );
}
