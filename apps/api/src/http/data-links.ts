import type { DatasetRow } from '@monitor/store';

/**
 * `Link` header (RFC 8288) of a download: its licences, what its codes mean, and how to cite it.
 * @param metadata address of the description of its table, if it has one
 */
export function dataLinks(datasets: readonly Pick<DatasetRow, 'licence' | 'licence_url'>[], metadata?: string): string {
  // Two licences can have one address, and one licence two: each pair is a link of its own.
  const licences = new Set(
    datasets.map(({ licence, licence_url: url }) => link(encodeURI(url ?? '/api/v1/datasets'), 'license', licence)),
  );
  return [
    ...licences,
    link('/api/v1/codebook', 'describedby', 'Codebook'),
    ...(metadata === undefined ? [] : [link(metadata, 'describedby', 'Columns', 'application/csvm+json')]),
    link('/api/v1/datasets', 'cite-as', 'Attribution of each dataset'),
  ].join(', ');
}

/** Addresses, which are encoded, and titles come from imported data, so nothing in them may end the header or start another parameter. */
function link(address: string, relation: string, title: string, type?: string): string {
  const target = address.replace(/[<>"]/g, '');
  const parameters = [`rel="${relation}"`, ...(type === undefined ? [] : [`type="${type}"`])];
  return `<${target}>; ${parameters.join('; ')}; title="${title.replace(/[^\u0020-\u007e]|["\\]/g, '')}"`;
}
