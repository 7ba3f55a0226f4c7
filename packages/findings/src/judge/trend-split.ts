import type { SeriesPoint, SeriesSplit, Summary } from '@monitor/contract';
import { type DimensionName, dimensions, type Filter, isSplitBy, type Measure, type PersonOutcome } from '@monitor/domain';

/** What a split series is asked for: the lists of people need people who are described one by one. */
export interface SplitRequest {
  readonly dimension: DimensionName;
  readonly filter: Filter;
  readonly measure: Measure;
  /** Whether the parts are parts of a whole; else an incident can be in several, and they must not be stacked. */
  readonly addsUp: boolean;
}

/** What a victim is that a number on the record counts. */
const outcomeOf: { readonly [Name in Measure]?: PersonOutcome } = {
  killed: 'killed',
  injured: 'injured',
  threatened: 'threatened',
  suicides: 'suicide',
};

/**
 * The request behind a split. A list of victims splits people killed into victims who are described and were killed, so that sex, age and
 * outcome are of one and the same person. Undefined if nothing is split, and where the filter is of victims of another outcome.
 */
export function splitRequest(filter: Filter, measure: Measure, split: SeriesSplit): SplitRequest | undefined {
  if (split === 'none') return undefined;
  const outcome = outcomeOf[measure];
  if (dimensions[split].subject === 'victim' && outcome !== undefined) {
    if (filter.victim_outcome?.includes(outcome) === false) return undefined;
    return { dimension: split, filter: { ...filter, victim_outcome: [outcome] }, measure: 'victims', addsUp: true };
  }
  const addsUp = dimensions[split].isWhole || split === 'region' || isSplitBy(measure, split);
  return { dimension: split, filter, measure, addsUp };
}

/** The series of one value. */
export interface SplitPart {
  /** `not_reported` for what belongs to none of the values. */
  readonly value: string;
  readonly amounts: readonly number[];
  readonly sum: number;
}

export const unknownValue = 'not_reported';

/**
 * The parts of a series, largest first and unknown last. Where the parts add up, what is missing of the whole is unknown: of people killed,
 * those whose sex is not reported and those who are not described at all.
 * @param whole the series of all, in its own measure
 */
export function splitParts(
  parts: NonNullable<Summary['series']['parts']>,
  { measure, addsUp }: SplitRequest,
  whole: { readonly points: readonly SeriesPoint[]; readonly measure: Measure },
): SplitPart[] {
  const amountsOf = (points: readonly SeriesPoint[]) => {
    const byStart = new Map(points.map((point) => [point.start, point[measure] ?? 0]));
    return whole.points.map(({ start }) => byStart.get(start) ?? 0);
  };
  const known = parts
    .filter(({ value }) => value !== unknownValue)
    .map(({ value, points }) =>
      partOf(
        value,
        points.map((point) => point[measure] ?? 0),
      ),
    )
    .filter(({ sum }) => sum > 0)
    .toSorted((one, other) => other.sum - one.sum);
  const reported = parts.find(({ value }) => value === unknownValue);
  const rest = addsUp
    ? whole.points.map((point, step) =>
        Math.max(0, (point[whole.measure] ?? 0) - known.reduce((sum, part) => sum + (part.amounts[step] ?? 0), 0)),
      )
    : amountsOf(reported?.points ?? []);
  const unknown = partOf(unknownValue, rest);
  return unknown.sum > 0 ? [...known, unknown] : known;
}

function partOf(value: string, amounts: readonly number[]): SplitPart {
  return { value, amounts, sum: amounts.reduce((sum, one) => sum + one, 0) };
}

/** Codes of a list in the order of its vocabulary, not reported last. */
export function valuesOf(dimension: DimensionName): readonly string[] {
  const { values } = dimensions[dimension];
  if (values instanceof RegExp) return [];
  const codes: readonly string[] = values.codes;
  return [...codes.filter((code) => code !== unknownValue), ...codes.filter((code) => code === unknownValue)];
}
