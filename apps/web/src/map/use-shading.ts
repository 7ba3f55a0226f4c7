import { useMemo } from 'react';
import type { View } from '../filter/explore-state.ts';
import type { AreaFigure } from './figure.ts';
import type { HexagonShading } from './hexagons.ts';
import { pictures } from './pictures.ts';
import { type AreaAnswer, shadeAreas, type Shading } from './shading.ts';

/** The colours of the areas of a view, and the areas as figures by their codes; empty where the view shades none. */
export function useShading(
  { layer, shade }: Pick<View, 'layer' | 'shade'>,
  answer: AreaAnswer | undefined,
  hexagons: HexagonShading | undefined,
): { readonly shading: Shading | undefined; readonly areas: ReadonlyMap<string, AreaFigure> } {
  return useMemo(() => {
    const { areas: of } = pictures[layer];
    const shading = of === 'hexagons' ? hexagons : of && answer && shadeAreas(of, shade, answer);
    const figures = (shading?.areas ?? []).map((area): AreaFigure => {
      // The popup of the others is where they are pressed.
      const [lon = 0, lat = 0] = hexagons?.middles.get(area.code) ?? [];
      const { code: key, incidents: count, amount, killed, injured } = area;
      return { layer: `${layer}-shades`, key, lon, lat, count, amount, shares: [], killed, injured, area };
    });
    return { shading, areas: new Map(figures.map((figure) => [figure.key, figure])) };
  }, [layer, shade, answer, hexagons]);
}
