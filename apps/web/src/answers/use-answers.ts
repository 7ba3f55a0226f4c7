import { filterQuery, type Summary } from '@monitor/contract';
import { type DimensionName, extraMeasures, type Filter, isFigureName, type Measure, type Period, without } from '@monitor/domain';
import {
  askedInterval,
  coverageOfFilter,
  type Dataset,
  datasetsHolding,
  datasetsInScope,
  daysOf,
  shownSeries,
  type SyntheticShare,
  syntheticShare,
} from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { queries } from '../api/queries.ts';
import { type LastAnswer, useLastAnswer } from '../api/use-last-answer.ts';
import type { ExploreState } from '../filter/explore-state.ts';
import { measuresShown } from './measures-shown.ts';

/** What a screen draws of a summary, beside totals and series. */
export interface SummaryParts {
  /** Lists whose values are counted. */
  readonly facets: readonly DimensionName[];
  /** Whether by weekday and hour too. */
  readonly hours: boolean;
}

/** Which datasets and locations have incidents of the filter at any time. */
const timelineFacets: readonly DimensionName[] = ['dataset', 'country'];

/** What the figures are asked for. */
interface Asked {
  readonly filter: Filter;
  readonly measure: Measure;
}

/** What the API says to the address: one object from which every picture of the Explore screen is drawn. */
export interface Answers {
  readonly summary: LastAnswer<Summary, Asked>;
  /** The filter that the summary's figures are of: an earlier one while those of the address are loading or unavailable. */
  readonly filterOfFigures: Filter;
  /** The measure that figures and charts show: an earlier one while the figures of the address's are loading or unavailable. */
  readonly measure: Measure;
  /** The figures' series in steps that can be read; undefined before the first answer. */
  readonly series: Summary['series'] | undefined;
  /** Monthly series under the address's filter over all data, by its request: the brush. */
  readonly timeline: LastAnswer<Summary, string>;
  /** That series where it is of the same selection as the summary's figures: what they can be compared with. */
  readonly past: Summary['series']['points'] | undefined;
  readonly datasets: readonly Dataset[] | undefined;
  /** The datasets and locations that hold incidents of the figures' filter at any time: what they cover decides what can be compared. */
  readonly datasetsConcerned: readonly Dataset[];
  /** The datasets that the incidents shown come from. */
  readonly datasetsShown: readonly Dataset[];
  /** First and last day of the data that the filter's datasets hold. */
  readonly coverage: Period | undefined;
  /** How much of what is shown is made up. */
  readonly synthetic: SyntheticShare;
  /** The request behind the summary of another state, for figures that are to be fetched ahead. */
  readonly requestOf: (state: ExploreState) => ReturnType<typeof summaryRequest>;
  /** The same of the selection that this one is compared with; undefined where it is not. */
  readonly against?: Answers | undefined;
}

/** The request behind figures and charts of a state. @param datasets all there are; undefined while unknown */
export function summaryRequest({ filter, view }: ExploreState, parts: SummaryParts, datasets: readonly Dataset[] | undefined) {
  const coverage = coverageOfFilter(filter, datasets ?? []);
  const from = filter.from ?? coverage?.from;
  const to = filter.to ?? coverage?.to;
  const period = from === undefined || to === undefined ? undefined : { from, to };
  const interval = view.against === undefined ? askedInterval(view.interval, period) : runningInterval(period);
  // The datasets in every case, since what is shown names its sources.
  const facets = [...new Set([...parts.facets, 'dataset' as const])];
  return queries.summary(filterQuery(filter), interval, facets, {
    measures: measuresShown(filter, view.measure),
    split: view.against === undefined ? splitOf(filter) : undefined,
    hours: parts.hours,
  });
}

/** Whether an answer has the figures of a measure in all its parts. */
function isGiven({ series: { points } }: Summary, measure: Measure): boolean {
  return isFigureName(measure) || points.every((point) => point[measure] !== undefined);
}

