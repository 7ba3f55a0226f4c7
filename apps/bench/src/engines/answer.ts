import type { Filter, SummaryAnswer } from '@monitor/domain';

/** One row of the single statement's answer. */
export interface AnswerRow {
  readonly part: string;
  readonly value: string | null;
  readonly incidents: number | bigint;
  readonly killed: number | bigint;
  readonly injured: number | bigint;
  readonly threatened: number | bigint;
  readonly suicides: number | bigint;
}

/** The lines that an answer comes to, sorted, for comparing engines: every total, facet value and month that is not empty. */
export function linesOfAnswer({ totals, comparison, facets, series }: SummaryAnswer): string[] {
  const people = ({ incidents, killed, injured, threatened, suicides }: SummaryAnswer['totals']) =>
    `${incidents} ${killed} ${injured} ${threatened} ${suicides}`;
  const { notReported, withoutPoint } = totals;
  return [
    `totals  ${people(totals)}`,
    `withoutPoint  ${withoutPoint}`,
    ...(['killed', 'injured', 'threatened'] as const).map((name) => `${name} not reported  ${notReported[name]}`),
    ...(comparison ? [`comparison  ${people(comparison.totals)}`] : []),
    ...series.points
      .filter(({ incidents }) => incidents > 0)
      .map(({ start, incidents, killed, injured }) => `series ${start} ${incidents} ${killed} ${injured}`),
    ...Object.entries(facets).flatMap(([facet, values]) =>
      values.map(({ value, incidents, killed, injured }) => `${facet} ${value} ${incidents} ${killed} ${injured}`),
    ),
  ].toSorted();
}

const partsWithTotals = ['totals', 'comparison'];
const partsAlone = ['withoutPoint', 'killed not reported', 'injured not reported', 'threatened not reported'];

/** The same of the rows of the single statement. */
export function linesOfRows(rows: readonly AnswerRow[]): string[] {
  return rows
    .filter(({ part }) => part !== 'min' && part !== 'max')
    .map(({ part, value, incidents, killed, injured, threatened, suicides }) => {
      if (partsAlone.includes(part)) return `${part}  ${incidents}`;
      const all = `${part} ${value} ${incidents} ${killed} ${injured}`;
      return partsWithTotals.includes(part) ? `${all} ${threatened} ${suicides}` : all;
    })
    .toSorted();
}

/** Throws where two engines answer the same request differently, and says where they differ. */
export function assertSameAnswer(
  filter: Filter,
  names: readonly [string, string],
  one: readonly string[],
  other: readonly string[],
): void {
  const position = Array.from({ length: Math.max(one.length, other.length) }, (_, at) => at).find((at) => one[at] !== other[at]);
  if (position === undefined) return;
  throw new Error(
    `${names[0]} and ${names[1]} disagree on ${JSON.stringify(filter)}: "${one[position]}" against "${other[position]}".`,
  );
}
