import { comparedFilter, type ExploreData, type ExploreSide, filterQuery, type Summary, writeAgainst } from '@monitor/contract';
import { countedKind, type CountedKind, type Filter, type Measure, type Period } from '@monitor/domain';
import {
  compareSides,
  type Dataset,
  type ExplorePart,
  type Side,
  type SidesComparison,
  type SyntheticShare,
  type WithAlike,
} from '@monitor/findings';
import { population } from '@monitor/geography';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { base, withQuery } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import { type LastAnswer, useLastAnswer } from '../api/use-last-answer.ts';
import { readFilter } from './explore-query.ts';
import type { ExploreState } from './explore-state.ts';
import { useTranslation } from '../i18n/use-translation.ts';

/** What the API says of one selection. */
export interface OneSide {
  readonly summary: LastAnswer<Summary>;
  /** The filter that the summary's figures are of: an earlier one while those of the address are loading or unavailable. */
  readonly filterOfFigures: Filter;
  /** The same without what cannot be compared with the other selection. */
  readonly filterCompared: Filter;
  /** The measure that figures and charts show: an earlier one while the figures of the address's are loading or unavailable. */
  readonly measure: Measure;
  /** Those with a published incident; undefined before the first answer. */
  readonly datasets: readonly Dataset[] | undefined;
  /** The datasets that hold incidents of the figures' filter at any time: what they cover decides what can be compared. */
  readonly datasetsConcerned: readonly Dataset[];
  /** The datasets that the incidents shown come from. */
  readonly datasetsShown: readonly Dataset[];
  /** How much of what is shown is made up. */
  readonly synthetic: SyntheticShare;
  /** First and last day of the data that the filter's datasets hold. */
  readonly coverage: Period | undefined;
}

/** What the API says to the address: one answer from which every picture of the Explore screen is drawn. */
export interface Answers extends OneSide {
  /** The kind of incidents that figures and charts are of. */
  readonly kind: CountedKind;
  /** All that is said; undefined before the first answer. */
  readonly page: ExploreData | undefined;
  /** What its comparisons leave out. */
  readonly leftOut?: string | undefined;
  /** The request behind the answer of another state, for figures that are to be fetched ahead. */
  readonly requestOf: (state: ExploreState) => ReturnType<typeof exploreRequest>;
  /** The same of the selection that this one is compared with; undefined if it is not. */
  readonly against?: OneSide | undefined;
}

/** What is asked for figures and charts of a state. @param chart what is drawn */
function askedOf({ filter, view }: ExploreState, chart: ExplorePart): string {
  const { measure, interval, against, locations, regions } = view;
  const rates = [...(locations === 'rate' ? ['country'] : []), ...(regions === 'rate' ? ['region'] : [])].join(',');
  const choices = { measure, interval, chart, rates, ...(against && { against: writeAgainst(against) }) };
  const chosen = Object.entries(choices).filter(([name, value]) => value !== unchosen[name]);
  const texts = chosen.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return [filterQuery(filter), ...texts].filter(Boolean).join('&');
}

/** Its address. */
export function exploreAddress(state: ExploreState, chart: ExplorePart): string {
  return base + withQuery('/pages/explore', askedOf(state, chart));
}

/** The request of it. */
function exploreRequest(state: ExploreState, chart: ExplorePart, language: string) {
  return queries.page('explore', 'main', askedOf(state, chart), language);
}
const unchosen: Readonly<Record<string, string>> = { measure: 'incidents', interval: 'auto', chart: 'all', rates: '' };

/** In place of a request that is not made. Its key is that of no other, whose answer would be taken for one. */
export const notAsked = { queryKey: ['not-asked'], enabled: false, meta: {} };

const noDatasets: readonly Dataset[] = [];

/** @param chart what is drawn of the answer */
export function useAnswers({ filter, view }: ExploreState, chart: ExplorePart = 'all'): Answers {
  const { i18n } = useTranslation();
  const requestOf = useCallback((state: ExploreState) => exploreRequest(state, chart, i18n.language), [chart, i18n.language]);
  const { against } = view;
  const request = useMemo(() => ({ filter, other: comparedFilter({ filter, against }) }), [filter, against]);
  const answer = useLastAnswer(useQuery(requestOf({ filter, view })), request);
  const { datasets } = answer.data ?? {};
  const page = answer.data?.data ?? undefined;
  const measure = page?.measure ?? view.measure;
  const ofSides = useMemo(() => {
    const named = (slugs: readonly string[]) => (datasets ?? []).filter(({ slug }) => slugs.includes(slug));
    return (page?.sides ?? []).map(({ held, sources }) => ({ held: named(held), sources: named(sources) }));
  }, [page, datasets]);
  return useMemo(() => {
    const answersOf = (at: 0 | 1, filterOfFigures: Filter): OneSide => {
      const side = page?.sides[at];
      const { held = noDatasets, sources = noDatasets } = ofSides[at] ?? {};
      return {
        summary: { ...answer, data: side && summaryOf(side), request: undefined },
        filterOfFigures,
        filterCompared: side === undefined ? filterOfFigures : { ...filterOfFigures, ...readLeftOut(side.query) },
        measure,
        datasets,
        datasetsConcerned: held,
        datasetsShown: sources,
        synthetic: side?.synthetic ?? 'none',
        coverage: side?.coverage,
      };
    };
    const asked = answer.request ?? request;
    return {
      ...answersOf(0, asked.filter),
      kind: countedKind(asked.filter, ...(asked.other ? [asked.other] : [])),
      page,
      leftOut: answer.data?.leftOut?.text,
      requestOf,
      // None as soon as the address compares nothing, though the answer may still be of two.
      against: request.other && answersOf(1, asked.other ?? request.other),
    };
  }, [answer, datasets, measure, ofSides, page, request, requestOf]);
}

/** The numbers of a side, with what rates are made of where that leaves something out. */
function summaryOf({ summary, ranked }: ExploreSide): WithAlike<Summary> {
  return ranked === undefined
    ? summary
    : { ...summary, alike: { ranked: { filter: readLeftOut(ranked.query), leftOut: [], answer: ranked.summary } } };
}

/** What the query of a side leaves out. */
function readLeftOut(query: string): Pick<Filter, 'leave_out'> {
  const { leave_out } = readFilter(query);
  return leave_out === undefined ? {} : { leave_out };
}

/** Both sides of a comparison, A first; undefined if nothing is compared, and until both have answers. */
export function sidesOf(answers: Answers): readonly [Side, Side] | undefined {
  const [a, b] = [sideOf(answers), answers.against && sideOf(answers.against)];
  return a === undefined || b === undefined ? undefined : [a, b];
}

function sideOf({ summary: { data }, filterCompared, datasetsConcerned }: OneSide): Side | undefined {
  return data && { filter: filterCompared, summary: data, datasets: datasetsConcerned };
}

/** The same of one side: one object for as long as its answer stays the same. */
export function useSide(answers: OneSide | undefined): Side | undefined {
  const { filterCompared, datasetsConcerned } = answers ?? {};
  const data = answers?.summary.data;
  return useMemo(
    () => data && filterCompared && datasetsConcerned && { filter: filterCompared, summary: data, datasets: datasetsConcerned },
    [data, filterCompared, datasetsConcerned],
  );
}

/** A measure of both sides; undefined as `sidesOf`. */
export function comparisonOf(answers: Answers, measure: Measure = answers.measure): SidesComparison | undefined {
  const sides = sidesOf(answers);
  return sides && compareSides(...sides, measure, population);
}
