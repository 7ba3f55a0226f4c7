import type { IncidentNames } from '@monitor/contract';
import { jurisdiction, region } from '@monitor/geography';
import type { DatasetRow } from '@monitor/store';
import type { Addresses } from './addresses.ts';

/** What a feature says beside the fields of its incident. */
export function featureNames(datasets: readonly DatasetRow[], addresses: Addresses): IncidentNames {
  const bySlug = new Map(datasets.map((dataset) => [dataset.slug, dataset]));
  return {
    address: (id) => addresses.outside(`/explore?incident=${encodeURIComponent(id)}`),
    location: jurisdiction,
    region,
    dataset: (slug) => bySlug.get(slug),
  };
}
