import type { FastifyReply } from 'fastify';
import {
  BriefPage,
  canonicalPairs,
  component,
  ExplorePage,
  HomePage,
  indicatorRowChoices,
  IndicatorsPage,
  intervalChoices,
  type PageAnswer,
  PlaceDetailsPage,
  PlacePage,
  PlacesPage,
  seriesSplits,
  signalKinds,
  SignalsPage,
  TrendsPage,
  TrendsPlaces,
  TrendsSubjects,
  TrendsTables,
  units,
} from '@monitor/contract';
import {
  fallbackLanguage,
  type Filter,
  filterNames,
  type FilterName,
  type Language,
  measureNames,
  namesBesidePlace,
} from '@monitor/domain';
import {
  askedBrief,
  briefPage,
  explorePage,
  exploreParts,
  homePage,
  indicatorsPage,
  type Page,
  placeDetailsPage,
  placePage,
  placesPage,
  type Questions,
  signalsPage,
  trendsPage,
  trendsPlaces,
  trendsSubjects,
  trendsTables,
} from '@monitor/findings';
import { siteLanguages } from '@monitor/geography';
import type { TSchema } from 'typebox';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { oneOf, type Parameter, someOf } from '../http/parameters.ts';
import { against } from '../http/selection-parameters.ts';
import { placeAddress } from '../http/place-parameter.ts';
import { type ParameterProblem, ProblemError } from '../http/problem-error.ts';
import { readQuery } from '../http/query.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import { answerPage, type AskedPage, type PageServices, pageServices } from '../pages/answer-page.ts';
import type { Api, Services } from '../services.ts';

/** @param languages that readers may choose; the first one if they choose none */
export function languageParameter(languages: readonly Language[]): Parameter<string> {
  const codes = languages.map(({ code }) => code);
  return oneOf(codes, codes[0] ?? fallbackLanguage, 'Language of the sentences.');
}

type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** A part of a page, which can be requested on its own. */
interface Part {
  readonly schema: TSchema & { $id?: string };
  // What the questions and sentences of a part are of differs from part to part.
  readonly make: (
    services: PageServices,
    asked: Omit<AskedPage<never>, 'choices'>,
    values: never,
    signal: AbortSignal,
  ) => Promise<PageAnswer<unknown>>;
}

function part<Choices, Of extends Questions, Data>(schema: Part['schema'], page: Page<Choices, Of, Data>): Part {
  return { schema, make: (services, asked, choices, signal) => answerPage(services, page, { ...asked, choices }, signal) };
}

interface PageRoute {
  readonly name: string;
  readonly summary: string;
  /** The parts of the filter that it takes. */
  readonly filter: readonly FilterName[];
  /** What is wrong with a filter that has only these. */
  readonly problems?: (filter: Filter) => readonly ParameterProblem[];
  /** What a reader can choose beside the filter. */
  readonly choices: Parameters;
  /** `main` is what it says first. */
  readonly parts: Readonly<Record<'main', Part>> & Readonly<Record<string, Part>>;
  /** True if it asks for names of settlements, which only the database knows. */
  readonly asksDatabase?: true;
}

const measure = oneOf(measureNames, 'incidents', 'What is counted.');
const interval = oneOf(
  intervalChoices,
  'auto',
  'Length of a step of the series; `auto` suits the period and the number of incidents.',
);

