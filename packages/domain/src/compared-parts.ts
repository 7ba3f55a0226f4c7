import { partName } from './constraints/record-parts.ts';
import { dayNumber, type IsoDate, nextIntervalStart, type Period } from './date.ts';
import { wholeOf } from './dimensions.ts';
import type { Filter } from './filter.ts';
import { type DatasetCoverage, type LocationCoverage, locationCoverage } from './location-coverage.ts';
import { rememberingOf } from './remembering.ts';

/*
 * Like is compared with like: which parts of the record a comparison is made from. A part is a dataset in a location. One that covers only
 * one of two periods would make their difference one of what was looked at, and two that cover the same days of a location can have the
 * same incident. A filter leaves out the others (`leave_out`), so that whatever is asked by it is of the parts that are compared.
 */

/** A dataset in a location. */
export interface RecordPart extends LocationCoverage {
  readonly dataset: string;
  /** The part of the location that it is about, in words; null if it is about all of it. */
  readonly covers: string | null;
}

/** One of the periods that are compared, with what selects the incidents of it. */
export interface ComparedSide extends Period {
  readonly filter: Pick<Filter, 'dataset' | 'country' | 'region' | 'leave_out'>;
}

/** What a comparison is made from, and what it leaves out: parts that have days of a side, largest first. */
export interface ComparedParts {
  readonly kept: readonly RecordPart[];
  readonly leftOut: readonly RecordPart[];
}

/** What a part may lack of a period that it covers: a twentieth of the days, and never more than a month. */
const missingShare = 0.05;
const mostMissingDays = 31;
/** A part of few incidents has none on many days: a gap of this many times the mean gap is not the end of its data. */
const chanceGaps = 2;

/** Whether a part covers a period but for a few days, which are no longer than those that are silent by chance. */
export function coversWhole(part: Pick<LocationCoverage, 'from' | 'to' | 'perDay'>, period: Period): boolean {
  const days = daysIn(period);
  const covered = daysIn(sharedDays(part, period));
  return covered > 0 && days - covered <= Math.min(mostMissingDays, Math.max(missingShare * days, chanceGaps / part.perDay));
}

/** The parts that a filter can select from, in the order of datasets and locations. */
export function partsOf(datasets: readonly DatasetCoverage[], filter: ComparedSide['filter'] = {}): readonly RecordPart[] {
  return allParts(datasets, undefined).filter((part) => selects(filter, part));
}

const allParts = rememberingOf((datasets: readonly DatasetCoverage[]): readonly RecordPart[] =>
  datasets.flatMap((dataset) =>
    locationCoverage(dataset).map((location) => ({ ...location, dataset: dataset.slug, covers: dataset.covers ?? null })),
  ),
);

function selects({ dataset, country, region, leave_out }: ComparedSide['filter'], part: RecordPart): boolean {
  const countries = country ?? region?.map((code) => wholeOf('region', code));
  return (
    (dataset?.includes(part.dataset) ?? true) &&
    (countries?.includes(part.country) ?? true) &&
    leave_out?.includes(partName(part)) !== true
  );
}

/**
 * The parts that cover every side whole which they can be selected on. Of two that have the same location, the one with more incidents in
 * the sides is taken, unless the filters name both datasets, or both are about different parts of the location.
 */
export function partsCompared(datasets: readonly DatasetCoverage[], sides: readonly ComparedSide[]): ComparedParts {
  const active = partsOf(datasets)
    .map((part) => ({ part, sides: sides.filter(({ filter }) => selects(filter, part)) }))
    .filter((one) => one.sides.some((side) => sharedDays(one.part, side) !== undefined))
    .map((one) => ({ ...one, incidents: incidentsIn(one.part, one.sides) }))
    .toSorted((one, other) => other.incidents - one.incidents || (partName(one.part) < partName(other.part) ? -1 : 1));
  const kept: (typeof active)[number][] = [];
  for (const one of active) {
    const isWhole = one.sides.every((side) => coversWhole(one.part, side));
    if (isWhole && !kept.some((other) => areRivals(one, other))) kept.push(one);
  }
  return {
    kept: kept.map(({ part }) => part),
    leftOut: active.filter((one) => !kept.includes(one)).map(({ part }) => part),
  };
}

