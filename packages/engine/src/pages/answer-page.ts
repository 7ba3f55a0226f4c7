import {
  filterQuery,
  type IndicatorTable,
  type PageAnswer,
  type PlaceList,
  type SettlementRanking,
  type Summary,
} from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import {
  type AnswerName,
  type Answered,
  answersTo,
  leftOutOf,
  saidLeftOut,
  type Asked,
  type Dataset,
  type Page,
  type PageInput,
  type Question,
  type Questions,
  signalList,
  voiceOf,
} from '@monitor/findings';
import { LRUCache } from 'lru-cache';
import { type Analytics, type DataState, ofVersion } from '../analytics.ts';
import { ProblemError } from '../request/problem-error.ts';

export interface AskedPage<Choices> {
  readonly filter: Filter;
  readonly choices: Choices;
  readonly language: string;
}

/** What pages are made of: numbers, and what a record knows beside them, of one and the same state of the data. */
export interface PageSources extends Pick<PageInput<unknown>, 'publisher' | 'licence'> {
  readonly analytics: Analytics;
  readonly datasets: (state: DataState, signal: AbortSignal) => Promise<readonly Dataset[]>;
  readonly places: (state: DataState, asked: Asked['places'], signal: AbortSignal) => Promise<PlaceList>;
  readonly settlements: (state: DataState, asked: Asked['settlements'], signal: AbortSignal) => Promise<SettlementRanking>;
  readonly indicators: (state: DataState, asked: Asked['indicators'], signal: AbortSignal) => Promise<IndicatorTable>;
}

/** Makes pages, and remembers what the next ones are likely to need. */
export class PageMaker {
  readonly #sources: PageSources;
  /** Summaries without a period: the next position of a timeline asks them again, and so do other pages of the same filter. */
  readonly #ever = new LRUCache<string, Summary>({ max: 64 });

  constructor(sources: PageSources) {
    this.#sources = sources;
  }

  /** Asks what a page needs of one state of the data, and lets it say what it finds. */
  async make<Choices, Of extends Questions, Data>(
    page: Page<Choices, Of, Data>,
    { filter, choices, language }: AskedPage<Choices>,
    signal: AbortSignal,
  ): Promise<PageAnswer<Data>> {
    const { analytics, publisher, licence, datasets: read } = this.#sources;
    return analytics.atOnce(signal, async (state) => {
      const datasets = (await read(state, signal)).filter(({ incidents }) => incidents > 0);
      const input = { filter, choices, datasets, publisher, licence };
      const known = await answersTo(page, input, (question) => ofVersion(state, this.#answer(state, question, signal)));
      if (known === undefined) return { datasetVersion: state.version, datasets, data: null };
      const voice = voiceOf(language);
      const data = page.say(input, known, voice);
      if (data === undefined) throw new ProblemError('not_found', 'Nothing on record has this name. Check the address.');
      const isPartial = Object.values(known).includes(null);
      const leftOut = saidLeftOut(leftOutOf(input, known), voice);
      return { datasetVersion: state.version, datasets, ...(isPartial && { isPartial }), ...(leftOut && { leftOut }), data };
    });
  }

  async #answer(state: DataState, question: Question, signal: AbortSignal): Promise<Answered[AnswerName]> {
    if ('summary' in question) {
      const { filter, request } = question.summary;
      const ask = async () => (await state.snapshot(filter)).summary(request);
      if (filter.from !== undefined || filter.to !== undefined) return ask();
      const key = `${state.version} ${filterQuery(filter)} ${JSON.stringify(request)}`;
      const summary = this.#ever.get(key) ?? (await ask());
      // It is of another version if the data changes meanwhile.
      if (summary.datasetVersion === state.version) this.#ever.set(key, summary);
      return summary;
    }
    if ('signals' in question) {
      const signals = await state.signals();
      return signals === undefined ? null : signalList(signals, question.signals);
    }
    if ('places' in question) return this.#sources.places(state, question.places, signal);
    if ('indicators' in question) return this.#sources.indicators(state, question.indicators, signal);
    return this.#sources.settlements(state, question.settlements, signal);
  }
}
