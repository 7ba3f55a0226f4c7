import { coveredDays, type Filter, type Period } from '@monitor/domain';
import type { Statements } from '../connection/statements.ts';
import { datasetsOfSnapshot } from '../records/read-datasets.ts';

/** First to last day that the filter's datasets cover of its locations, all other constraints left out. */
export async function readCoverage(
  statements: Statements,
  filter: Filter,
): Promise<{ datasetVersion: number; covered: Period | null }> {
  const { datasetVersion, datasets } = await datasetsOfSnapshot(statements);
  return { datasetVersion, covered: coveredDays(datasets, filter) };
}