interface Candidate {
  readonly part: RecordPart;
  readonly sides: readonly ComparedSide[];
}

/** Whether two parts can have the same incident of a side, and nobody asked for both of them. */
function areRivals(one: Candidate, other: Candidate): boolean {
  if (one.part.country !== other.part.country || one.part.dataset === other.part.dataset) return false;
  if (one.part.covers !== null && other.part.covers !== null && one.part.covers !== other.part.covers) return false;
  return one.sides.some((side) => other.sides.includes(side) && side.filter.dataset === undefined);
}

/**
 * The parts that a line through a period is made from: those that are there throughout the stretch of it that says most. A stretch says
 * the more the longer it is, and the more precisely its level is known, which grows with the root of the incidents: one of few incidents
 * does not shorten it, nor does a short one of many.
 * @param holding days that the stretch must hold, if any of the data covers them
 */
export function partsThroughout(
  datasets: readonly DatasetCoverage[],
  filter: ComparedSide['filter'],
  period: Period,
  holding?: Period,
): ComparedParts & { readonly stretch: Period | undefined } {
  return findThroughout(datasets, { filter, period, holding });
}

const findThroughout = rememberingOf(
  (
    datasets: readonly DatasetCoverage[],
    { filter, period, holding }: { filter: ComparedSide['filter']; period: Period; holding: Period | undefined },
  ): ComparedParts & { readonly stretch: Period | undefined } => {
    const own = partsOf(datasets, filter).flatMap((part) => sharedDays(part, period) ?? []);
    const [starts, ends] = [[...new Set(own.map(({ from }) => from))], [...new Set(own.map(({ to }) => to))]];
    const stretches = starts.flatMap((from) => ends.filter((to) => from <= to).map((to) => ({ from, to })));
    const found = stretches
      .filter((stretch) => holding === undefined || (stretch.from <= holding.from && stretch.to >= holding.to))
      .map((stretch) => {
        const { kept } = partsCompared(datasets, [{ ...stretch, filter }]);
        const incidents = kept.reduce((sum, part) => sum + incidentsIn(part, [stretch]), 0);
        return { stretch, kept, weight: daysIn(stretch) * Math.sqrt(incidents) };
      })
      .toSorted((one, other) => other.weight - one.weight || (one.stretch.to > other.stretch.to ? -1 : 1));
    if (found[0] === undefined)
      return holding ? partsThroughout(datasets, filter, period) : { kept: [], leftOut: [], stretch: undefined };
    const { kept, stretch } = found[0];
    const { kept: whole, leftOut } = partsCompared(datasets, [{ ...period, filter }]);
    return { kept, leftOut: [...whole, ...leftOut].filter((part) => !kept.includes(part)), stretch };
  },
  ({ filter: { dataset, country, region, leave_out }, period, holding }) =>
    JSON.stringify([dataset, country, region, leave_out, period.from, period.to, holding?.from, holding?.to]),
);

/** A filter that selects the parts that are compared only. */
export function leavingOut<Of extends ComparedSide['filter']>(filter: Of, { leftOut }: Pick<ComparedParts, 'leftOut'>): Of {
  if (leftOut.length === 0) return filter;
  return { ...filter, leave_out: [...new Set([...(filter.leave_out ?? []), ...leftOut.map(partName)])].toSorted() };
}

/** Incidents of a part in some periods: in the months that they touch where these are known, otherwise as many as its days lead one to expect. */
function incidentsIn(part: RecordPart, periods: readonly Period[]): number {
  const { months } = part;
  if (months === undefined) return periods.reduce((sum, period) => sum + part.perDay * daysIn(sharedDays(part, period)), 0);
  let [sum, start]: [number, IsoDate] = [0, months.first];
  for (const incidents of months.incidents) {
    const next = nextIntervalStart(start, 'month');
    if (periods.some(({ from, to }) => start <= to && from < next)) sum += incidents;
    start = next;
  }
  return sum;
}

/** The days that two periods share; undefined if there is none. */
function sharedDays(one: Period, other: Period): Period | undefined {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : undefined;
}

function daysIn(period: Period | undefined): number {
  return period === undefined ? 0 : dayNumber(period.to) - dayNumber(period.from) + 1;
}
