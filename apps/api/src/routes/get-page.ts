import type { FastifyReply } from 'fastify';
import {
  BriefPage,
  component,
  ExplorePage,
  HomePage,
  IndicatorsPage,
  PlaceDetailsPage,
  PlacePage,
  PlacesPage,
  SignalsPage,
  TrendsPage,
  TrendsPlaces,
  TrendsSubjects,
  TrendsTables,
} from '@monitor/contract';
import { PageMaker, pageParameters, type PageRouteName, pageRoutes, readPage } from '@monitor/engine';
import type { TSchema } from 'typebox';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { requested } from '../http/query.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import { pageSources } from '../pages/page-sources.ts';
import type { Api, Services } from '../services.ts';

type Schema = TSchema & { $id?: string };

/** How a page is documented. */
interface PageDescription {
  readonly summary: string;
  /** What its parts are, as the engine names them. */
  readonly schemas: { readonly main: Schema; readonly [part: string]: Schema };
  /** True if it asks for names of settlements, which only the database knows. */
  readonly asksDatabase?: true;
}

const descriptions: Readonly<Record<PageRouteName, PageDescription>> = {
  home: {
    summary: 'The last twelve months: figures, changes, places, and the sentences that say them',
    schemas: { main: HomePage },
  },
  explore: {
    summary: 'One selection, or two side by side: figures, how they changed or differ, charts, and the sentences that say them',
    schemas: { main: ExplorePage },
  },
  indicators: {
    summary: 'The indicators of three frameworks by location and year, how they changed, and the sentences that say it',
    schemas: { main: IndicatorsPage },
  },
  signals: {
    summary: 'The weeks of the last year in which a series rose beyond its own past, and the sentences that say it',
    schemas: { main: SignalsPage },
  },
  places: {
    summary: 'All locations and regions side by side: rates, changes, and the sentences that say them',
    schemas: { main: PlacesPage },
  },
  place: {
    summary:
      'One location, region or settlement: figures beside its own past and beside other places, and the sentences that say them',
    schemas: { main: PlacePage, details: PlaceDetailsPage },
    asksDatabase: true,
  },
  brief: {
    summary: 'A place in a month, quarter or year, as two printed pages: figures, changes, tables, and the sentences that say them',
    schemas: { main: BriefPage },
  },
  trends: {
    summary: 'One long series and how it changed, what changed in each place, the people, and the weapons',
    schemas: { main: TrendsPage, places: TrendsPlaces, subjects: TrendsSubjects, tables: TrendsTables },
  },
};

/** All that a page of the web app says, as one answer: figures, what can be said of them, and the sentences that say it. */
export function getPages(app: Api, services: Services, answers: SharedAnswers): void {
  const maker = new PageMaker(pageSources(services));
  for (const name of Object.keys(pageRoutes) as PageRouteName[]) getPage(name, app, services, { answers, maker });
}

function getPage(
  name: PageRouteName,
  app: Api,
  { analytics }: Services,
  { answers, maker }: { readonly answers: SharedAnswers; readonly maker: PageMaker },
): void {
  const { summary, schemas, asksDatabase } = descriptions[name];
  const all = Object.values(schemas);
  app.get(
    `/api/v1/pages/${name}`,
    {
      config: { ...(asksDatabase && { asksDatabase }) },
      schema: {
        operationId: `get${name.charAt(0).toUpperCase()}${name.slice(1)}Page`,
        tags: ['Pages'],
        summary,
        querystring: filterQuerySchema(pageParameters(name), pageRoutes[name].filter),
        response: {
          200:
            all.length > 1
              ? { description: 'The page, or the part of it.', anyOf: all.map((schema) => component(schema)) }
              : dataAnswer(schemas.main, 'The page.'),
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const { filter, canonical, make } = readPage(name, requested(request));
      request.filter = filter;
      const found = await unlessKnown(request, reply, canonical, {
        version: () => analytics.version(request.signal),
        answer: (version) =>
          answers.find(version, canonical, request.signal, async (signal) => {
            const answer = await make(maker, signal);
            return {
              datasetVersion: answer.datasetVersion,
              body: Buffer.from(JSON.stringify(answer)),
              isPartial: answer.isPartial === true,
            };
          }),
      });
      if (!found) return reply.send(undefined);
      return (reply as FastifyReply).type('application/json; charset=utf-8').send(found.body);
    },
  );
}
