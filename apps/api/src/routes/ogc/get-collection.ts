import { knownDatasets, readDatasetsAtVersion } from '@monitor/store';
import { readParameters } from '../../http/query.ts';
import { addressesOf, mediaTypes, ogcRoot } from '../../ogc/addresses.ts';
import { collectionOf } from '../../ogc/collections.ts';
import { findDataset } from '../../ogc/find-dataset.ts';
import { formatParameter } from '../../ogc/parameters.ts';
import { sendResource } from '../../ogc/send-resource.ts';
import type { Api, Services } from '../../services.ts';

/** One dataset as a collection. */
export function getCollection(app: Api, { database }: Services): void {
  app.get<{ Params: { dataset: string } }>(
    `${ogcRoot}/collections/:dataset`,
    { schema: { hide: true } },
    async (request, reply) => {
      const { canonical } = readParameters(request, { f: formatParameter });
      return sendResource(request, reply, database, { canonical, type: mediaTypes.json }, async (now) => {
        const list = knownDatasets(database, now) ?? (await readDatasetsAtVersion(database, { signal: request.signal }));
        const json = collectionOf(findDataset(list.datasets, request.params.dataset), addressesOf(request));
        return { datasetVersion: list.datasetVersion, json };
      });
    },
  );
}
