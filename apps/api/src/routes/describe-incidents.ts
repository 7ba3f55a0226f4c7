import { siteFocus } from '@monitor/geography';
import { Type } from 'typebox';
import { today } from '@monitor/domain';
import { readSelectionHead } from '@monitor/store';
import { unlessKnown } from '../http/caching.ts';
import { stateOfNumbers } from '../http/same-version.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { originOf } from '../http/origin.ts';
import { readQuery } from '../http/query.ts';
import { describeColumns, descriptionParameters } from '@monitor/engine';
import { otherAnswers } from '../http/response-schemas.ts';
import type { Api, Services } from '../services.ts';

/** What the CSV of exactly this filter holds, for programs: CSV on the Web. */
export function describeIncidents(app: Api, { analytics, database, settings }: Services): void {
  app.get(
    '/api/v1/incidents.metadata.json',
    {
      schema: {
        operationId: 'describeIncidents',
        tags: ['Records'],
        summary: 'Columns, licence and version of the CSV of these incidents (CSV on the Web)',
        querystring: filterQuerySchema(descriptionParameters),
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
      const { filter, values, canonical } = readQuery(request, descriptionParameters);
      const selection = { filter, against: values.against };
      const { signal } = request;
      const origin = originOf(request);
      const state = stateOfNumbers(analytics, database, request);
      const found = await unlessKnown(request, reply, `${origin} ${canonical}`, {
        version: state.version,
        answer: () => state.read((snapshot) => readSelectionHead(database, selection, { signal, snapshot })),
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
      return reply.type('application/csvm+json; charset=utf-8').send(describeColumns(about, values.columns));
    },
  );
}
