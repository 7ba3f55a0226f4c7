import { locationCoverage, type Period, wholeOf } from '@monitor/domain';
import { coveredPeriods, type Dataset, daysOf, overlapOf } from './dataset-coverage.ts';

/** The data covers only a part of some locations, and a rate divides by everybody who lives there. */
export interface PartCovered {
  /** `some_part`: other data covers the whole of them, but too few of the days, or not what the part has. */
  readonly kind: 'part' | 'some_part';
  readonly codes: readonly string[];
  /** In the words of the datasets: `New York City`. */
  readonly parts: readonly string[];
}

/** The share of the days with data for which data about a part of a location may be all that there is. */
const mostAlone = 0.05;

/**
 * Whether the data of a location or region in a period gives no rate, since datasets cover only a part of the location. Datasets about the
 * whole of it make up for that if they cover the same days, but for a few, and have at least as many incidents per day as each of a part:
 * with fewer, they do not record what the part has.
 */
export function partCovered(code: string, period: Period, datasets: readonly Dataset[]): PartCovered | undefined {
  const country = wholeOf('region', code);
  const held = datasets.flatMap((dataset) => {
    const own = locationCoverage(dataset).find((one) => one.country === country && overlapOf(one, period) !== undefined);
    return own === undefined ? [] : [{ dataset, perDay: own.perDay }];
  });
  const ofPart = held.filter(({ dataset }) => dataset.covers !== null);
  if (ofPart.length === 0) return undefined;
  const most = Math.max(...ofPart.map(({ perDay }) => perDay));
  const whole = held.filter(({ dataset, perDay }) => dataset.covers === null && perDay >= most);
  const daysIn = (some: typeof held) =>
    coveredPeriods(
      country,
      some.map(({ dataset }) => dataset),
    ).reduce((sum, one) => sum + lengthOf(overlapOf(one, period)), 0);
  const alone = daysIn([...whole, ...ofPart]) - daysIn(whole);
  if (alone <= mostAlone * daysIn(held)) return undefined;
  return {
    kind: ofPart.length === held.length ? 'part' : 'some_part',
    codes: [country],
    parts: [...new Set(ofPart.flatMap(({ dataset }) => dataset.covers ?? []))],
  };
}

const lengthOf = (period: Period | undefined) => (period === undefined ? 0 : daysOf(period));

/** That of several places together, if it is why each of them has no rate. */
export function onlyParts(reasons: readonly ({ readonly kind: string } | PartCovered | undefined)[]): PartCovered | undefined {
  const parts = reasons.filter((one) => one !== undefined && 'parts' in one);
  return parts.length === reasons.length ? partsCovered(parts) : undefined;
}

/** The same of several locations together. */
export function partsCovered(some: readonly PartCovered[]): PartCovered | undefined {
  if (some.length === 0) return undefined;
  const all = (of: (one: PartCovered) => readonly string[]) => [...new Set(some.flatMap(of))];
  return {
    kind: some.every(({ kind }) => kind === 'part') ? 'part' : 'some_part',
    codes: all(({ codes }) => codes),
    parts: all(({ parts }) => parts),
  };
}
