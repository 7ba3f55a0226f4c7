import type { Filter } from '@monitor/domain';
import type { DatasetRow } from '@monitor/store';

/** `Link` header (RFC 8288) of a download: its licences, what its codes mean, and how to cite it. */
export function dataLinks(datasets: readonly DatasetRow[], filter: Filter): string {
  const chosen = datasets.filter(({ slug, incidents }) => incidents > 0 && (filter.dataset?.includes(slug) ?? true));
  const licences = new Map(chosen.map(({ licence, licence_url: url }) => [url ?? '/api/v1/datasets', licence]));
  return [
    ...[...licences].map(([url, licence]) => link(url, 'license', licence)),
    link('/api/v1/codebook', 'describedby', 'Codebook'),
    link('/api/v1/datasets', 'cite-as', 'Attribution of each dataset'),
  ].join(', ');
}

/** Addresses and titles come from imported data, so nothing in them may end the header or start another parameter. */
function link(address: string, relation: string, title: string): string {
  const target = encodeURI(address).replace(/[<>"]/g, '');
  return `<${target}>; rel="${relation}"; title="${title.replace(/[^\u0020-\u007e]|["\\]/g, '')}"`;
}
