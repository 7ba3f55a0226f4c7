import { Type } from 'typebox';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import { describeDownload } from '../indicators/download.ts';
import { indicatorFilter, indicatorParameters, readIndicatorRequest, sharedIndicators, tableOf } from '../indicators/request.ts';
import type { Api, Services } from '../services.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The indicators as an Excel workbook: a sheet for each framework, with its footnotes. */
export function exportIndicatorsXlsx(app: Api, services: Services, answers: SharedAnswers): void {
  app.get(
    '/api/v1/indicators.xlsx',
    {
      schema: {
        operationId: 'exportIndicatorsXlsx',
        tags: ['Numbers'],
        summary: 'The indicators as an Excel workbook',
        querystring: filterQuerySchema(indicatorParameters, indicatorFilter),
        response: {
          200: {
            description: 'A sheet for each framework: the rows of the CSV, with what is not available and the footnotes below.',
            content: { [type]: { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) } },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const asked = readIndicatorRequest(request);
      const found = await unlessKnown(request, reply, asked.canonical, {
        version: () => services.analytics.version(request.signal),
        answer: (version) => sharedIndicators(services, answers, asked, request, version),
      });
      if (!found) return reply.send(undefined);
      const table = tableOf(found);
      describeDownload(reply, asked, table, { type, extension: 'xlsx' });
      // To write a workbook takes longer than to calculate what is in it: like the table, it is made once for everyone.
      const { datasetVersion } = found;
      const { body } = await answers.find(datasetVersion, asked.canonical, request.signal, async () => {
        // Loaded with the first workbook: it needs many modules.
        const { indicatorWorkbook } = await import('../indicators/indicator-workbook.ts');
        return { datasetVersion, body: Buffer.from(await indicatorWorkbook(table)) };
      });
      return reply.send(body);
    },
  );
}