/** One entry for each page of the web app. */
const pages: readonly PageRoute[] = [
  {
    name: 'home',
    summary: 'The last twelve months: figures, changes, places, and the sentences that say them',
    filter: [],
    choices: {},
    parts: { main: part(HomePage, homePage) },
  },
  {
    name: 'explore',
    summary: 'One selection, or two side by side: figures, how they changed or differ, charts, and the sentences that say them',
    filter: filterNames,
    choices: {
      measure,
      interval,
      against: {
        ...against,
        schema: {
          ...against.schema,
          description: 'A second selection (B) to compare with the filter (A), written as for downloads.',
        },
      },
      rates: someOf(
        ['country', 'region'],
        'Give the rates of locations or regions as well as their counts. By default, only the counts.',
        {
          byDefault: [],
        },
      ),
      chart: oneOf(exploreParts, 'all', 'A single chart or the map, if nothing else is needed.'),
    },
    parts: { main: part(ExplorePage, explorePage) },
  },
  {
    name: 'indicators',
    summary: 'The indicators of three frameworks by location and year, how they changed, and the sentences that say it',
    filter: ['country', 'dataset'],
    choices: { indicators: oneOf(indicatorRowChoices, 'each', 'Whether each location has rows, too.') },
    parts: { main: part(IndicatorsPage, indicatorsPage) },
  },
  {
    name: 'signals',
    summary: 'The weeks of the last year in which a series rose beyond its own past, and the sentences that say it',
    filter: ['country'],
    choices: { signals: oneOf(signalKinds, 'all', 'The kind of series.') },
    parts: { main: part(SignalsPage, signalsPage) },
  },
  {
    name: 'places',
    summary: 'All locations and regions side by side: rates, changes, and the sentences that say them',
    filter: namesBesidePlace,
    choices: {},
    parts: { main: part(PlacesPage, placesPage) },
  },
  {
    name: 'place',
    summary:
      'One location, region or settlement: figures beside its own past and beside other places, and the sentences that say them',
    filter: namesBesidePlace,
    choices: { place: placeAddress },
    parts: { main: part(PlacePage, placePage), details: part(PlaceDetailsPage, placeDetailsPage) },
    asksDatabase: true,
  },
  {
    name: 'brief',
    summary: 'A place in a month, quarter or year, as two printed pages: figures, changes, tables, and the sentences that say them',
    filter: ['country', 'region', 'dataset', 'from', 'to'],
    problems(filter) {
      const unused: readonly string[] = askedBrief(filter).unused;
      const message = 'A brief is of one location or region, or all of them, in one whole month, quarter or year.';
      return canonicalPairs(filter)
        .filter(([name]) => unused.includes(name))
        .map(([parameter, value]) => ({ parameter, code: 'bad_value', value: value.slice(0, 100), message }));
    },
    choices: {},
    parts: { main: part(BriefPage, briefPage) },
  },
  {
    name: 'trends',
    summary: 'One long series and how it changed, what changed in each place, the people, and the weapons',
    filter: filterNames,
    choices: {
      measure,
      interval,
      unit: oneOf(
        units,
        'count',
        '`rate`: per 100,000 people and year, where there are population figures and steps of at least 90 days.',
      ),
      split: oneOf(
        seriesSplits,
        'none',
        'A list by whose values the series is split. Over three years and more, `interval=auto` then means years.',
      ),
    },
    parts: {
      main: part(TrendsPage, trendsPage),
      places: part(TrendsPlaces, trendsPlaces),
      subjects: part(TrendsSubjects, trendsSubjects),
      tables: part(TrendsTables, trendsTables),
    },
  },
];

/** All that a page of the web app says, as one answer: figures, what can be said of them, and the sentences that say it. */
export function getPages(app: Api, services: Services, answers: SharedAnswers): void {
  const own = pageServices(services);
  for (const page of pages) getPage(app, own, answers, page);
}

function getPage(
  app: Api,
  services: PageServices,
  answers: SharedAnswers,
  { name, summary, filter: names, problems: problemsOf, choices, parts, asksDatabase }: PageRoute,
): void {
  const { analytics } = services;
  const partNames = Object.keys(parts);
  const withParts = partNames.length > 1;
  const parameters = {
    ...choices,
    ...(withParts && { part: oneOf(partNames, 'main', 'A part of the page further down, which is an answer of its own.') }),
    lang: languageParameter(siteLanguages()),
  };
  const schemas = Object.values(parts).map(({ schema }) => schema);
  app.get(
    `/api/v1/pages/${name}`,
    {
      config: { ...(asksDatabase && { asksDatabase }) },
      schema: {
        operationId: `get${name.charAt(0).toUpperCase()}${name.slice(1)}Page`,
        tags: ['Pages'],
        summary,
        querystring: filterQuerySchema(parameters, names),
        response: {
          200: withParts
            ? { description: 'The page, or the part of it.', anyOf: schemas.map((schema) => component(schema)) }
            : dataAnswer(parts.main.schema, 'The page.'),
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, parameters, names);
      const problems = problemsOf?.(filter) ?? [];
      if (problems[0] !== undefined) throw new ProblemError('bad_query', problems[0].message, { problems });
      const { lang: language, part: chosen = 'main' } = values as { readonly lang: string; readonly part?: string };
      const found = await unlessKnown(request, reply, canonical, {
        version: () => analytics.version(request.signal),
        answer: (version) =>
          answers.find(version, canonical, request.signal, async (signal) => {
            const { make } = parts[chosen] ?? parts.main;
            const answer = await make(services, { filter, language }, values as never, signal);
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
