import { knownDatasets, readDatasetsAtVersion, readDatasetVersion } from '@monitor/store';
import { readParameters } from '../../http/query.ts';
import { addressesOf, mediaTypes, ogcRoot } from '../../ogc/addresses.ts';
import { collectionOf, collectionWords } from '../../ogc/collections.ts';
import { findDataset } from '../../ogc/find-dataset.ts';
import { html, linkList } from '../../ogc/html.ts';
import { formatParameter } from '../../ogc/parameters.ts';
import { sendResource } from '../../ogc/send-resource.ts';
import type { Api, Services } from '../../services.ts';

/** One dataset as a collection. */
export function getCollection(app: Api, { database }: Services): void {
  app.get<{ Params: { dataset: string } }>(
    `${ogcRoot}/collections/:dataset`,
    { schema: { hide: true } },
    async (request, reply) => {
      const { values, canonical } = readParameters(request, { f: formatParameter });
      const { signal } = request;
      const addresses = addressesOf(request);
      return sendResource(
        request,
        reply,
        { format: values.f, canonical, type: mediaTypes.json },
        {
          version: () => readDatasetVersion(database, { signal }),
          make: async (format, now) => {
            const list = knownDatasets(database, now) ?? (await readDatasetsAtVersion(database, { signal }));
            const dataset = findDataset(list.datasets, request.params.dataset);
            const json = collectionOf(dataset, addresses, format);
            const others = json.links.filter(({ rel }) => rel !== 'self' && rel !== 'alternate');
            const page = () => ({
              title: dataset.title,
              above: [['OGC API', addresses.to('')] as const, ['Datasets', addresses.to('/collections')] as const],
              links: json.links,
              content: html`${collectionWords(json, dataset)}${linkList(others)}`,
              synthetic: dataset.synthetic,
            });
            return { datasetVersion: list.datasetVersion, json, page };
          },
        },
      );
    },
  );
}
