import type { Summary } from '@monitor/contract';
import {
  type ComparedParts,
  type ComparedSide,
  type Filter,
  leavingOut,
  partName,
  partsCompared,
  partsThroughout,
  type Period,
} from '@monitor/domain';
import { coverageOfPlaces, type Dataset, datasetsHolding, datasetsInScope, meantDays, overlapOf } from './dataset-coverage.ts';

/*
 * Like is compared with like. Beside the answer to a filter, which has everything, stand answers to the same filter without the parts of the
 * record that cannot be compared (see `partsCompared`). Judges of changes, rates and lines take those.
 */

/** The answer to a filter that leaves out some parts. */
export interface Restricted extends RestrictedFilter {
  readonly answer: Summary;
}

/** A filter that leaves out some parts of the record. */
export interface RestrictedFilter {
  readonly filter: Filter;
  /** Those that hold incidents of it, see `partName`; if there is none, the answer is that of the whole filter. */
  readonly leftOut: readonly string[];
}

/** What stands beside an answer. Each is absent if it leaves nothing out, or if nothing could be compared. */
export interface Alike {
  /** What covers the period and the one that it is compared with. */
  readonly compared?: Restricted;
  /** What covers the period: for figures of places beside each other. A location that nothing covers whole keeps what there is. */
  readonly ranked?: Restricted;
  /** What is there throughout a line over time. */
  readonly line?: Restricted;
  /** What covers the period and that of another selection. */
  readonly beside?: Restricted;
}
export type AlikeName = keyof Alike;

/** An answer with what stands beside it. */
export type WithAlike<Answer> = Answer & { readonly alike?: Alike | undefined };

/** What judges take of an answer: itself, or what stands beside it, with the filter and the datasets that it is of. */
export function taking<Answer extends Partial<Summary>>(
  name: AlikeName,
  answer: WithAlike<Answer>,
  filter: Filter,
  datasets: readonly Dataset[],
): { readonly answer: Answer; readonly filter: Filter; readonly datasets: readonly Dataset[] } {
  const other = answer.alike?.[name];
  if (other === undefined) return { answer, filter, datasets };
  const { leave_out } = other.filter;
  // The answer beside is whole, so it has every part of a summary.
  const found = other.answer as Partial<Summary> as Answer;
  return {
    answer: found,
    filter: { ...filter, leave_out: leave_out! },
    datasets: datasetsInScope({ leave_out: leave_out! }, datasets),
  };
}

/** The numbers of one value of the list that an answer is split by, with what stands beside them. */
export function partAnswer(
  summary: WithAlike<Pick<Summary, 'period' | 'comparison' | 'series'>>,
  value: string,
): WithAlike<Pick<Summary, 'period' | 'totals' | 'comparison'>> | undefined {
  const { period, comparison, series, alike } = summary;
  const part = series.parts?.find((one) => one.value === value);
  if (part?.totals === undefined) return undefined;
  const other = alike?.compared;
  const beside = other && partAnswer(other.answer, value);
  return {
    period,
    totals: part.totals,
    comparison: comparison && part.comparison ? { ...comparison, totals: part.comparison } : null,
    ...(other && beside && { alike: { compared: { ...other, answer: { ...other.answer, ...beside } } } }),
  };
}

/** An answer with the totals of each location, of which the intervals of rates are made. @param locations the same filter, split by location */
export function withParts(answer: WithAlike<Summary>, locations: WithAlike<Summary> | undefined): WithAlike<Summary> {
  if (locations === undefined) return answer;
  const joined = (one: Summary, { series }: Summary) => ({ ...one, series: { ...one.series, parts: series.parts } });
  const beside = Object.entries(answer.alike ?? {}) as [AlikeName, Restricted][];
  const alike: Alike = Object.fromEntries(
    beside.map(([name, one]) => [name, { ...one, answer: joined(one.answer, locations.alike?.[name]?.answer ?? locations) }]),
  );
  return { ...joined(answer, locations), ...(answer.alike && { alike }) };
}

/** What decides which parts are left out. */
interface Restricting {
  readonly filter: Filter;
  readonly datasets: readonly Dataset[];
  /** The incidents of the filter on all days, by dataset and location: parts that have none of them do not matter. Asked where needed. */
  readonly ever: () => Promise<Pick<Summary, 'facets'>>;
}

const sidesOf = (filter: ComparedSide['filter'], ...periods: readonly Period[]): ComparedSide[] =>
  periods.map((period) => ({ from: period.from, to: period.to, filter }));

/** Undefined if nothing is left out, or if nothing could be compared. */
export function comparedWithin(by: Restricting, period: Period, comparison: Period): Promise<RestrictedFilter | undefined> {
  return restricted(by, (datasets) => partsCompared(datasets, sidesOf(by.filter, period, comparison)));
}

/** The same of the figures of places in a period. */
export function rankedWithin(by: Restricting, period: Period): Promise<RestrictedFilter | undefined> {
  return restricted(by, (datasets) => {
    const { kept, leftOut } = partsCompared(datasets, sidesOf(by.filter, period));
    return { kept, leftOut: leftOut.filter(({ country }) => kept.some((part) => part.country === country)) };
  });
}

/** The same of a line through all data. @param shown the days that are looked at, which the line should be of */
export function lineWithin(by: Restricting, shown: Pick<Filter, 'from' | 'to'>): Promise<RestrictedFilter | undefined> {
  return restricted(by, (datasets) => {
    const whole = coverageOfPlaces(by.filter, datasets);
    const holding = whole && overlapOf({ from: shown.from ?? whole.from, to: shown.to ?? whole.to }, whole);
    const isChosen = shown.from !== undefined || shown.to !== undefined;
    return whole ? partsThroughout(datasets, by.filter, whole, isChosen ? holding : undefined) : { kept: [], leftOut: [] };
  });
}

/** The same of two selections side by side. */
export async function besideWithin(by: Restricting, period: Period, other: Filter): Promise<RestrictedFilter | undefined> {
  const days = meantDays(other, by.datasets);
  return days && restricted(by, (datasets) => partsCompared(datasets, [...sidesOf(by.filter, period), ...sidesOf(other, days)]));
}

async function restricted(
  { filter, datasets, ever }: Restricting,
  find: (datasets: readonly Dataset[]) => Pick<ComparedParts, 'kept' | 'leftOut'>,
): Promise<RestrictedFilter | undefined> {
  const inScope = datasetsInScope(filter, datasets);
  const all = find(inScope);
  if (all.leftOut.length === 0) return undefined;
  const { facets } = await ever();
  const holding = find(datasetsHolding(inScope, filter, facets));
  if (holding.kept.length === 0) return undefined;
  const kept = new Set(holding.kept.map(partName));
  const leftOut = [...holding.leftOut, ...all.leftOut].filter((part) => !kept.has(partName(part)));
  return { filter: leavingOut(filter, { leftOut }), leftOut: holding.leftOut.map(partName) };
}
