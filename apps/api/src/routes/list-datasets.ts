import { DatasetList } from '@monitor/contract';
import { knowledgeBeside } from '@monitor/geography/world';
import { knownDatasets, readDatasetsAtVersion, readDatasetVersion } from '@monitor/store';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
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
        summary: 'Datasets with licence, attribution, coverage and number of incidents',
        response: { 200: dataAnswer(DatasetList, 'All datasets.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { canonical } = readParameters(request, {});
      const { signal } = request;
      const found = await unlessKnown(request, reply, canonical, {
        version: () => readDatasetVersion(database, { signal }),
        answer: async (version) =>
          withKnowledge(knownDatasets(database, version) ?? (await readDatasetsAtVersion(database, { signal }))),
      });
      return found ?? reply.send(undefined);
    },
  );
}

/** With what whoever shows the data must know of the locations in it, and of those that the instance is about. */
function withKnowledge(list: DatasetList): DatasetList {
  const elsewhere = knowledgeBeside(list.datasets.flatMap(({ countries }) => countries));
  return elsewhere.length === 0 ? list : { ...list, elsewhere };
}
