import { Type } from 'typebox';
import { signalCsv } from '@monitor/contract';
import { today } from '@monitor/domain';
import { readDatasetsAtVersion } from '@monitor/store';
import { unlessKnown } from '../http/caching.ts';
import { dataLinks } from '../http/data-links.ts';
import { contentDisposition } from '../http/download-name.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import type { Api, Services } from '../services.ts';
import { readSignalRequest, seriesNames, weeksParameter } from '../signals/signal-answer.ts';
import { signalNames } from '../signals/signal-names.ts';

/** The signals as a table. */
export function exportSignalsCsv(app: Api, { analytics, database }: Services): void {
  app.get(
    '/api/v1/signals.csv',
    {
      schema: {
        operationId: 'exportSignalsCsv',
        tags: ['Numbers'],
        summary: 'Unusual weeks of the last year as CSV (RFC 4180, UTF-8)',
        querystring: filterQuerySchema(weeksParameter, seriesNames),
        response: {
          200: { description: 'One row per signal, newest first.', content: { 'text/csv': { schema: Type.String() } } },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const { canonical, ...asked } = readSignalRequest(request, analytics, weeksParameter);
      const found = await unlessKnown(request, reply, canonical, asked);
      if (!found) return reply.send(undefined);
      const { datasets } = await readDatasetsAtVersion(database, { signal: request.signal });
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('Content-Disposition', contentDisposition(`armed-violence-signals_downloaded-${today()}.csv`))
        .header('Link', dataLinks(datasets, { filter: {} }))
        .send(signalCsv(found, signalNames(datasets)));
    },
  );
}
