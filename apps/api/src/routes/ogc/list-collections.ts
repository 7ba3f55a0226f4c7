import { knownDatasets, readDatasetsAtVersion } from '@monitor/store';
import { readParameters } from '../../http/query.ts';
import { addressesOf, link, mediaTypes, ogcRoot } from '../../ogc/addresses.ts';
import { collectionOf } from '../../ogc/collections.ts';
import { formatParameter } from '../../ogc/parameters.ts';
import { sendResource } from '../../ogc/send-resource.ts';
import type { Api, Services } from '../../services.ts';

/** All datasets as collections. */
export function listCollections(app: Api, { database }: Services): void {
  app.get(`${ogcRoot}/collections`, { schema: { hide: true } }, async (request, reply) => {
    const { canonical } = readParameters(request, { f: formatParameter });
    return sendResource(request, reply, database, { canonical, type: mediaTypes.json }, async (now) => {
      const { datasetVersion, datasets } =
        knownDatasets(database, now) ?? (await readDatasetsAtVersion(database, { signal: request.signal }));
      const addresses = addressesOf(request);
      const links = [link('self', addresses.to('/collections'), mediaTypes.json, 'Datasets, as collections')];
      return { datasetVersion, json: { links, collections: datasets.map((dataset) => collectionOf(dataset, addresses)) } };
    });
  });
}
