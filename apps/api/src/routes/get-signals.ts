import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { signalCsv, SignalList } from '@monitor/contract';
import { today } from '@monitor/domain';
import { signalList } from '@monitor/findings';
import { selectedDatasets } from '@monitor/formats';
import { readDatasetsAtVersion } from '@monitor/store';
import { unlessKnown } from '../http/caching.ts';
import { dataLinks } from '../http/data-links.ts';
import { contentDisposition } from '../http/download-name.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { originOf } from '../http/origin.ts';
import { signalFeed, signalFileName, signalFilter, signalListParameters, signalNames, signalParameters } from '@monitor/engine';
import { readQuery } from '../http/query.ts';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import type { Api, Services } from '../services.ts';

/** The weeks in which a location, type or weapon rose beyond what its own past leads to expect: as JSON, a feed, and CSV. */
export function getSignals(app: Api, { analytics, database, settings }: Services, answers: SharedAnswers): void {
  /** The signals that a request asks for. Throws `bad_query`. */
  const read = (request: FastifyRequest, parameters: typeof signalParameters) => {
    const { filter, values, canonical } = readQuery(request, parameters, signalFilter);
    return {
      canonical,
      version: async () => (await analytics.signals(request.signal, request.seen)).datasetVersion,
      answer: async (): Promise<SignalList> =>
        signalList(await analytics.signals(request.signal, request.seen), { lines: 'none', ...values, filter }),
    };
  };

  app.get(
    '/api/v1/signals',
    {
      schema: {
        operationId: 'getSignals',
        tags: ['Numbers'],
        summary: 'Unusual weeks of the last year, newest first',
        querystring: filterQuerySchema(signalListParameters, signalFilter),
        response: { 200: dataAnswer(SignalList, 'The signals.'), ...otherAnswers },
      },
    },
    async (request, reply: FastifyReply) => {
      const { canonical, version, answer } = read(request, signalListParameters);
      const found = await unlessKnown(request, reply, canonical, {
        version,
        answer: (wanted) =>
          answers.find(wanted, `signals ${canonical}`, request.signal, async () => {
            const list = await answer();
            return { datasetVersion: list.datasetVersion, body: Buffer.from(JSON.stringify(list)) };
          }),
      });
      return found ? reply.type('application/json; charset=utf-8').send(found.body) : reply.send(undefined);
    },
  );

  // For readers that ask again and again what is new.
  app.get(
    '/api/v1/signals.atom',
    {
      schema: {
        operationId: 'getSignalsFeed',
        tags: ['Numbers'],
        summary: 'Unusual weeks of the last year as an Atom feed (RFC 4287)',
        querystring: filterQuerySchema(signalParameters, signalFilter),
        response: {
          200: {
            description: 'One entry per signal, newest first.',
            content: { 'application/atom+xml': { schema: Type.String() } },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const { canonical, ...asked } = read(request, signalParameters);
      const origin = originOf(request);
      const found = await unlessKnown(request, reply, `${origin} ${canonical}`, asked);
      if (!found) return reply.send(undefined);
      const { datasets } = await readDatasetsAtVersion(database, { signal: request.signal });
      const { search } = new URL(request.url, origin);
      const source = { origin, self: request.url, page: `/signals${search}`, ...settings };
      return reply.type('application/atom+xml; charset=utf-8').send(signalFeed(found, signalNames(datasets), source));
    },
  );

  app.get(
    '/api/v1/signals.csv',
    {
      schema: {
        operationId: 'exportSignalsCsv',
        tags: ['Numbers'],
        summary: 'Unusual weeks of the last year as CSV (RFC 4180, UTF-8)',
        querystring: filterQuerySchema(signalParameters, signalFilter),
        response: {
          200: { description: 'One row per signal, newest first.', content: { 'text/csv': { schema: Type.String() } } },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const { canonical, ...asked } = read(request, signalParameters);
      const found = await unlessKnown(request, reply, canonical, asked);
      if (!found) return reply.send(undefined);
      const { datasets } = await readDatasetsAtVersion(database, { signal: request.signal });
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('Content-Disposition', contentDisposition(signalFileName(today())))
        .header('Link', dataLinks(selectedDatasets(datasets, { filter: {} })))
        .send(signalCsv(found, signalNames(datasets)));
    },
  );
}
