import { DatasetList } from '@monitor/contract';
import { readDatasetsAtVersion, readDatasetVersion } from '@monitor/store';
import { dataAnswer, otherAnswers } from '../http/answers.ts';
import { isKnownToClient } from '../http/caching.ts';
import { readParameters } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

/** The datasets with licence, attribution, coverage and counts. */
export function listDatasets(app: Api, { database }: Services): void {
  app.get(
    '/api/v1/datasets',
    {
      schema: {
        operationId: 'listDatasets',
        tags: ['Meaning'],
        summary: 'Datasets with licence, attribution, coverage and counts',
        response: { 200: dataAnswer(DatasetList, 'All datasets.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { canonical } = readParameters(request, {});
      const version = await readDatasetVersion(database, { signal: request.signal });
      if (isKnownToClient(request, reply, version, canonical)) return reply.send(undefined);
      const found = await readDatasetsAtVersion(database, { signal: request.signal });
      // The data may have changed since the first look; the answer names the version that it is of.
      if (isKnownToClient(request, reply, found.datasetVersion, canonical)) return reply.send(undefined);
      return found;
    },
  );
}