/** Locations that lines are drawn of side by side, at most; more could not be told apart. */
const mostLines = 6;

/** The list by which the series is split: several chosen locations are compared. */
function splitOf({ country }: Filter): DimensionName | undefined {
  return country !== undefined && country.length > 1 && country.length <= mostLines ? 'country' : undefined;
}

/** The filter without its period, as the request behind the timeline. */
function timelineQuery(filter: Filter): string {
  return filterQuery(without(filter, 'from', 'to'));
}

/** The request behind the timeline of a state. */
export function timelineRequest({ filter, view }: ExploreState) {
  return queries.summary(timelineQuery(filter), 'month', timelineFacets, { measures: extraMeasures({ measures: [view.measure] }) });
}

/** In place of a request that is not made. Its key is that of no other, whose answer would be taken for one. */
export const notAsked = { queryKey: ['not-asked'], enabled: false, meta: {} };

/** @param parts the same object at every drawing */
export function useAnswers({ filter, view }: ExploreState, parts: SummaryParts, isAsked = true): Answers {
  const asked = timelineQuery(filter);
  const unless = isAsked ? {} : notAsked;
  const timeline = useLastAnswer(useQuery({ ...timelineRequest({ filter, view }), ...unless }), asked);
  const { data: list } = useQuery(queries.datasets());
  const inScope = list === undefined ? [] : datasetsInScope(filter, list.datasets);
  const coverage = useMemo(() => coverageOfFilter(filter, list?.datasets ?? []), [filter, list]);
  const requestOf = useCallback((state: ExploreState) => summaryRequest(state, parts, list?.datasets), [parts, list]);
  const { measure } = view;
  const request = useMemo(() => ({ filter, measure }), [filter, measure]);
  const summary = useLastAnswer(useQuery({ ...requestOf({ filter, view }), ...unless }), request);
  const filterOfFigures = summary.request?.filter ?? filter;
  // The two answers come one after the other: figures of one selection are not compared with the past of another.
  const past = timeline.request === timelineQuery(filterOfFigures) ? timeline.data : undefined;
  const counted = new Set(summary.data?.facets.dataset?.map(({ value }) => value));
  // While the answer is on its way, whichever could hold some: rather no change is given than a wrong one.
  const holding = past?.facets;
  const datasetsConcerned = useMemo(
    () => (list === undefined ? [] : datasetsHolding(datasetsInScope(filterOfFigures, list.datasets), filterOfFigures, holding)),
    [holding, list, filterOfFigures],
  );
  const datasetsShown = inScope.filter(({ slug }) => counted.has(slug));
  // Where no incident is shown, those that were searched.
  const datasetsSearched = datasetsShown.length > 0 ? datasetsShown : inScope;
  const shownMeasure =
    summary.data === undefined || isGiven(summary.data, measure) ? measure : (summary.request?.measure ?? measure);
  const series = useMemo(
    () => summary.data && shownSeries(summary.data, view.interval, shownMeasure),
    [summary.data, view.interval, shownMeasure],
  );
  return {
    summary,
    series,
    filterOfFigures,
    measure: shownMeasure,
    timeline,
    past: past?.series.points,
    datasets: list?.datasets,
    datasetsConcerned,
    datasetsShown,
    coverage,
    synthetic: syntheticShare(datasetsSearched),
    requestOf,
  };
}

/**
 * The same of what a state is compared with, by the same requests.
 * @param other undefined where it is not compared
 */
export function useOtherAnswers(state: ExploreState, other: Filter | undefined, parts: SummaryParts): Answers | undefined {
  const answers = useAnswers({ filter: other ?? state.filter, view: state.view }, parts, other !== undefined);
  return other === undefined ? undefined : answers;
}

/** The longest period whose running total is drawn day by day. */
const mostDaily = 1100;

/** The steps of series that are compared: running totals from the first day can be compared on any day. */
function runningInterval(period: Period | undefined): 'day' | 'month' {
  return period !== undefined && daysOf(period) <= mostDaily ? 'day' : 'month';
}
