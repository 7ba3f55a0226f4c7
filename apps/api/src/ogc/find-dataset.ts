import type { DatasetRow } from '@monitor/store';
import { ProblemError } from '@monitor/engine';

/** The dataset of a collection. Throws `not_found`. */
export function findDataset(datasets: readonly DatasetRow[], slug: string): DatasetRow {
  const found = datasets.find((dataset) => dataset.slug === slug);
  if (found === undefined)
    throw new ProblemError('not_found', 'No collection has this name. /ogc/collections lists all collections.');
  return found;
}
