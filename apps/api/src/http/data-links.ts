import type { Filter } from '@monitor/domain';
import type { DatasetRow } from '@monitor/store';

/** `Link` header (RFC 8288) of a download: its licences, what its codes mean, and how to cite it. */
export function dataLinks(
  datasets: readonly Pick<DatasetRow, 'slug' | 'incidents' | 'licence' | 'licence_url'>[],
  filter: Filter,
): string {
  const chosen = datasets.filter(({ slug, incidents }) => incidents > 0 && (filter.dataset?.includes(slug) ?? true));
  // Two licences can have one address, and one licence two: each pair is a link of its own.
  const licences = new Set(chosen.map(({ licence, licence_url: url }) => link(url ?? '/api/v1/datasets', 'license', licence)));
  return [
    ...licences,
    link('/api/v1/codebook', 'describedby', 'Codebook'),
    link('/api/v1/datasets', 'cite-as', 'Attribution of each dataset'),
  ].join(', ');
}

/** Addresses and titles come from imported data, so nothing in them may end the header or start another parameter. */
function link(address: string, relation: string, title: string): string {
  const target = encodeURI(address).replace(/[<>"]/g, '');
  return `<${target}>; rel="${relation}"; title="${title.replace(/[^\u0020-\u007e]|["\\]/g, '')}"`;
}
