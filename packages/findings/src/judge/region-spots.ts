import { regionPopulation } from '@monitor/geography';
import { type HotSpots, hotSpots } from './hot-spots.ts';
import { type AreaAnswer, areaCodes } from './map-areas.ts';
import { placeRate, withoutRate } from './population-rate.ts';

/** Hot and cold spots among regions. */
export interface RegionSpots {
  /** Whether rates were compared, or counts. */
  readonly by: 'count' | 'rate';
  readonly found: HotSpots;
  /** The regions that were compared. */
  readonly codes: readonly string[];
  /** Regions that were left out, since their population is not known. */
  readonly leftOut: number;
}

/** Hot and cold spots among the regions of an answer; undefined if it does not count them. @param neighbours of each region */
export function regionSpots(
  answer: AreaAnswer,
  wanted: RegionSpots['by'],
  neighbours: Readonly<Record<string, readonly string[]>>,
): RegionSpots | undefined {
  const { filter, datasets, measure } = answer;
  const { facets, period } = answer.summary;
  if (facets.region === undefined) return undefined;
  const by = withoutRate({ filter, period }, 'region') === undefined ? wanted : 'count';
  const counted = new Map(facets.region.map((one) => [one.value, one[measure] ?? 0]));
  const known = areaCodes('regions', answer).map((code) => {
    const amount = counted.get(code) ?? 0;
    if (by === 'count') return { code, amount, value: amount };
    const rate = placeRate({ filter, period, datasets, findPopulation: regionPopulation }, code, amount);
    return { code, amount, value: 'kind' in rate ? undefined : rate.rate };
  });
  const units = known.filter((one) => one.value !== undefined);
  const found = hotSpots({
    units: units.map(({ code, value = 0 }) => ({ id: code, value, neighbours: neighbours[code] ?? [] })),
    incidents: { exact: 0, settlement: 0, region: units.reduce((sum, { amount }) => sum + amount, 0) },
  });
  return { by, found, codes: units.map(({ code }) => code), leftOut: known.length - units.length };
}
