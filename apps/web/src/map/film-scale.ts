import type { View } from '../filter/explore-state.ts';
import type { FigureScale } from './figure-size.ts';
import { classBounds } from './shading.ts';

/** What must be the same in all frames of a film, so that they can be compared. What is left out does not follow the data. */
export interface FilmScale {
  /** Of circles and heat. */
  readonly figures?: FigureScale | undefined;
  /** Between the classes of areas. */
  readonly bounds?: readonly number[] | undefined;
  /** Of hexagons. */
  readonly level?: number | undefined;
}

/** What one frame alone would have. */
export interface FrameMeasure {
  readonly figures: FigureScale | undefined;
  /** What the areas are shaded by, and their values; undefined if the map has none that are in classes. */
  readonly shaded: { readonly by: View['shade']; readonly values: readonly number[] } | undefined;
  readonly level: number | undefined;
}

/**
 * The scale for all frames: circles by the largest of any frame and as small as the fullest needs them, classes that fit the values of
 * all frames together, and the coarsest hexagons.
 */
export function filmScale(frames: readonly FrameMeasure[]): FilmScale {
  const figures = frames.flatMap((frame) => frame.figures ?? []);
  const shaded = frames.flatMap((frame) => frame.shaded ?? []);
  const levels = frames.flatMap((frame) => frame.level ?? []);
  const by = shaded.some((frame) => frame.by === 'rate') ? 'rate' : 'count';
  const values = shaded.filter((frame) => frame.by === by).flatMap((frame) => frame.values);
  const least = (numbers: readonly number[]) => numbers.reduce((one, other) => Math.min(one, other), Infinity);
  const most = (numbers: readonly number[]) => numbers.reduce((one, other) => Math.max(one, other), 0);
  return {
    figures:
      figures.length === 0
        ? undefined
        : {
            largestCount: most(figures.map(({ largestCount }) => largestCount)),
            largestRadius: least(figures.map(({ largestRadius }) => largestRadius)),
          },
    bounds: shaded.length === 0 ? undefined : classBounds(by, values),
    level: levels.length === 0 ? undefined : least(levels),
  };
}

/** Whether the frames were measured with hexagons of one level: otherwise they must be measured again, at the coarsest. */
export function isOfOneLevel(frames: readonly FrameMeasure[]): boolean {
  return new Set(frames.map(({ level }) => level)).size <= 1;
}
