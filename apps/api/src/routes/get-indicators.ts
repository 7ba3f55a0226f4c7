import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { exportFormat, indicatorCsv, IndicatorTable } from '@monitor/contract';
import { today } from '@monitor/domain';
import { unlessKnown } from '../http/caching.ts';
import { dataLinks } from '../http/data-links.ts';
import { contentDisposition } from '../http/download-name.ts';
import { downloadName } from '@monitor/engine';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import {
  indicatorCsvParameters,
  indicatorFilter,
  indicatorParameters,
  type IndicatorRequest,
  readIndicatorRequest,
} from '@monitor/engine';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import { requested } from '../http/query.ts';
import { sharedIndicators } from '../indicators/answer-indicators.ts';
import type { Api, Services } from '../services.ts';

const csvType = 'text/csv; charset=utf-8; header=present';
const { mediaType: workbookType } = exportFormat('xlsx');

/** The indicators of the roadmap, the Sustainable Development Goals and the UNODC questionnaire, by location and year: as JSON, CSV and Excel. */
export function getIndicators(app: Api, services: Services, answers: SharedAnswers): void {
  /** The answer as JSON, or undefined if the client has it. */
  const answerTo = (request: FastifyRequest, reply: FastifyReply, asked: IndicatorRequest & { readonly canonical: string }) =>
    unlessKnown(request, reply, asked.canonical, {
      version: () => services.analytics.version(request.signal),
      answer: (version) => sharedIndicators(services, answers, asked, request.signal, version),
    });

  app.get(
    '/api/v1/indicators',
    {
      schema: {
        operationId: 'getIndicators',
        tags: ['Numbers'],
        summary: 'Indicators by location and year, with direction and certainty',
        querystring: filterQuerySchema(indicatorParameters, indicatorFilter),
        response: { 200: dataAnswer(IndicatorTable, 'The indicators.'), ...otherAnswers },
      },
    },
    async (request, reply: FastifyReply) => {
      const found = await answerTo(request, reply, readIndicatorRequest(requested(request)));
      return found ? reply.type('application/json; charset=utf-8').send(found.body) : reply.send(undefined);
    },
  );

  app.get(
    '/api/v1/indicators.csv',
    {
      schema: {
        operationId: 'exportIndicatorsCsv',
        tags: ['Numbers'],
        summary: 'The indicators as CSV (RFC 4180, UTF-8)',
        querystring: filterQuerySchema({ ...indicatorParameters, ...indicatorCsvParameters }, indicatorFilter),
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
      const asked = readIndicatorRequest(requested(request), indicatorCsvParameters);
      const found = await answerTo(request, reply, asked);
      if (!found) return reply.send(undefined);
      const table = tableOf(found.body);
      describeDownload(reply, asked, table, { type: csvType, extension: 'csv' });
      return reply.send(indicatorCsv(table, asked.values.style));
    },
  );

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
            content: { [workbookType]: { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) } },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const asked = readIndicatorRequest(requested(request));
      const found = await answerTo(request, reply, asked);
      if (!found) return reply.send(undefined);
      const table = tableOf(found.body);
      describeDownload(reply, asked, table, { type: workbookType, extension: 'xlsx' });
      // To write a workbook takes longer than to calculate what is in it: like the table, it is made once for everyone.
      const { datasetVersion } = found;
      const { body } = await answers.find(datasetVersion, asked.canonical, request.signal, async () => {
        // Loaded with the first workbook: it needs many modules.
        const { indicatorWorkbook } = await import('@monitor/engine/indicator-workbook');
        return { datasetVersion, body: Buffer.from(await indicatorWorkbook(table)) };
      });
      return reply.send(body);
    },
  );
}

const tableOf = (body: Buffer) => JSON.parse(body.toString()) as IndicatorTable;

/** Gives a file of indicators its type, its name, and the links to its licences. */
function describeDownload(
  reply: FastifyReply,
  { filter }: IndicatorRequest,
  { datasets }: IndicatorTable,
  { type, extension }: { readonly type: string; readonly extension: string },
): void {
  const name = downloadName({ filter }, extension, today(), 'armed-violence-indicators');
  void reply.type(type).header('Content-Disposition', contentDisposition(name)).header('Link', dataLinks(datasets));
}
