import labels from '@monitor/geography/data/basemap-labels.json';
import regionLabels from '@monitor/geography/data/basemap-region-labels.json';
import { useMemo } from 'react';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Measure } from '@monitor/domain';
import type { AreaAnswer, MapComparison } from '@monitor/findings';
import type { View } from '../filter/explore-state.ts';
import { differenceMap, sideBySide } from './difference-map.ts';
import type { AreaFigure } from './figure.ts';
import type { FilmScale } from './film-scale.ts';
import { useHexagons } from './hexagons.ts';
import { useHotSpots } from './hot-spot-map.ts';
import type { PictureData } from './map-layer.ts';
import { pictures } from '../filter/pictures.ts';
import { type ShadedArea, shadeAreas } from './shading.ts';

/** Where the name of a location or region reads best: where its popup is, unless it is pressed elsewhere. Degrees. */
const labelPoints = new Map<string, readonly number[]>(
  [...labels.features, ...regionLabels.features].map(({ properties, geometry }) => [properties.code, geometry.coordinates]),
);

interface PictureAnswers {
  readonly query: string;
  readonly measure: Measure;
  readonly datasetVersion: number;
  /** Counts by location and region. */
  readonly answer: AreaAnswer | undefined;
  /** What it is compared with. */
  readonly compared: MapComparison | undefined;
}

/** What a view shows beside tiles, and its areas as figures by their codes. @param fixed classes and level, where they do not follow the answer */
export function usePictureData(
  map: MapLibreMap | null,
  view: Pick<View, 'layer' | 'shade' | 'hexagons' | 'spots'>,
  answers: PictureAnswers,
  fixed: FilmScale | undefined,
): {
  readonly data: PictureData;
  readonly areas: ReadonlyMap<string, AreaFigure>;
  readonly key: string | undefined;
  /** False while it is of an earlier answer. */
  readonly current: boolean;
} {
  const { layer, shade } = view;
  const { answer, compared } = answers;
  const { hexagons, current: hexagonsCurrent } = useHexagons(map, view, answers, fixed);
  const { spots, current: spotsCurrent } = useHotSpots(view, answer);
  const bounds = fixed?.bounds;
  const shading = useMemo(() => {
    const { areas: of } = pictures[layer];
    return of === undefined ? undefined : answer && shadeAreas(of, shade, answer, bounds);
  }, [layer, shade, answer, bounds]);
  const difference = useMemo(
    () => (layer === 'difference' && answer && compared ? differenceMap(answer, compared) : undefined),
    [layer, answer, compared],
  );
  const both = useMemo(
    () =>
      layer === 'difference' && answer && compared && difference === undefined
        ? sideBySide(answer, compared.answer, shade)
        : undefined,
    [layer, shade, answer, compared, difference],
  );
  const current = layer === 'hexagons' ? hexagonsCurrent : layer === 'hot_spots' ? spotsCurrent : true;
  const shownData = useMemo(() => {
    const shown = difference ?? both ?? shading ?? hexagons ?? spots;
    const middles = hexagons?.middles ?? spots?.middles;
    const figures = (shown?.areas ?? []).map((area: ShadedArea): AreaFigure => {
      const [lon = 0, lat = 0] = middles?.get(area.code) ?? labelPoints.get(area.code) ?? [];
      const { code: key, incidents: count, amount, killed, injured, notReported } = area;
      return { layer: `${layer}-shades`, key, lon, lat, count, amount, shares: [], killed, injured, notReported, area };
    });
    return {
      data: { shading: both ?? shading, hexagons, spots, difference },
      areas: new Map(figures.map((figure) => [figure.key, figure])),
      key: shown?.key,
    };
  }, [layer, shading, hexagons, spots, difference, both]);
  return { ...shownData, current };
}
