import { type SQL, sql } from 'drizzle-orm';
import {
  comparisonPeriod,
  dayNumber,
  type Facet,
  type FacetValue,
  type Filter,
  type Interval,
  intervals,
  type Period,
  readableInterval,
  type SeriesStep,
  stepsOf,
  type SummaryAnswer,
} from '@monitor/domain';
import type { Database } from './database.ts';
import { incidentWhere } from './incident-where.ts';
import type { QueryOptions } from './query-options.ts';
import { readSnapshot, type RunStatement } from './run-query.ts';
import { countFacets } from './summary/count-facets.ts';
import { countSteps, totalsOf } from './summary/count-steps.ts';
import { incidents, publication } from './tables.ts';

export interface SummaryQuestion {
  /** `auto` takes the interval that gives a readable number of steps. */
  readonly interval: Interval | 'auto';
  readonly facets: readonly Facet[];
}

/** The domain's summary answer, with lists that the caller owns. */
export interface SummaryRow extends Omit<SummaryAnswer, 'series' | 'facets'> {
  readonly series: { readonly interval: Interval; readonly points: SeriesStep[] };
  readonly facets: Partial<Record<Facet, FacetValue[]>>;
}

const mostSteps = 5_000;
/** Days of the shortest step of each interval. */
const shortestDays: Readonly<Record<Interval, number>> = { day: 1, week: 7, month: 28, quarter: 90, year: 365 };

/**
 * The whole answer of the summary, of one snapshot: totals, comparison, series with every step, facets. A series of more than
 * 5,000 steps is answered at the next longer interval.
 */
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
    if (!covered || !period) {
      const interval = question.interval === 'auto' ? 'month' : question.interval;
      return { datasetVersion, period: null, totals: totalsOf([]), comparison: null, series: { interval, points: [] }, facets };
    }
    const interval = intervalOf(question.interval, period);
    const steps = stepsOf(period, interval, covered.to);
    const comparison = comparisonOf(filter, period, covered);
    const counted = await countSteps(run, filter, { period, starts: steps.map((step) => step.start), comparison });
    const byStep = new Map(counted.map((sums) => [sums.step, sums]));
    const points = steps.map(({ start, partial }, index) => {
      const { incidents: count = 0, killed = 0, injured = 0 } = byStep.get(index + 1) ?? {};
      return { start, incidents: count, killed, injured, partial };
    });
    return {
      datasetVersion,
      period,
      totals: totalsOf(counted.filter(({ step }) => step > 0)),
      comparison: comparison && { ...comparison, totals: totalsOf(counted.filter(({ step }) => step === 0)) },
      series: { interval, points },
      facets,
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

function periodOf(filter: Filter, covered: Period): Period | null {
  const from = filter.from ?? covered.from;
  const to = filter.to ?? covered.to;
  return from <= to ? { from, to } : null;
}

function comparisonOf(filter: Filter, period: Period, covered: Period) {
  if (filter.from === undefined) return null;
  const { from, to, rule } = comparisonPeriod(period);
  return from < covered.from ? null : { from, to, rule };
}

function intervalOf(wanted: Interval | 'auto', period: Period): Interval {
  if (wanted === 'auto') return readableInterval(period.from, period.to);
  const days = dayNumber(period.to) - dayNumber(period.from) + 1;
  const fits = (interval: Interval) => days / shortestDays[interval] <= mostSteps;
  return intervals.slice(intervals.indexOf(wanted)).find(fits) ?? 'year';
}
