import {
  canonicalPairs,
  indicatorRowChoices,
  intervalChoices,
  type PageAnswer,
  seriesSplits,
  signalKinds,
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
import { oneOf, type Parameter, someOf } from '../request/parameters.ts';
import { placeAddress } from '../request/place-parameter.ts';
import { type ParameterProblem, ProblemError } from '../request/problem-error.ts';
import { type Parameters, type Query, readQuery, type Requested } from '../request/read-query.ts';
import { against } from '../request/selection-parameters.ts';
import type { AskedPage, PageMaker } from './answer-page.ts';

/** @param languages that readers may choose; the first one if they choose none */
export function languageParameter(languages: readonly Language[]): Parameter<string> {
  const codes = languages.map(({ code }) => code);
  return oneOf(codes, codes[0] ?? fallbackLanguage, 'Language of the sentences.');
}

/** Makes a part of a page, which can be requested on its own. What its questions and sentences are of differs from part to part. */
type MakePart = (
  maker: PageMaker,
  asked: Omit<AskedPage<never>, 'choices'>,
  values: never,
  signal: AbortSignal,
) => Promise<PageAnswer<unknown>>;

function part<Choices, Of extends Questions, Data>(page: Page<Choices, Of, Data>): MakePart {
  return (maker, asked, choices, signal) => maker.make(page, { ...asked, choices }, signal);
}

/** How a page is asked for. */
interface PageRoute {
  /** The parts of the filter that it takes. */
  readonly filter: readonly FilterName[];
  /** What is wrong with a filter that has only these. */
  readonly problems?: (filter: Filter) => readonly ParameterProblem[];
  /** What a reader can choose beside the filter. */
  readonly choices: Parameters;
  /** `main` is what it says first. */
  readonly parts: Readonly<Record<'main', MakePart>> & Readonly<Record<string, MakePart>>;
}

const measure = oneOf(measureNames, 'incidents', 'What is counted.');
const interval = oneOf(
  intervalChoices,
  'auto',
  'Length of a step of the series; `auto` suits the period and the number of incidents.',
);

/** One entry for each page of the web app. */
export const pageRoutes = {
  home: {
    filter: [],
    choices: {},
    parts: { main: part(homePage) },
  },
  explore: {
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
      chart: oneOf(exploreParts, 'all', 'The key figures, the map or a single chart, if nothing else is needed.'),
    },
    parts: { main: part(explorePage) },
  },
  indicators: {
    filter: ['country', 'dataset'],
    choices: { indicators: oneOf(indicatorRowChoices, 'each', 'Whether each location has rows, too.') },
    parts: { main: part(indicatorsPage) },
  },
  signals: {
    filter: ['country'],
    choices: { signals: oneOf(signalKinds, 'all', 'The kind of series.') },
    parts: { main: part(signalsPage) },
  },
  places: {
    filter: namesBesidePlace,
    choices: {},
    parts: { main: part(placesPage) },
  },
  place: {
    filter: namesBesidePlace,
    choices: { place: placeAddress },
    parts: { main: part(placePage), details: part(placeDetailsPage) },
  },
  brief: {
    filter: ['country', 'region', 'dataset', 'from', 'to'],
    problems(filter) {
      const unused: readonly string[] = askedBrief(filter).unused;
      const message = 'A brief is of one location or region, or all of them, in one whole month, quarter or year.';
      return canonicalPairs(filter)
        .filter(([name]) => unused.includes(name))
        .map(([parameter, value]) => ({ parameter, code: 'bad_value', value: value.slice(0, 100), message }));
    },
    choices: {},
    parts: { main: part(briefPage) },
  },
  trends: {
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
      main: part(trendsPage),
      places: part(trendsPlaces),
      subjects: part(trendsSubjects),
      tables: part(trendsTables),
    },
  },
} as const satisfies Readonly<Record<string, PageRoute>>;

export type PageRouteName = keyof typeof pageRoutes;

/** All that the address of a page takes. */
export function pageParameters(name: PageRouteName): Parameters {
  const { choices, parts }: PageRoute = pageRoutes[name];
  const partNames = Object.keys(parts);
  const partOf = oneOf(partNames, 'main', 'A part of the page further down, which is an answer of its own.');
  return { ...choices, ...(partNames.length > 1 && { part: partOf }), lang: languageParameter(siteLanguages()) };
}

/** A page that somebody asks for. */
interface WantedPage extends Pick<Query<Parameters>, 'filter' | 'canonical'> {
  readonly make: (maker: PageMaker, signal: AbortSignal) => Promise<PageAnswer<unknown>>;
}

/** Reads the address of a page. Throws `bad_query` with everything that is wrong. */
export function readPage(name: PageRouteName, request: Requested): WantedPage {
  const { filter: names, problems: problemsOf, parts }: PageRoute = pageRoutes[name];
  const { filter, values, canonical } = readQuery(request, pageParameters(name), names);
  const problems = problemsOf?.(filter) ?? [];
  if (problems[0] !== undefined) throw new ProblemError('bad_query', problems[0].message, { problems });
  const { lang: language, part: chosen = 'main' } = values as { readonly lang: string; readonly part?: string };
  const make = parts[chosen] ?? parts.main;
  return { filter, canonical, make: (maker, signal) => make(maker, { filter, language }, values as never, signal) };
}
