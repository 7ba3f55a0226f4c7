import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { csvDocument, csvStyles, type IncidentExport, sorts } from '@monitor/contract';
import { measureNames, today } from '@monitor/domain';
import { jurisdiction, region } from '@monitor/geography';
import {
  type DatasetRow,
  type IncidentStream,
  openIncidentStream,
  readDatasetsAtVersion,
  readDatasetVersion,
} from '@monitor/store';
import { otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { dataLinks } from '../http/data-links.ts';
import { contentDisposition, downloadName } from '../http/download-name.ts';
import { downloadGate } from '../http/downloads.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { flag, oneOf } from '../http/parameters.ts';
import { readQuery } from '../http/query.ts';
import { weightedLimit } from '../http/rate-limit.ts';
import type { Api, Services } from '../services.ts';

const parameters = {
  style: oneOf(
    csvStyles,
    'plain',
    '`readable` is for spreadsheets: labels instead of codes, cells separated by `;`, decimal commas, and a byte-order mark.',
  ),
  sort: oneOf(sorts, 'occurred_on', 'Sort order. A minus sign in front reverses it. Ties are sorted by identifier.'),
  measure: oneOf(measureNames, 'incidents', 'What the sort order `amount` sorts by.'),
  hxl: flag('`1` adds a row of HXL hashtags below the header.'),
  bom: flag('`1` adds a byte-order mark at the start, for old versions of Excel.'),
};

/** Downloads at once, fewer than there are database connections. */
const mostDownloads = 4;
/** Milliseconds for a whole download, and without a byte taken by the client. */
const longestDownload = 30 * 60_000;
const longestStall = 60_000;

/** Every incident of a filter as CSV, streamed at the pace of the client. */
export function exportIncidentsCsv(app: Api, { database, settings }: Services): void {
  const gate = downloadGate(mostDownloads);
  app.get(
    '/api/v1/incidents.csv',
    {
      config: weightedLimit('heavy', settings.rateLimit),
      handlerTimeout: longestDownload,
      schema: {
        operationId: 'exportIncidentsCsv',
        tags: ['Records'],
        summary: 'All matching incidents as CSV (RFC 4180, UTF-8)',
        querystring: filterQuerySchema(parameters),
        response: {
          200: {
            description:
              'One row per incident, oldest first unless `sort` is given. The `Link` header gives the licence, codebook and citation.',
            content: { 'text/csv': { schema: Type.Unsafe<Readable>({ type: 'string' }) } },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, parameters);
      const { signal } = request;
      const describe = (datasets: readonly DatasetRow[]) => {
        reply
          .type('text/csv; charset=utf-8; header=present')
          .header('Content-Disposition', contentDisposition(downloadName(filter, 'csv', today())))
          .header('Link', dataLinks(datasets, filter));
      };
      const version = () => readDatasetVersion(database, { signal });
      if (request.method === 'HEAD') {
        const answer = () => readDatasetsAtVersion(database, { signal });
        const found = await unlessKnown(request, reply, canonical, { version, answer });
        if (!found) return reply.send(undefined);
        describe(found.datasets);
        return reply.send(Readable.from([]));
      }

      let leave = () => {};
      try {
        let opened: IncidentStream | undefined;
        const stream = await unlessKnown(request, reply, canonical, {
          version,
          async answer() {
            leave = gate.enter();
            reply.raw.once('close', leave);
            reply.raw.setTimeout(longestStall, () => reply.raw.destroy());
            return (opened = await openIncidentStream(database, filter, { ...values, signal }));
          },
        });
        if (!stream) {
          await opened?.portions.return();
          return await reply.send(undefined);
        }
        const lines = csvDocument(
          await awaitFirstPortion(stream.portions),
          stream.datasets,
          { location: jurisdiction, region },
          values,
        );
        describe(stream.datasets);
        // An error from here on destroys the connection, so that no client takes a part for the whole.
        return await reply.send(Readable.from(lines, { objectMode: false, highWaterMark: 65_536 }));
      } catch (error) {
        leave();
        throw error;
      }
    },
  );
}

/** Waits for the first portion, so that a database that is away is answered by an error and not by an empty file. */
async function awaitFirstPortion(portions: IncidentStream['portions']): Promise<AsyncIterable<IncidentExport[]>> {
  const first = await portions.next();
  return (async function* () {
    if (first.done !== true) yield first.value;
    yield* portions;
  })();
}
