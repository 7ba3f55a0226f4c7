import type { IndicatorTable } from '@monitor/contract';
import { type Analytics, type DataState, indicatorTable, type IndicatorRequest } from '@monitor/engine';
import type { SharedAnswer, SharedAnswers } from '../http/shared-answers.ts';
import { datasetsOf } from '../of-state.ts';
import type { Services } from '../services.ts';
import { KnownCounts } from './known-counts.ts';

const counted = new WeakMap<Analytics, KnownCounts>();

function knownCounts(analytics: Analytics): KnownCounts {
  const known = counted.get(analytics) ?? new KnownCounts();
  counted.set(analytics, known);
  return known;
}

/** The indicators of one state of the data. Throws `OtherVersionError`. */
export async function indicatorsOf(
  { analytics, database }: Services,
  state: DataState,
  request: IndicatorRequest,
  signal: AbortSignal,
): Promise<IndicatorTable> {
  const datasets = await datasetsOf(database, state, signal);
  return indicatorTable(request, datasets, (scope) => knownCounts(analytics).find(scope, state, signal));
}

/** The answer to a request as JSON: calculated once for the page and all files that are made of it. */
export function sharedIndicators(
  services: Services,
  answers: SharedAnswers,
  request: IndicatorRequest,
  signal: AbortSignal,
  version: number,
): Promise<SharedAnswer> {
  const { filter, fromYear, toYear, each } = request;
  const name = `indicators ${JSON.stringify([filter.country, filter.dataset, fromYear, toYear, each])}`;
  return answers.find(version, name, signal, async (shared) => {
    const table = await services.analytics.atOnce(shared, (state) =>
      indicatorsOf(services, state, { filter, fromYear, toYear, each }, shared),
    );
    return { datasetVersion: table.datasetVersion, body: Buffer.from(JSON.stringify(table)) };
  });
}
