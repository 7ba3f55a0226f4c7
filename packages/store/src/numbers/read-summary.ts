import { type SQL, sql } from 'drizzle-orm';
import {
  comparisonOf,
  type Facet,
  type FacetValue,
  type Filter,
  type Interval,
  intervalOf,
  type Period,
  periodOf,
  type SeriesStep,
  stepsOf,
  type SummaryAnswer,
  type SummaryQuestion,
} from '@monitor/domain';
import type { Database } from '../connection/database.ts';
import { type QueryOptions, readSnapshot, type RunStatement } from '../connection/run-query.ts';
import { incidentWhere } from '../filter/incident-where.ts';
import { incidents, publication } from '../schema/tables.ts';
import { countFacets } from './count-facets.ts';
import { countHours } from './count-hours.ts';
import { countLargest, noLargest } from './count-largest.ts';
import { countSteps, totalsOf } from './count-steps.ts';

/** The domain's summary answer, with lists that the caller owns. */
export interface SummaryRow extends Omit<SummaryAnswer, 'series' | 'facets'> {
  readonly series: { readonly interval: Interval; readonly points: SeriesStep[] };
  readonly facets: Partial<Record<Facet, FacetValue[]>>;
}

/** The whole answer of the summary, of one snapshot: totals, comparison, series with every step, facets, hours where asked for. */
export async function readSummary(
  database: Database,
  filter: Filter,
  question: SummaryQuestion,
  options: QueryOptions = {},
): Promise<SummaryRow> {
  return readSnapshot(database, options, async (run) => {
    const { datasetVersion, covered } = await readCoverage(run, filter);
    const period = covered && periodOf(filter, covered);
    const facets = await countFacets(run, filter, question.facets);
    const hours = question.hours === true && { hours: await countHours(run, filter) };
    if (!covered || !period) {
      const interval = question.interval === 'auto' ? 'month' : question.interval;
      const series = { interval, points: [] };
      return { datasetVersion, period: null, totals: totalsOf([], noLargest), comparison: null, series, facets, ...hours };
    }
    const interval = intervalOf(question.interval, period);
    const steps = stepsOf(period, interval, covered.to);
    const comparison = comparisonOf(filter, period, covered);
    const counted = await countSteps(run, filter, { period, starts: steps.map((step) => step.start), comparison });
    const largest = await countLargest(run, filter, { period, comparison });
    const byStep = new Map(counted.map((sums) => [sums.step, sums]));
    const points = steps.map(({ start, partial }, index) => {
      const { incidents: count = 0, killed = 0, injured = 0 } = byStep.get(index + 1) ?? {};
      return { start, incidents: count, killed, injured, partial };
    });
    return {
      datasetVersion,
      period,
      totals: totalsOf(
        counted.filter(({ step }) => step > 0),
        largest.period,
      ),
      comparison: comparison && {
        ...comparison,
        totals: totalsOf(
          counted.filter(({ step }) => step === 0),
          largest.comparison,
        ),
      },
      series: { interval, points },
      facets,
      ...hours,
    };
  });
}

/** First and last day with an incident of the filter's datasets and locations, all other constraints left out. */
async function readCoverage(
  run: RunStatement,
  { dataset, country }: Filter,
): Promise<{ datasetVersion: number; covered: Period | null }> {
  const scope = incidentWhere({ ...(dataset && { dataset }), ...(country && { country }) });
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
