import type * as H3 from 'h3-js';
import type { HexagonCounts } from '@monitor/contract';
import { hexagonLevels, type Measure, placedNames, recordOf } from '@monitor/domain';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { FeatureCollection, Polygon, Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { getJson, withQuery } from '../api/client.ts';
import type { View } from '../filter/explore-state.ts';
import type { FilmScale } from './film-scale.ts';
import { rateClass } from './rate-classes.ts';
import { countBounds, isSilentArea, type ShadedArea, type Shading } from './shading.ts';

/** Hexagons as the map draws them, with `code` and `class`. */
export type HexagonShapes = FeatureCollection<Polygon, { readonly code: string; readonly class: number }>;

/** A shading of hexagons, with their shapes and middles. */
export interface HexagonShading extends Shading {
  readonly shapes: HexagonShapes;
  /** Degrees, by cell. */
  readonly middles: ReadonlyMap<string, Position>;
  readonly level: number;
  /** The finest level that the precision of the points allows. */
  readonly finest: number;
}

/** A zoom at which hexagons of the coarsest level are some twenty pixels wide, and by how much one is finer that suits the next level. */
const coarsestZoom = 3.3;
const zoomOfLevel = Math.log2(7) / 2;

/** The level whose hexagons suit a zoom of the map. */
export function levelAtZoom(zoom: number): number {
  const level = hexagonLevels.coarsest + Math.floor((zoom - coarsestZoom) / zoomOfLevel + 0.5);
  return Math.min(hexagonLevels.finest, Math.max(hexagonLevels.coarsest, level));
}

function hexagonQuery(query: string, level: number, measure: Measure, datasetVersion: number, fixedBounds?: readonly number[]) {
  return queryOptions({
    queryKey: ['hexagons', query, level, measure, datasetVersion, fixedBounds],
    queryFn: async ({ signal }) => {
      const counted = measure === 'incidents' ? '' : `measure=${measure}`;
      const path = withQuery('/hexagons', query, `level=${level}`, counted);
      const [counts, h3] = await Promise.all([getJson<HexagonCounts>(path, signal), import('h3-js')]);
      return shadeHexagons(counts, `${query} ${measure}`, h3, fixedBounds);
    },
    placeholderData: keepPreviousData,
  });
}

type Geometry = Pick<typeof H3, 'cellToBoundary' | 'cellToLatLng'>;

/**
 * The classes and shapes of an answer.
 * @param key tells answers apart
 * @param h3 the library, which is loaded with the first hexagons
 * @param bounds between the classes, where they are not those that fit the answer
 */
export function shadeHexagons(
  counts: HexagonCounts,
  key: string,
  h3: Geometry,
  bounds: readonly number[] = countBounds(counts.amount),
): HexagonShading {
  const areas = counts.cell.map((code, at): ShadedArea => {
    const figures = {
      incidents: counts.incidents[at]!,
      ...recordOf(placedNames, (name) => counts[name][at]!),
      notReported: recordOf(placedNames, (name) => counts.notReported[name][at]!),
    };
    return { code, class: isSilentArea(figures) ? 'unknown' : rateClass(figures.amount, bounds), ...figures };
  });
  return {
    by: 'count',
    wanted: 'count',
    withShade: false,
    key: `hexagons ${key} ${counts.level} ${counts.datasetVersion} ${bounds.join(' ')}`,
    bounds,
    areas,
    level: counts.level,
    finest: counts.finest,
    shapes: {
      type: 'FeatureCollection',
      features: areas.map(({ code, class: group }) => ({
        type: 'Feature',
        // One without a class has a texture.
        properties: { code, class: typeof group === 'number' ? group : -1 },
        geometry: { type: 'Polygon', coordinates: [h3.cellToBoundary(code, true)] },
      })),
    },
    middles: new Map(counts.cell.map((code) => [code, h3.cellToLatLng(code).toReversed()])),
  };
}

/**
 * The hexagons of a filter at the level of the view or of the zoom; undefined while the first are on their way, and where none are wanted.
 * They are of an earlier request as long as they are not `current`.
 */
export function useHexagons(
  map: MapLibreMap | null,
  { layer, hexagons }: Pick<View, 'layer' | 'hexagons'>,
  { query, measure, datasetVersion }: { readonly query: string; readonly measure: Measure; readonly datasetVersion: number },
  fixed: Pick<FilmScale, 'bounds' | 'level'> = {},
): { readonly hexagons: HexagonShading | undefined; readonly current: boolean } {
  const wanted = layer === 'hexagons';
  const byZoom = useLevelOfZoom(wanted && hexagons === 'auto' ? map : null);
  const level = fixed.level ?? (hexagons === 'auto' ? byZoom : Number(hexagons));
  const request = hexagonQuery(query, level, measure, datasetVersion, fixed.bounds);
  const { data, isPlaceholderData } = useQuery({ ...request, enabled: wanted });
  return { hexagons: wanted ? data : undefined, current: data !== undefined && !isPlaceholderData };
}

function useLevelOfZoom(map: MapLibreMap | null): number {
  const [level, setLevel] = useState<number>(hexagonLevels.coarsest);
  useEffect(() => {
    if (!map) return;
    const read = () => setLevel(levelAtZoom(map.getZoom()));
    read();
    map.on('zoomend', read);
    return () => {
      map.off('zoomend', read);
    };
  }, [map]);
  return level;
}
