import { Type } from 'typebox';
import { csvStyles, indicatorCsv } from '@monitor/contract';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { oneOf } from '../http/parameters.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import { describeDownload } from '../indicators/download.ts';
import { indicatorFilter, indicatorParameters, readIndicatorRequest, sharedIndicators, tableOf } from '../indicators/request.ts';
import type { Api, Services } from '../services.ts';

const parameters = {
  style: oneOf(
    csvStyles,
    'plain',
    '`readable` is for spreadsheets: headings in words, cells separated by `;`, decimal commas, and a byte-order mark.',
  ),
};

/** The indicators as CSV: one row for each indicator, location and year. */
export function exportIndicatorsCsv(app: Api, services: Services, answers: SharedAnswers): void {
  app.get(
    '/api/v1/indicators.csv',
    {
      schema: {
        operationId: 'exportIndicatorsCsv',
        tags: ['Numbers'],
        summary: 'The indicators as CSV (RFC 4180, UTF-8)',
        querystring: filterQuerySchema({ ...indicatorParameters, ...parameters }, indicatorFilter),
        response: {
          200: {
            description: 'One row for each indicator, location and year. docs/indicators.md explains the columns.',
            content: { 'text/csv': { schema: Type.Unsafe<string>({ type: 'string' }) } },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const asked = readIndicatorRequest(request, parameters);
      const found = await unlessKnown(request, reply, asked.canonical, {
        version: () => services.analytics.version(request.signal),
        answer: (version) => sharedIndicators(services, answers, asked, request, version),
      });
      if (!found) return reply.send(undefined);
      const table = tableOf(found);
      describeDownload(reply, asked, table, { type: 'text/csv; charset=utf-8; header=present', extension: 'csv' });
      return reply.send(indicatorCsv(table, asked.values.style));
    },
  );
}
