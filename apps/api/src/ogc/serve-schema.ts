import { knownDatasets, readDatasetsAtVersion, readDatasetVersion } from '@monitor/store';
import { readParameters } from '../http/query.ts';
import type { Api, Services } from '../services.ts';
import { addressesOf, ownLinks } from './addresses.ts';
import { findDataset } from './find-dataset.ts';
import { definitions, html, withCode } from './html.ts';
import { formatParameter } from './parameters.ts';
import { sendResource } from './send-resource.ts';

interface Schema {
  readonly url: string;
  readonly title: string;
  readonly properties: Readonly<Record<string, object>>;
  /** Further keywords of the schema. */
  readonly more: object;
  readonly type: string;
}

/** A JSON Schema of a collection. It is the same for all, but only those that there are have one. */
export function serveSchema(app: Api, { database }: Services, { url, title, properties, more, type }: Schema): void {
  app.get<{ Params: { dataset: string } }>(url, { schema: { hide: true } }, async (request, reply) => {
    const { values, canonical } = readParameters(request, { f: formatParameter });
    const { signal } = request;
    const addresses = addressesOf(request);
    return sendResource(
      request,
      reply,
      { format: values.f, canonical, type },
      {
        version: () => readDatasetVersion(database, { signal }),
        make: async (format, now) => {
          const list = knownDatasets(database, now) ?? (await readDatasetsAtVersion(database, { signal }));
          const dataset = findDataset(list.datasets, request.params.dataset);
          const address = addresses.outside(url.replace(':dataset', dataset.slug));
          const json = {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            $id: address,
            title,
            type: 'object',
            properties,
            ...more,
          };
          const collections = addresses.to('/collections');
          const page = () => ({
            title: `${title}: ${dataset.title}`,
            above: [
              ['OGC API', addresses.to('')],
              ['Datasets', collections],
              [dataset.title, `${collections}/${dataset.slug}`],
            ] as const,
            links: ownLinks(address, format, type),
            content: definitions(
              Object.entries(properties).map(([name, schema]) => [
                html`<code>${name}</code>`,
                'description' in schema ? withCode(String(schema.description)) : '',
              ]),
            ),
          });
          return { datasetVersion: list.datasetVersion, json, page };
        },
      },
    );
  });
}
