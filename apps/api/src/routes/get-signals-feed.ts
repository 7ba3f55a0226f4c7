import { Type } from 'typebox';
import { readDatasetsAtVersion } from '@monitor/store';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { originOf } from '../http/origin.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import type { Api, Services } from '../services.ts';
import { readSignalRequest, seriesNames, weeksParameter } from '../signals/signal-answer.ts';
import { signalFeed } from '../signals/signal-feed.ts';
import { signalNames } from '../signals/signal-names.ts';

/** The signals as a feed, for readers that ask again and again what is new. */
export function getSignalsFeed(app: Api, { analytics, database, settings }: Services): void {
  app.get(
    '/api/v1/signals.atom',
    {
      schema: {
        operationId: 'getSignalsFeed',
        tags: ['Numbers'],
        summary: 'Unusual weeks of the last year as an Atom feed (RFC 4287)',
        querystring: filterQuerySchema(weeksParameter, seriesNames),
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
      const { canonical, ...asked } = readSignalRequest(request, analytics, weeksParameter);
      const origin = originOf(request);
      const found = await unlessKnown(request, reply, `${origin} ${canonical}`, asked);
      if (!found) return reply.send(undefined);
      const { datasets } = await readDatasetsAtVersion(database, { signal: request.signal });
      const { search } = new URL(request.url, origin);
      const source = { origin, self: request.url, page: `/signals${search}`, ...settings };
      return reply.type('application/atom+xml; charset=utf-8').send(signalFeed(found, signalNames(datasets), source));
    },
  );
}
