import { knownDatasets, readDatasetsAtVersion, readDatasetVersion } from '@monitor/store';
import { readParameters } from '../../http/query.ts';
import { addressesOf, mediaTypes, ogcRoot, ownLinks } from '../../ogc/addresses.ts';
import { collectionOf, collectionWords } from '../../ogc/collections.ts';
import { html } from '../../ogc/html.ts';
import { formatParameter } from '../../ogc/parameters.ts';
import { sendResource } from '../../ogc/send-resource.ts';
import type { Api, Services } from '../../services.ts';

/** All datasets as collections. */
export function listCollections(app: Api, { database }: Services): void {
  app.get(`${ogcRoot}/collections`, { schema: { hide: true } }, async (request, reply) => {
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
          const { datasetVersion, datasets } = knownDatasets(database, now) ?? (await readDatasetsAtVersion(database, { signal }));
          const links = ownLinks(addresses.to('/collections'), format, mediaTypes.json);
          const collections = datasets.map((dataset) => collectionOf(dataset, addresses, 'json'));
          const page = () => ({
            title: 'Datasets',
            above: [['OGC API', addresses.to('')] as const],
            links,
            content: html`${datasets.map(
              (dataset, index) =>
                html`<h2><a href="${addresses.to(`/collections/${dataset.slug}`)}">${dataset.title}</a></h2>
                  ${collectionWords(collections[index]!, dataset)}`,
            )}`,
            synthetic: datasets.some(({ synthetic }) => synthetic),
          });
          return { datasetVersion, json: { links, collections }, page };
        },
      },
    );
  });
}
