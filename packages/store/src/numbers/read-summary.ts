import { type SQL, sql } from 'drizzle-orm';
import {
  extraMeasures,
  type Figures,
  figuresWith,
  type Filter,
  filterOfPart,
  frameOf,
  isSubjectMeasure,
  type Period,
  recordOf,
  type SeriesPart,
  type SummaryAnswer,
  type SummaryRequest,
  valuesOfSplit,
} from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readSnapshot } from '../connection/read-snapshot.ts';
import type { RunStatement } from '../connection/statements.ts';
import { readTranslation, type Translation } from '../filter/incident-where.ts';
import { incidents, publication } from '../schema/tables.ts';
import { countFacets } from './count-facets.ts';
import { countHours } from './count-hours.ts';
import { countLargest, noLargest } from './count-largest.ts';
import { countSteps, gatheredPeople, type StepSums, totalsOf } from './count-steps.ts';
import { countSubjects, noSubjects } from './count-subjects.ts';
import { readAmounts } from './measure-amounts.ts';

/** The whole answer of the summary, of one snapshot: totals, comparison, series with every step, facets, hours if requested. */
export async function readSummary(
  database: Database,
  filter: Filter,
  request: SummaryRequest,
  options: QueryOptions = {},
): Promise<SummaryAnswer> {
  return readSnapshot(database, options, async (statements) => {
    const { run } = statements;
    const where = await readTranslation(statements.db, filter);
    const { datasetVersion, covered } = await readCoverage(run, where, filter);
    const { period, comparison, interval, steps } = frameOf(filter, request.interval, covered);
    const asked = extraMeasures(request);
    const people = gatheredPeople(asked);
    const starts = steps.map(({ start }) => start);
    const amounts = await readAmounts(statements.db, asked, filter);
    const days = period && { period, starts, comparison };
    const sums = days ? await countSteps(run, where, filter, days, asked, amounts) : [];
    const largest = days ? await countLargest(run, where, filter, days, people) : noLargest;
    const none = Object.fromEntries(asked.filter(isSubjectMeasure).map((name) => [name, noSubjects]));
    const subjects = days
      ? await countSubjects(run, where, filter, days, asked.filter(isSubjectMeasure))
      : { period: none, comparison: none };
    const compared = sums.filter(({ step }) => step === 0);
    const counted = sums.filter(({ step }) => step > 0);
    const pointsOf = (ofSteps: readonly StepSums[]) => {
      const sumsOfStep = new Map(ofSteps.map((one) => [one.step, one]));
      return steps.map(({ start, partial }, index) => {
        const step = sumsOfStep.get(index + 1);
        return { start, ...(recordOf(figuresWith(asked), (name) => step?.[name] ?? 0) as Figures), partial };
      });
    };
    const { split } = request;
    const parts: SeriesPart[] = [];
    if (split) {
      const { [split]: values = [] } = await countFacets(statements, where, filter, [split], []);
      for (const value of valuesOfSplit(filter, split, values)) {
        const part = filterOfPart(filter, split, value);
        const ofPart = days ? await countSteps(run, where, part, { ...days, comparison: null }, asked, amounts) : [];
        parts.push({ value, points: pointsOf(ofPart) });
      }
    }
    return {
      datasetVersion,
      period,
      totals: totalsOf(counted, largest.period, people, subjects.period),
      comparison: comparison && { ...comparison, totals: totalsOf(compared, largest.comparison, people, subjects.comparison) },
      series: { interval, points: pointsOf(counted), ...(split && { parts }) },
      facets: await countFacets(statements, where, filter, request.facets, asked),
      ...(request.hours === true && { hours: await countHours(run, where(filter)) }),
    };
  });
}

/** First and last day with an incident of the filter's datasets and locations, all other constraints left out. */
async function readCoverage(
  run: RunStatement,
  where: Translation,
  { dataset, country }: Filter,
): Promise<{ datasetVersion: number; covered: Period | null }> {
  const scope = where({ ...(dataset && { dataset }), ...(country && { country }) });
  const first = edge(scope, sql`asc`);
  const last = edge(scope, sql`desc`);
  const [row] = await run<{ version: number; first: string | null; last: string | null }>(
    sql`select ${publication.version}, ${first} as first, ${last} as last from ${publication}`,
  );
  const { version = 0, first: from = null, last: to = null } = row ?? {};
  return { datasetVersion: version, covered: from === null || to === null ? null : { from, to } };
}

/** The first or last day, found from that end of the index by day. */
function edge(scope: SQL, direction: SQL): SQL {
  const order = sql`${incidents.occurred_on} ${direction}, ${incidents.id} ${direction}`;
  return sql`(select ${incidents.occurred_on} from ${incidents} where ${scope} order by ${order} limit 1)`;
}
