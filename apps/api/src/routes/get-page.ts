import type { FastifyReply } from 'fastify';
import { HomePage } from '@monitor/contract';
import type { FilterName } from '@monitor/domain';
import { fallbackLanguage, homePage, languages, type Page, type Questions } from '@monitor/findings';
import type { TSchema } from 'typebox';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { oneOf, type Parameter } from '../http/parameters.ts';
import { type Query, readQuery } from '../http/query.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import { answerPage } from '../pages/answer-page.ts';
import type { Api, Services } from '../services.ts';

const lang = oneOf(
  languages.map(({ code }) => code),
  fallbackLanguage,
  'Language of the sentences.',
);

interface PageRoute<Own extends Readonly<Record<string, Parameter<unknown>>>, Of extends Questions, Data> {
  readonly name: string;
  readonly summary: string;
  readonly schema: TSchema & { $id?: string };
  /** The parts of the filter that it takes. */
  readonly filter: readonly FilterName[];
  /** What a reader can choose beside the filter. */
  readonly choices: Own;
  readonly page: Page<Query<Own>['values'], Of, Data>;
}

/** All that a page of the web app says, as one answer: figures, what can be said of them, and the sentences that say it. */
export function getPages(app: Api, services: Services, answers: SharedAnswers): void {
  getPage(app, services, answers, {
    name: 'home',
    summary: 'The last twelve months: figures, changes, places, and the sentences that say them',
    schema: HomePage,
    filter: [],
    choices: {},
    page: homePage,
  });
}

function getPage<Own extends Readonly<Record<string, Parameter<unknown>>>, Of extends Questions, Data>(
  app: Api,
  services: Services,
  answers: SharedAnswers,
  { name, summary, schema, filter: names, choices: own, page }: PageRoute<Own, Of, Data>,
): void {
  const { analytics } = services;
  const parameters = { ...own, lang };
  app.get(
    `/api/v1/pages/${name}`,
    {
      schema: {
        operationId: `get${name.charAt(0).toUpperCase()}${name.slice(1)}Page`,
        tags: ['Pages'],
        summary,
        querystring: filterQuerySchema(parameters, names),
        response: { 200: dataAnswer(schema, 'The page.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, parameters, names);
      const language = (values as { readonly lang: string }).lang;
      const found = await unlessKnown(request, reply, canonical, {
        version: () => analytics.version(request.signal),
        answer: (version) =>
          answers.find(version, canonical, request.signal, async (signal) => {
            const asked = { filter, choices: values as unknown as Query<Own>['values'], language };
            const answer = await answerPage(services, page, asked, signal);
            return { datasetVersion: answer.datasetVersion, body: Buffer.from(JSON.stringify(answer)) };
          }),
      });
      if (!found) return reply.send(undefined);
      return (reply as FastifyReply).type('application/json; charset=utf-8').send(found.body);
    },
  );
}
