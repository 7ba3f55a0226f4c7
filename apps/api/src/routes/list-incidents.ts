import { setTimeout as wait } from 'node:timers/promises';
import { defaultSort, IncidentList, sorts } from '@monitor/contract';
import { fieldOfSort, type Filter, type Measure, measureNames, type Sort } from '@monitor/domain';
import { selectedDatasets } from '@monitor/formats';
import {
  type Database,
  inHeldState,
  type ListedIncidents,
  listIncidents as readPage,
  type PageStart,
  readDatasetVersion,
  readKnownPage,
} from '@monitor/store';
import { type Analytics, NumbersNotReadyError } from '../analytics.ts';
import { readSameVersion } from '../http/same-version.ts';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { dataLinks } from '../http/data-links.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { identifier, oneOf, optionalNumber, shortText, wholeNumber } from '../http/parameters.ts';
import { pageLinks } from '../http/page-links.ts';
import { findInKnown, knownRings } from '../known-rings.ts';
import { ProblemError } from '../http/problem-error.ts';
import { readQuery } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

const parameters = {
  sort: oneOf(
    sorts,
    defaultSort,
    'Sort order. A minus sign in front reverses it. Missing values come last in either direction. Ties are sorted by identifier.',
  ),
  measure: oneOf(
    measureNames,
    'incidents',
    'Adds `amount` to each incident: the number that this measure counts in it. The sort order `amount` sorts by it.',
  ),
  limit: wholeNumber(1, 500, 50, 'Incidents per page.'),
  cursor: shortText(1000, '`nextCursor` from the previous page. Use it to read a whole list page by page.'),
  offset: optionalNumber(
    0,
    9_999_999,
    'Number of incidents to skip. Use it to jump to any place in the list. All pages of one `datasetVersion` fit together.',
  ),
  around: identifier('Identifier of an incident. The page then has this incident in its middle.'),
};

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
        querystring: filterQuerySchema(parameters),
        response: { 200: dataAnswer(IncidentList, 'One page of incidents.', pageHeaders), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, parameters);
      const { signal } = request;
      const list = { filter, ...values, start: startOf(values), signal };
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
  readonly start: PageStart | undefined;
  readonly signal: AbortSignal;
}

type Start = { readonly [Name in 'cursor' | 'around']: string | undefined } & { readonly offset: number | undefined };

/** Where the page begins. Throws `bad_query` where it is said in two ways. */
function startOf({ cursor, offset, around }: Start): PageStart | undefined {
  const given = Object.entries({ cursor, offset, around }).filter(([, value]) => value !== undefined);
  const [[parameter, value] = ['', ''], second] = given;
  if (second !== undefined) {
    const message = 'Give only one of "cursor", "offset" and "around".';
    throw new ProblemError('bad_query', message, {
      problems: [{ parameter: second[0], code: 'bad_value', value: String(second[1]).slice(0, 100), message }],
    });
  }
  return parameter === '' ? undefined : ({ [parameter]: value } as unknown as PageStart);
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
  list: WantedList & { readonly start: Exclude<PageStart, { cursor: string }> },
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
