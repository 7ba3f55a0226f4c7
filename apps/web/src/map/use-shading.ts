import { useMemo } from 'react';
import type { View } from '../filter/explore-state.ts';
import type { AreaFigure } from './figure.ts';
import { pictures } from './pictures.ts';
import { type AreaAnswer, shadeAreas, type Shading } from './shading.ts';

/** The colours of the areas of a view, and the areas as figures by their codes; empty where the view shades none. */
export function useShading(
  { layer, shade }: Pick<View, 'layer' | 'shade'>,
  answer: AreaAnswer | undefined,
): { readonly shading: Shading | undefined; readonly areas: ReadonlyMap<string, AreaFigure> } {
  return useMemo(() => {
    const { areas: of } = pictures[layer];
    if (answer === undefined || of === undefined || of === 'hexagons') return { shading: undefined, areas: new Map() };
    const shading = shadeAreas(of, shade, answer);
    const figures = (shading?.areas ?? []).map((area): AreaFigure => ({
      layer: `${layer}-shades`,
      key: area.code,
      // Its popup is where it is pressed.
      lon: 0,
      lat: 0,
      count: area.incidents,
      amount: area.amount,
      shares: [],
      killed: area.killed,
      injured: area.injured,
      area,
    }));
    return { shading, areas: new Map(figures.map((figure) => [figure.key, figure])) };
  }, [layer, shade, answer]);
}
