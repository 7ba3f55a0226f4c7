import { siteFocus } from '@monitor/geography';
import { Type } from 'typebox';
import { chosenColumns, columnsQuery } from '@monitor/contract';
import { today } from '@monitor/domain';
import { addressOf, tableMetadata } from '@monitor/formats';
import { readDatasetVersion, readSelectionHead } from '@monitor/store';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { originOf } from '../http/origin.ts';
import { readQuery } from '../http/query.ts';
import { against, columns } from '@monitor/engine';
import { otherAnswers } from '../http/response-schemas.ts';
import type { Api, Services } from '../services.ts';

const parameters = { against, columns };

/** What the CSV of exactly this filter holds, for programs: CSV on the Web. */
export function describeIncidents(app: Api, { database, settings }: Services): void {
  app.get(
    '/api/v1/incidents.metadata.json',
    {
      schema: {
        operationId: 'describeIncidents',
        tags: ['Records'],
        summary: 'Columns, licence and version of the CSV of these incidents (CSV on the Web)',
        querystring: filterQuerySchema(parameters),
        response: {
          200: {
            description: 'A table description of the W3C’s Metadata Vocabulary for Tabular Data.',
            content: { 'application/csvm+json': { schema: Type.Unsafe<string>({ type: 'object' }) } },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, parameters);
      const selection = { filter, against: values.against };
      const { signal } = request;
      const origin = originOf(request);
      const found = await unlessKnown(request, reply, `${origin} ${canonical}`, {
        version: () => readDatasetVersion(database, { signal }),
        answer: () => readSelectionHead(database, selection, { signal }),
      });
      if (!found) return reply.send(undefined);
      const about = {
        publisher: settings.publisher,
        notes: siteFocus().notes,
        origin,
        selection,
        datasetVersion: found.datasetVersion,
        downloadedOn: today(),
        datasets: found.datasets,
      };
      const url = addressOf(about, '/api/v1/incidents.csv', columnsQuery(values.columns));
      const described = chosenColumns({ columns: values.columns, compared: values.against !== undefined });
      const text = JSON.stringify(tableMetadata({ url, columns: described, key: ['id'] }, about), null, 2);
      return reply.type('application/csvm+json; charset=utf-8').send(text);
    },
  );
}
