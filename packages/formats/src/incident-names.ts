import type { IncidentNames, NamedDataset } from '@monitor/contract';
import { recordPath } from '@monitor/contract/without-schemas';
import { jurisdiction, region } from '@monitor/geography';

/** Names for incidents of these datasets. @param origin scheme and host that the address of each record begins with */
export function incidentNames(datasets: readonly (NamedDataset & { readonly slug: string })[], origin: string): IncidentNames {
  const bySlug = new Map(datasets.map((dataset) => [dataset.slug, dataset]));
  return {
    location: jurisdiction,
    region,
    dataset: (slug) => bySlug.get(slug),
    address: (id) => origin + recordPath(id),
  };
}
