import { setImmediate } from 'node:timers/promises';
import { filterQuery } from '@monitor/contract';
import { type Clustering, type Filter, type Measure, measureNames, type Totals } from '@monitor/domain';
import { amountOf, isNotReported, notReportedOf } from '@monitor/findings';
import type { Analytics } from '../analytics.ts';

/** What one measure adds up to over the incidents of one filter. */
export interface Counted {
  readonly sum: number;
  readonly incidents: number;
  /** Incidents that do not give the number; undefined of incidents themselves. */
  readonly notReported: number | undefined;
  /** How the sum is gathered in incidents; undefined of incidents themselves. */
  readonly clustering: Clustering | undefined;
  /** True where there are incidents and none of them says the number. */
  readonly isUnknown: boolean;
}

/** What is to be counted: a measure over a filter. */
export interface Wanted {
  readonly filter: Filter;
  readonly measure: Measure;
}

/** The counts of one dataset version. */
export interface Counts {
  readonly datasetVersion: number;
  /** The count of something that was wanted. Throws `RangeError` for anything else. */
  readonly of: (wanted: Wanted) => Counted;
}

/** Summaries after which others have their turn. */
const portion = 25;

/** Counts everything wanted, each filter once for all of its measures; undefined where the data changes meanwhile. */
export async function countAll(
  analytics: Analytics,
  wanted: readonly Wanted[],
  datasetVersion: number,
  signal: AbortSignal,
): Promise<Counts | undefined> {
  const filters = new Map<string, { readonly filter: Filter; readonly measures: Set<Measure> }>();
  for (const { filter, measure } of wanted) {
    const text = filterQuery(filter);
    const known = filters.get(text) ?? { filter, measures: new Set() };
    known.measures.add(measure);
    filters.set(text, known);
  }
  const counted = new Map<string, Counted>();
  let summaries = 0;
  for (const [text, { filter, measures }] of filters) {
    const snapshot = await analytics.snapshot(filter, signal);
    const asked = measureNames.filter((name) => measures.has(name));
    const summary = await snapshot.summary({ interval: 'year', facets: [], measures: asked });
    if (summary.datasetVersion !== datasetVersion) return undefined;
    for (const measure of asked) counted.set(keyOf(text, measure), countedOf(summary.totals, measure));
    if (++summaries % portion === 0) {
      await setImmediate();
      signal.throwIfAborted();
    }
  }
  return {
    datasetVersion,
    of({ filter, measure }) {
      const found = counted.get(keyOf(filterQuery(filter), measure));
      if (found === undefined) throw new RangeError(`Not counted: ${measure} of ${filterQuery(filter)}`);
      return found;
    },
  };
}

function keyOf(filter: string, measure: Measure): string {
  return `${measure} ${filter}`;
}

function countedOf(totals: Totals, measure: Measure): Counted {
  return {
    sum: totals[measure] ?? 0,
    incidents: totals.incidents,
    notReported: notReportedOf(totals, measure),
    clustering: amountOf(totals, measure, 1).clustering,
    isUnknown: isNotReported(totals, measure),
  };
}

/** The counts of several locations together, which have no incident in common. */
export function together(parts: readonly Counted[]): Counted {
  const add = (of: (part: Counted) => number | undefined) =>
    parts.some((part) => of(part) !== undefined) ? parts.reduce((sum, part) => sum + (of(part) ?? 0), 0) : undefined;
  const clusterings = parts.flatMap(({ clustering }) => clustering ?? []);
  const [first = 0, second = 0] = clusterings.flatMap(({ largest }) => largest).toSorted((one, other) => other - one);
  const withIncidents = parts.filter(({ incidents }) => incidents > 0);
  return {
    sum: add(({ sum }) => sum) ?? 0,
    incidents: add(({ incidents }) => incidents) ?? 0,
    notReported: add(({ notReported }) => notReported),
    clustering:
      clusterings.length === 0
        ? undefined
        : { squares: clusterings.reduce((sum, { squares }) => sum + squares, 0), largest: [first, second] },
    isUnknown: withIncidents.length > 0 && withIncidents.every(({ isUnknown }) => isUnknown),
  };
}
