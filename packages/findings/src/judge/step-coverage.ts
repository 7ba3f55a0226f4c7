import { type Interval, type IsoDate, type Period, stepPeriod } from '@monitor/domain';
import { coverageParts, type Dataset } from './dataset-coverage.ts';

export type DatedDataset = Pick<Dataset, 'slug' | 'title' | 'from' | 'to'>;

/** A dataset that begins or ends between two steps. */
export interface CoverageChange {
  readonly kind: 'begins' | 'ends';
  readonly title: string;
  /** Its first or last day. */
  readonly day: IsoDate;
}

/** What the datasets hold of one step of a series. */
export interface StepCoverage {
  /** Names the datasets that hold the step or a part of it; equal for steps that can be compared, empty if none does. */
  readonly key: string;
  /** True if a dataset begins or ends within the step, so that it holds a part of it only. */
  readonly cut: boolean;
  /** How the datasets of this step differ from those of the step before. */
  readonly changes: readonly CoverageChange[];
}

/**
 * What the datasets hold of each step. Counts of steps that different datasets hold differ for that reason alone.
 * @param starts first days of consecutive steps
 * @param datasets those that the series can come from; without any, nothing is known of them and all steps are alike
 */
export function stepCoverage(starts: readonly IsoDate[], interval: Interval, datasets: readonly DatedDataset[]): StepCoverage[] {
  return periodCoverage(
    starts.map((start) => ({ from: start, to: stepPeriod(start, interval).to })),
    datasets,
  );
}

function periodCoverage(periods: readonly Period[], datasets: readonly DatedDataset[]): StepCoverage[] {
  if (datasets.length === 0) return periods.map(() => ({ key: 'unknown', cut: false, changes: [] }));
  const held = periods.map(({ from: start, to: last }) => {
    const inside = datasets.filter(({ from, to }) => from !== null && to !== null && from <= last && to >= start);
    return { inside, cut: inside.some(({ from, to }) => (from ?? '') > start || (to ?? '') < last) };
  });
  return held.map(({ inside, cut }, index) => {
    const before = held[index - 1]?.inside ?? inside;
    return {
      key: inside
        .map(({ slug }) => slug)
        .toSorted()
        .join(),
      cut,
      changes: [
        ...before.filter((one) => !inside.includes(one)).map(({ title, to }) => ({ kind: 'ends' as const, title, day: to ?? '' })),
        ...inside
          .filter((one) => !before.includes(one))
          .map(({ title, from }) => ({ kind: 'begins' as const, title, day: from ?? '' })),
      ],
    };
  });
}

/** A year of a line that begins with other data than the year before. */
export interface LineBreak {
  /** Its position. */
  readonly at: number;
  readonly changes: readonly CoverageChange[];
}

/**
 * Where a line through the rates of a location is broken, since datasets begin or end: across it, a difference would be one of the data.
 * @param years consecutive periods, each with its rate, if any
 */
export function lineBreaks(
  location: string,
  years: readonly Period[],
  rates: readonly (number | null | undefined)[],
  datasets: readonly Dataset[],
): LineBreak[] {
  const coverage = periodCoverage(
    years,
    coverageParts(datasets, { country: [location] }, (title) => title),
  );
  const isKnown = (rate: number | null | undefined) => rate != null;
  const [first, last] = [rates.findIndex(isKnown), rates.findLastIndex(isKnown)];
  return coverage.flatMap(({ changes }, at) => (changes.length > 0 && at > first && at <= last ? [{ at, changes }] : []));
}

/**
 * Works a series out for each kind of coverage by itself: steps of another kind are missing values to it, so that nothing
 * is averaged or compared across a change.
 */
export function withinCoverage<Result>(
  values: readonly (number | null)[],
  keys: readonly string[],
  work: (values: readonly (number | null)[]) => readonly Result[],
): Result[] {
  const results = new Map(
    [...new Set(keys)].map((key) => [key, work(values.map((value, at) => (keys[at] === key ? value : null)))]),
  );
  return keys.flatMap((key, at) => results.get(key)?.slice(at, at + 1) ?? []);
}
