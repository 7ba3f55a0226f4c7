import { type SQL, sql } from 'drizzle-orm';
import {
  amountIn,
  fieldOfMeasure,
  type Figures,
  figuresFrom,
  figuresWith,
  type Filter,
  isCounted,
  isMeasureOfDescribed,
  isReportedMeasure,
  isSubjectMeasure,
  lacksNumber,
  type Measure,
  peopleOfMeasure,
  type PlacedName,
  recordOf,
  type ReportedMeasure,
  type SubjectMeasure,
} from '@monitor/domain';
import type { Statements } from '../connection/statements.ts';
import { columnOf } from '../filter/dimension-columns.ts';
import { readSets } from '../filter/incident-where.ts';
import { incidents } from '../schema/tables.ts';
import { namedColumns } from '../spread/spread.ts';

/** What measures count in each incident, for statements that select from `incidents` with these joins. */
export interface MeasureAmounts {
  /** Follows `from incidents`. */
  readonly joins: SQL;
  /** What a measure counts in one incident; null if it is not reported. */
  readonly amountOf: (measure: Measure) => SQL;
  /** The sum of a measure over the incidents of a group. */
  readonly sumOf: (measure: Measure) => SQL;
  /** How many incidents of a group do not give the number of a measure. */
  readonly missingOf: (measure: Measure) => SQL;
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
      .map(({ id, traits }) => ({
        id,
        amount: amountIn(traits, counts),
        lacks: isMeasureOfDescribed(measure) ? traits.length === 0 : lacksNumber(traits, counts),
      }))
      .filter(({ amount, lacks }) => amount > 0 || lacks);
    const ids = sql.param(amounts.map(({ id }) => id));
    const numbers = sql.param(amounts.map(({ amount }) => amount));
    const lacking = sql.param(amounts.map(({ lacks }) => Number(lacks)));
    const name = sql.identifier(`of_${measure}`);
    return sql`left join unnest(${ids}::integer[], ${numbers}::bigint[], ${lacking}::integer[]) as ${name} (id, amount, lacks) on ${name}.id = ${columnOf(field)}`;
  };
  return {
    joins: sql.join(subjects.map(joinOf), sql` `),
    amountOf,
    sumOf: (measure) => (measure === 'incidents' ? sql`count(*)` : sql`coalesce(sum(${amountOf(measure)}), 0)::bigint`),
    missingOf,
  };
}

function amountOf(measure: Measure): SQL {
  const people = peopleOfMeasure(measure);
  if (people !== undefined) return sql`${incidents[people]}`;
  // With its type, since a bare number after `order by` would name a column.
  return measure === 'incidents' ? sql`1::integer` : sql`coalesce(${sql.identifier(`of_${measure}`)}.amount, 0)`;
}

function missingOf(measure: Measure): SQL {
  if (measure === 'incidents') return sql`0::bigint`;
  const people = peopleOfMeasure(measure);
  if (people !== undefined) return sql`count(*) - count(${incidents[people]})`;
  return sql`count(*) filter (where ${sql.identifier(`of_${measure}`)}.lacks = 1)`;
}

/** A row with the columns of {@link figureColumns}. */
export type FiguresRow = Readonly<Record<'incidents' | ReportedMeasure | `${ReportedMeasure}Missing`, number>>;

/** The figures of a request for these measures as columns of a statement, read by {@link figuresOfRow}. */
export function figureColumns(asked: readonly Measure[], { sumOf, missingOf: missing }: MeasureAmounts): Record<string, SQL> {
  const names = figuresWith(asked);
  return {
    ...recordOf(names, sumOf),
    ...Object.fromEntries(names.filter(isReportedMeasure).map((name) => [`${name}Missing`, missing(name)])),
  };
}

/** The figures in a row, all 0 without one. */
export function figuresOfRow(asked: readonly Measure[], row: FiguresRow | undefined): Figures {
  return figuresFrom(
    asked,
    (name) => row?.[name] ?? 0,
    (name) => row?.[`${name}Missing`] ?? 0,
  );
}

/** A row with the columns of {@link placedMissing}. */
export type PlacedMissing = Readonly<Record<`${PlacedName}Missing`, number>>;

/** For people and a measure, how many incidents do not give the number, as columns of a statement. */
export function placedMissing(measure: Measure, amounts: MeasureAmounts): SQL {
  return namedColumns({
    killedMissing: amounts.missingOf('killed'),
    injuredMissing: amounts.missingOf('injured'),
    amountMissing: amounts.missingOf(measure),
  } satisfies Record<keyof PlacedMissing, SQL>);
}
