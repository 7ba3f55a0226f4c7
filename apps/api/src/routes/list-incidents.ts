import { defaultSort, IncidentList, sorts } from '@monitor/contract';
import { measureNames } from '@monitor/domain';
import { listIncidents as readPage, readDatasetVersion } from '@monitor/store';
import { readBesideNumbers } from '../http/beside-numbers.ts';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { dataLinks } from '../http/data-links.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { oneOf, shortText, wholeNumber } from '../http/parameters.ts';
import { pageLinks } from '../http/page-links.ts';
import { readQuery } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

const parameters = {
  sort: oneOf(sorts, defaultSort, 'Sort order. A minus sign in front reverses it. Ties are sorted by identifier.'),
  measure: oneOf(
    measureNames,
    'incidents',
    'Adds `amount` to each incident: the number that this measure counts in it. The sort order `amount` sorts by it.',
  ),
  limit: wholeNumber(1, 500, 50, 'Incidents per page.'),
  cursor: shortText(1000, '`nextCursor` from the previous page.'),
};

const pageHeaders = {
  Link: {
    type: 'string',
    description:
      'The next and the first page (`next`, `first`), licences (`license`), the codebook (`describedby`) and the attribution (`cite-as`), as in RFC 8288.',
  },
};

/** The incidents of a filter, a page at a time. Pages follow each other by key and stay in step while data is added. */
export function listIncidents(app: Api, { analytics, database }: Services): void {
  app.get(
    '/api/v1/incidents',
    {
      schema: {
        operationId: 'listIncidents',
        tags: ['Records'],
        summary: 'Incidents, one page at a time',
        querystring: filterQuerySchema(parameters),
        response: { 200: dataAnswer(IncidentList, 'One page of incidents.', pageHeaders), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, parameters);
      const { signal } = request;
      const page = await unlessKnown(request, reply, canonical, {
        version: () => readDatasetVersion(database, { signal }),
        answer: (now) =>
          readBesideNumbers(analytics, { filter, now, signal }, (snapshot, memory) => {
            const totalAt = (version: number) => (version === memory?.version ? memory.incidents() : undefined);
            return readPage(database, filter, values, { signal, totalAt, snapshot });
          }),
      });
      if (!page) return reply.send(undefined);
      const { datasets, ...list } = page;
      reply.header('Link', [...pageLinks(request, list.nextCursor), dataLinks(datasets, filter)].join(', '));
      return list;
    },
  );
}
