import { DatasetList } from '@monitor/contract';
import { knowledgeBeside } from '@monitor/geography/world';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { datasetsOfNumbers } from '../http/same-version.ts';
import { readParameters } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

/** The datasets with licence, attribution, coverage and counts. */
export function listDatasets(app: Api, { analytics, database }: Services): void {
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
      const datasets = datasetsOfNumbers(analytics, database, request);
      const found = await unlessKnown(request, reply, canonical, {
        version: datasets.version,
        answer: async (version) => withKnowledge(await datasets.answer(version)),
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
