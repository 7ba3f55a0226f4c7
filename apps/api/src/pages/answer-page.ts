import { setMaxListeners } from 'node:events';
import { filterQuery, type PageAnswer, type Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import {
  type AnswerName,
  type Answered,
  answersTo,
  type Page,
  type Question,
  type Questions,
  signalList,
  voiceOf,
} from '@monitor/findings';
import { inHeldState, rankSettlements } from '@monitor/store';
import { LRUCache } from 'lru-cache';
import type { DataState } from '../analytics.ts';
import { ProblemError } from '../http/problem-error.ts';
import { indicatorTableOf } from '../indicators/indicator-table.ts';
import { checkPlaces } from '../indicators/request.ts';
import { findInKnown, knownRings } from '../known-rings.ts';
import { datasetsOf, ofVersion } from '../of-state.ts';
import { searchPlaces } from '../search-places.ts';
import type { Services } from '../services.ts';

export interface AskedPage<Choices> {
  readonly filter: Filter;
  readonly choices: Choices;
  readonly language: string;
}

/** What pages are made with. */
export interface PageServices extends Services {
  /** Summaries without a period: the next position of a timeline asks them again, and so do other pages of the same filter. */
  readonly ever: LRUCache<string, Summary>;
}

export function pageServices(services: Services): PageServices {
  return { ...services, ever: new LRUCache({ max: 64 }) };
}

/** Asks what a page needs of one state of the data, and lets it say what it finds. */
export async function answerPage<Choices, Of extends Questions, Data>(
  services: PageServices,
  page: Page<Choices, Of, Data>,
  { filter, choices, language }: AskedPage<Choices>,
  signal: AbortSignal,
): Promise<PageAnswer<Data>> {
  const { analytics, database, settings } = services;
  // Each question listens.
  setMaxListeners(0, signal);
  return analytics.atOnce(signal, async (state) => {
    const datasets = (await datasetsOf(database, state, signal)).filter(({ incidents }) => incidents > 0);
    const input = { filter, choices, datasets, publisher: settings.publisher, licence: settings.licence };
    const known = await answersTo(page, input, (question) => ofVersion(state, answerTo(services, state, question, signal)));
    if (known === undefined) return { datasetVersion: state.version, datasets, data: null };
    const data = page.say(input, known, voiceOf(language));
    if (data === undefined) throw new ProblemError('not_found', 'Nothing on record has this name. Check the address.');
    const isPartial = Object.values(known).includes(null);
    return { datasetVersion: state.version, datasets, ...(isPartial && { isPartial }), data };
  });
}

async function answerTo(
  services: PageServices,
  state: DataState,
  question: Question,
  signal: AbortSignal,
): Promise<Answered[AnswerName]> {
  if ('summary' in question) {
    const { filter, request } = question.summary;
    const ask = async () => (await state.snapshot(filter)).summary(request);
    if (filter.from !== undefined || filter.to !== undefined) return ask();
    const key = `${state.version} ${filterQuery(filter)} ${JSON.stringify(request)}`;
    const summary = services.ever.get(key) ?? (await ask());
    // It is of another version if the data changes meanwhile.
    if (summary.datasetVersion === state.version) services.ever.set(key, summary);
    return summary;
  }
  if ('signals' in question) {
    const signals = state.signals();
    return signals === undefined ? null : signalList(signals, question.signals);
  }
  if ('places' in question) {
    const { text, limit } = question.places;
    return inHeldState(state.held, (snapshot) => searchPlaces(services.database, text, limit, { signal, snapshot }));
  }
  if ('indicators' in question) {
    const { filter, each } = question.indicators;
    checkPlaces(filter);
    return indicatorTableOf(services, state, { filter, each, fromYear: undefined, toYear: undefined, isPage: true }, signal);
  }
  const { filter, ...ranked } = question.settlements;
  const { memory } = await state.snapshot(filter);
  const findInRing = findInKnown(await knownRings([filter.within], memory));
  return inHeldState(state.held, (snapshot) =>
    rankSettlements(services.database, filter, ranked, { signal, snapshot, findInRing }),
  );
}
