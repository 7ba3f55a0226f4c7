import { bitmapOfKeys, type Cube, type Population, populationOf, summarise } from '@monitor/cube';
import { dimensionNames, type Filter, type SummaryAnswer, type SummaryRequest } from '@monitor/domain';
import { type Database, readIncidentKeys, readSummary } from '@monitor/store';
import type { Connection } from '../setting/connect.ts';
import { summaryStatement } from './single-statement.ts';

/** What the engines are called in the documents. */
export const engineNames = {
  cube: 'cube',
  statement: 'one SQL statement',
  store: 'store (SQL)',
  duckdb: 'DuckDB',
  postgisPoints: 'PostGIS points',
  postgisCells: 'PostGIS cells',
} as const;

/** The request to every engine: everything that the Explore screen shows, by month. */
const request: SummaryRequest = { interval: 'month', facets: dimensionNames };

/** An answer in memory, as rows or as an object. */
interface Answered {
  /** What it says, for comparing engines. */
  lines(): string[];
  /** For its size. */
  json(): string;
}

/** Something that answers the summary in full. */
export interface SummaryEngine {
  readonly name: string;
  ask(filter: Filter): Promise<Answered>;
}

/**
 * The product's own engine, as the server uses it for a request that nobody has asked before. Words are looked up in the database,
 * which is part of the time.
 */
export function cubeEngine(cube: Cube, database: Database): SummaryEngine {
  return {
    name: engineNames.cube,
    async ask(filter) {
      const populate = await populationFinder(cube, database, filter);
      return comparableAnswer(summarise(cube, filter, request, populate));
    },
  };
}

/** The product's second engine, which asks PostgreSQL in several statements. */
export function storeEngine(database: Database): SummaryEngine {
  return { name: engineNames.store, ask: async (filter) => comparableAnswer(await readSummary(database, filter, request)) };
}

const dialect = { scope: 'published', datasetName: '(select slug from datasets where id = dataset_id)' };

/** The same request in the best single statement, on the same PostgreSQL. */
export function statementEngine(sql: Connection): SummaryEngine {
  return {
    name: engineNames.statement,
    async ask(filter) {
      const rows: AnswerRow[] = await sql.unsafe<AnswerRow[]>(summaryStatement(filter, dialect), [], { prepare: true });
      return { lines: () => linesOfRows(rows), json: () => JSON.stringify(rows) };
    },
  };
}

function comparableAnswer(answer: SummaryAnswer): Answered {
  return { lines: () => linesOfAnswer(answer), json: () => JSON.stringify(answer) };
}

/** A population for each filter asked, remembered for the one answer alone. */
export async function populationFinder(cube: Cube, database: Database, filter: Filter): Promise<(filter: Filter) => Population> {
  const bitmap = filter.q === undefined ? undefined : bitmapOfKeys(cube, (await readIncidentKeys(database, { q: filter.q })).keys);
  return (wanted) => populationOf(cube, wanted, bitmap);
}

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
function linesOfAnswer({ totals, comparison, facets, series }: SummaryAnswer): string[] {
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
