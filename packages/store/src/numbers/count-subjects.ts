import { sql } from 'drizzle-orm';
import {
  amountIn,
  type Clustering,
  constrainsSubject,
  dimensionsOfField,
  fieldOfMeasure,
  type Filter,
  isCounted,
  isMeasureOfDescribed,
  lacksNumber,
  type Period,
  type SubjectMeasure,
  type TraitField,
  traitsIn,
  without,
} from '@monitor/domain';
import type { RunStatement } from '../connection/statements.ts';
import { columnOf } from '../filter/dimension-columns.ts';
import type { Translation } from '../filter/incident-where.ts';
import { incidents, traitSets } from '../schema/tables.ts';

/** What a measure gives of the subjects on record. */
export interface SubjectSums {
  readonly sum: number;
  readonly clustering: Clustering;
  /** Incidents without what the sum would need; see `Totals`. */
  readonly notReported: number;
}

/** If there are no days to count. */
export const noSubjects: SubjectSums = { sum: 0, clustering: { squares: 0, largest: [0, 0] }, notReported: 0 };

type SumsOfMeasures = Readonly<Partial<Record<SubjectMeasure, SubjectSums>>>;

interface CountedSet {
  readonly compared: boolean;
  readonly traits: string;
  readonly incidents: number;
}

/** Sums of the subjects on record in a period and in that compared with, from the incidents of each set of traits. */
export async function countSubjects(
  run: RunStatement,
  where: Translation,
  filter: Filter,
  days: { readonly period: Period; readonly comparison: Period | null },
  measures: readonly SubjectMeasure[],
): Promise<{ period: SumsOfMeasures; comparison: SumsOfMeasures }> {
  const sums = { period: {}, comparison: {} } as Record<'period' | 'comparison', Record<string, SubjectSums>>;
  const known = new Map<TraitField, CountedSet[]>();
  for (const measure of measures) {
    const field = fieldOfMeasure(measure)!;
    const counted = known.get(field) ?? (await countSets(run, where, without(filter, 'from', 'to'), days, field));
    known.set(field, counted);
    const isDescribed = isMeasureOfDescribed(measure);
    // What the filter says of such subjects cannot be decided for incidents that describe none.
    const undescribed =
      isDescribed && constrainsSubject(measure, filter)
        ? await countSets(run, where, without(filter, 'from', 'to', ...(dimensionsOfField.get(field) ?? [])), days, field)
        : counted;
    for (const [side, compared] of [
      ['period', false],
      ['comparison', true],
    ] as const) {
      const ofSide = counted.filter((one) => one.compared === compared);
      sums[side][measure] = {
        ...gather(ofSide, field, measure, filter),
        ...(isDescribed && {
          notReported: undescribed
            .filter((one) => one.compared === compared && one.traits === '')
            .reduce((sum, one) => sum + one.incidents, 0),
        }),
      };
    }
  }
  return sums;
}

async function countSets(
  run: RunStatement,
  where: Translation,
  filter: Filter,
  { period, comparison }: { readonly period: Period; readonly comparison: Period | null },
  field: TraitField,
): Promise<CountedSet[]> {
  const { occurred_on } = incidents;
  const inside = (days: Period) => sql`${occurred_on} between ${days.from} and ${days.to}`;
  return run<CountedSet>(sql`
    select counted.compared, ${traitSets.traits}, counted.incidents
    from (
      select ${occurred_on} < ${period.from} as compared, ${columnOf(field)} as set, count(*) as incidents
      from ${incidents}
      where ${where(filter)} and (${inside(period)}${comparison === null ? sql`` : sql` or ${inside(comparison)}`})
      group by 1, 2
    ) as counted join ${traitSets} on ${traitSets.id} = counted.set`);
}

function gather(counted: readonly CountedSet[], field: TraitField, measure: SubjectMeasure, filter: Filter): SubjectSums {
  const isMeant = isCounted(measure, filter);
  const amounts = counted.map(({ traits, incidents: count }) => ({ amount: amountIn(traitsIn(field, traits), isMeant), count }));
  const [first = 0, second = 0] = amounts
    .flatMap(({ amount, count }) => (count > 1 ? [amount, amount] : [amount]))
    .toSorted((one, other) => other - one);
  return {
    sum: amounts.reduce((sum, { amount, count }) => sum + amount * count, 0),
    clustering: {
      squares: amounts.reduce((sum, { amount, count }) => sum + amount ** 2 * count, 0),
      largest: [first, second],
    },
    notReported: counted
      .filter(({ traits }) => lacksNumber(traitsIn(field, traits), isMeant))
      .reduce((sum, one) => sum + one.incidents, 0),
  };
}
