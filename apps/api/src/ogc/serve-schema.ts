import { knownDatasets, readDatasetsAtVersion } from '@monitor/store';
import { readParameters } from '../http/query.ts';
import type { Api, Services } from '../services.ts';
import { addressesOf, mediaTypes } from './addresses.ts';
import { findDataset } from './find-dataset.ts';
import { formatParameter } from './parameters.ts';
import { sendResource } from './send-resource.ts';

interface Schema {
  readonly url: string;
  readonly title: string;
  readonly properties: Readonly<Record<string, object>>;
  /** Further keywords of the schema. */
  readonly more: object;
}

/** A JSON Schema of a collection. It is the same for all, but only those that there are have one. */
export function serveSchema(app: Api, { database }: Services, { url, title, properties, more }: Schema): void {
  app.get<{ Params: { dataset: string } }>(url, { schema: { hide: true } }, async (request, reply) => {
    const { canonical } = readParameters(request, { f: formatParameter });
    return sendResource(request, reply, database, { canonical, type: mediaTypes.schema }, async (now) => {
      const list = knownDatasets(database, now) ?? (await readDatasetsAtVersion(database, { signal: request.signal }));
      const { slug } = findDataset(list.datasets, request.params.dataset);
      const json = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: addressesOf(request).outside(url.replace(':dataset', slug)),
        title,
        type: 'object',
        properties,
        ...more,
      };
      return { datasetVersion: list.datasetVersion, json };
    });
  });
}
