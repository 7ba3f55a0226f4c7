import { type ExactPoints, millionths } from '@monitor/domain';
import { benjaminiHochberg, type KnoxCell, knoxTest, type KnoxInput, positionsOnEarth } from '@monitor/statistics';

/** Bands of the table of near repeats: up to so many metres and days. The finding is of all distances and the first time. */
export const nearRepeatBands = { distances: [100, 250, 500], times: [7, 14, 28] } as const;

/** The permutations that the table is made of; their number is usual in near-repeat studies. */
const permutations = { permutations: 999, seed: 1 } as const;
/** With fewer exact points there are hardly any pairs, and a ratio of two small numbers would mislead. */
export const leastPoints = 50;
/** Pairs that chance gives within the distance and time of the finding, from which on a ratio of observed to expected is given. */
const leastExpected = 2;

/** A band of the table: how much likelier than chance a pair of incidents is. */
export interface NearRepeatCell extends KnoxCell {
  /** Observed pairs divided by those that chance gives; null if chance gives fewer than two. */
  readonly ratio: number | null;
  /** P-value corrected for the number of bands (false-discovery rate): at most 5% where there are clearly more pairs. */
  readonly adjusted: number;
}

export type NearRepeats =
  | {
      readonly kind: 'tested';
      readonly points: number;
      readonly permutations: number;
      readonly method: 'permutations' | 'normal';
      /** By distance, then by time. */
      readonly bands: readonly (readonly NearRepeatCell[])[];
      /**
       * Within the longest distance and the shortest time. `more`: pairs are clearly more than chance gives, `none`: they are not; `few`: chance gives so
       * few pairs that a ratio would mislead.
       */
      readonly finding: { readonly kind: 'more' | 'none' | 'few'; readonly cell: KnoxCell };
    }
  | { readonly kind: 'few_points'; readonly points: number; readonly least: number }
  | { readonly kind: 'nothing_near'; readonly points: number }
  | { readonly kind: 'too_many_points' | 'too_many_pairs' };

/** Whether incidents are followed by others nearby more often than by chance, of exact points with their days only. Throws what `signal` throws. */
export function nearRepeats(
  { points }: Pick<ExactPoints, 'points'>,
  run: Pick<KnoxInput, 'progress' | 'signal'> = {},
): NearRepeats {
  if (points === null) return { kind: 'too_many_points' };
  const count = points.day.length;
  if (count < leastPoints) return { kind: 'few_points', points: count, least: leastPoints };
  const degrees = (column: readonly number[]) => column.map((one) => one / millionths);
  const test = knoxTest({
    positions: positionsOnEarth(degrees(points.lon), degrees(points.lat)),
    days: points.day,
    ...nearRepeatBands,
    ...permutations,
    ...run,
  });
  if (test.kind === 'too_many_pairs') return { kind: 'too_many_pairs' };
  if (test.kind === 'nothing_near') return { kind: 'nothing_near', points: count };
  const adjusted = benjaminiHochberg(test.bands.flat().map(({ p }) => p));
  const headline = test.upTo.at(-1)![0]!;
  return {
    kind: 'tested',
    points: count,
    permutations: test.permutations,
    method: test.method,
    bands: test.bands.map((row, at) =>
      row.map((cell, column) => ({
        ...cell,
        ratio: cell.expected < leastExpected ? null : cell.observed / cell.expected,
        adjusted: adjusted[at * row.length + column]!,
      })),
    ),
    finding: {
      kind:
        headline.expected < leastExpected ? 'few' : headline.p <= 0.05 && headline.observed > headline.expected ? 'more' : 'none',
      cell: headline,
    },
  };
}

/** How strongly a band is shaded: 0 where its pairs are not clearly more than chance gives, else 1 to 5. */
export function shadeOfPairs({ ratio, adjusted }: NearRepeatCell): number {
  if (ratio === null || ratio <= 1 || adjusted > 0.05) return 0;
  return 1 + shadeLimits.filter((least) => ratio >= least).length;
}

/** The ratios from which on each further shade begins. */
const shadeLimits = [1.25, 1.5, 2, 3] as const;
