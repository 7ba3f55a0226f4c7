import { setTimeout as wait } from 'node:timers/promises';
import { IncidentList } from '@monitor/contract';
import { fieldOfSort, type Filter, type Measure, type Sort } from '@monitor/domain';
import { selectedDatasets } from '@monitor/formats';
import {
  type Database,
  inHeldState,
  type ListedIncidents,
  listIncidents as readPage,
  readDatasetVersion,
  readKnownPage,
} from '@monitor/store';
import { type Analytics, listParameters, type ListStart, NumbersNotReadyError, readListStart } from '@monitor/engine';
import { readSameVersion } from '../http/same-version.ts';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { dataLinks } from '../http/data-links.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { pageLinks } from '../http/page-links.ts';
import { findInKnown, knownRings } from '../known-rings.ts';
import { readQuery } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

const pageHeaders = {
  Link: {
    type: 'string',
    description:
      'The next and the first page (`next`, `first`), licences (`license`), the codebook (`describedby`) and the attribution (`cite-as`), as in RFC 8288.',
  },
};

/** Milliseconds between attempts to find the list and its records at one dataset version, and how many there are. */
const retryAfter = 200;
const attempts = 10;

/** The incidents of a filter, a page at a time. Pages follow each other by key, or are found anywhere by their position. */
export function listIncidents(app: Api, { analytics, database }: Services): void {
  app.get(
    '/api/v1/incidents',
    {
      config: { asksDatabase: true },
      schema: {
        operationId: 'listIncidents',
        tags: ['Records'],
        summary: 'Incidents, one page at a time',
        querystring: filterQuerySchema(listParameters),
        response: { 200: dataAnswer(IncidentList, 'One page of incidents.', pageHeaders), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, listParameters);
      const { signal } = request;
      const list = { filter, ...values, start: readListStart(values), signal };
      const page = await unlessKnown(request, reply, canonical, {
        version: () => readDatasetVersion(database, { signal }),
        answer: (now) => {
          // By date, the numbers in memory need no look at the database to know which incidents come first.
          const start = list.start ?? (fieldOfSort(list.sort) === 'occurred_on' ? { offset: 0 } : undefined);
          return start === undefined || 'cursor' in start
            ? readNext(analytics, database, list, now)
            : readAt(analytics, database, { ...list, start }, now);
        },
      });
      if (!page) return reply.send(undefined);
      const { datasets, ...answer } = page;
      reply.header(
        'Link',
        [...pageLinks(request, answer.nextCursor), dataLinks(selectedDatasets(datasets, { filter }))].join(', '),
      );
      return answer;
    },
  );
}

interface WantedList {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly measure: Measure;
  readonly limit: number;
  readonly start: ListStart | undefined;
  readonly signal: AbortSignal;
}

/** The page after a cursor, or the first one in an order that would have to be found first: SQL goes straight to it. */
async function readNext(
  analytics: Analytics,
  database: Database,
  { filter, signal, ...page }: WantedList,
  now: number,
): Promise<ListedIncidents> {
  return readSameVersion(analytics, { filter, now, signal }, async (snapshot, memory) => {
    const totalAt = async (version: number) => (version === memory?.version ? memory.count() : undefined);
    const findInRing = findInKnown(await knownRings([filter.within], memory));
    return readPage(database, filter, page, { signal, totalAt, snapshot, findInRing });
  });
}

/** The page at a position: the numbers in memory say which incidents stand there, and SQL reads their records in the same state. */
async function readAt(
  analytics: Analytics,
  database: Database,
  list: WantedList & { readonly start: Exclude<ListStart, { cursor: string }> },
  now: number,
): Promise<ListedIncidents> {
  const { filter, signal, sort, measure, limit } = list;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { memory } = await analytics.snapshot(filter, signal);
    if (memory === undefined) return readNext(analytics, database, list, now);
    const found = await memory.listed(list);
    if (found !== undefined) {
      const known = { keys: found.keys, sort, measure, limit };
      const page = await inHeldState(memory.held, (snapshot) => readKnownPage(database, filter, known, { signal, snapshot }));
      if (page.datasetVersion === memory.version) return { ...page, total: await memory.count(), offset: found.offset };
    }
    await wait(retryAfter, undefined, { signal });
  }
  throw new NumbersNotReadyError('The incidents are changing faster than they can be read. Try again in a few seconds.');
}
