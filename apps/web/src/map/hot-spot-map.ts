import { recordOf, placedNames } from '@monitor/domain';
import type * as H3 from 'h3-js';
import type { HexagonCounts } from '@monitor/contract';
import { type AreaAnswer, areaCodes, hexagonSpots, type HotSpots, regionSpots, spotChances } from '@monitor/findings';
import landAddress from '@monitor/geography/data/basemap-land.json?url';
import neighboursAddress from '@monitor/geography/data/region-neighbours.json?url';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { getJson, withQuery } from '../api/client.ts';
import type { View } from '../filter/explore-state.ts';
import { type HexagonShapes } from './hexagons.ts';
import { figuresOf, type ShadedArea } from './shading.ts';

/** How a unit is drawn: as one of the wide or of the strict list of hot or of cold spots, or as one that does not differ from chance. */
export type SpotClass = `hot-${0 | 1}` | `cold-${0 | 1}` | 'none';

export interface SpotArea extends ShadedArea {
  readonly spot: SpotClass;
  /** P-value, corrected for the number of units. */
  readonly p: number | null;
}

/** Hot and cold spots of a filter, and what they were found among. */
export interface SpotMap {
  readonly key: string;
  readonly units: View['spots'];
  /** Whether rates were compared, or counts. */
  readonly by: View['shade'];
  readonly found: HotSpots;
  readonly areas: readonly SpotArea[];
  /** Units that were left out, since their population is not known. */
  readonly leftOut: number;
  /** Of hexagons: their shapes and middles. */
  readonly shapes?: HexagonShapes;
  readonly middles?: ReadonlyMap<string, Position>;
}

/** Level of the hexagons: finer ones would be too many and too empty to compare. */
const spotLevel = 4;

/** Hot and cold spots among the regions of an answer. @param neighbours of each region */
export function spotsAmongRegions(
  answer: AreaAnswer,
  wanted: View['shade'],
  neighbours: Readonly<Record<string, readonly string[]>>,
): SpotMap | undefined {
  const spots = regionSpots(answer, wanted, neighbours);
  if (spots === undefined) return undefined;
  const { summary, query, measure } = answer;
  const { by, found, codes, leftOut } = spots;
  const counted = new Map((summary.facets.region ?? []).map((one) => [one.value, one]));
  return {
    key: ['hot spots regions', by, measure, query, summary.datasetVersion].join(' '),
    units: 'regions',
    by,
    found,
    areas: codes.map((code) => ({ code, class: 0, ...figuresOf(counted.get(code), measure), ...spotOf(found, code) })),
    leftOut,
  };
}

type Library = Pick<typeof H3, 'polygonToCells' | 'gridDisk' | 'cellToBoundary' | 'cellToLatLng'>;
type Land = FeatureCollection<Polygon | MultiPolygon, { readonly code: string }>;

/** Hot and cold spots among the hexagons that cover some locations, those without incidents too. */
export function spotsAmongHexagons(
  counts: HexagonCounts,
  { locations, land, key }: { readonly locations: readonly string[]; readonly land: Land; readonly key: string },
  h3: Library,
): SpotMap {
  const counted = new Map(counts.cell.map((cell, at) => [cell, at]));
  const rings = land.features
    .filter(({ properties }) => locations.includes(properties.code))
    .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates));
  const { cells, found } = hexagonSpots(counts, rings, h3);
  const of = (column: readonly number[], cell: string) => column[counted.get(cell) ?? -1] ?? 0;
  const areas = cells.map((code): SpotArea => {
    return {
      code,
      class: 0,
      incidents: of(counts.incidents, code),
      ...recordOf(placedNames, (name) => of(counts[name], code)),
      notReported: recordOf(placedNames, (name) => of(counts.notReported[name], code)),
      ...spotOf(found, code),
    };
  });
  return {
    key: `hot spots hexagons ${key} ${counts.datasetVersion}`,
    units: 'hexagons',
    by: 'count',
    found,
    areas,
    leftOut: 0,
    shapes: {
      type: 'FeatureCollection',
      features: areas.map(({ code }) => ({
        type: 'Feature',
        properties: { code, class: 0 },
        geometry: { type: 'Polygon', coordinates: [h3.cellToBoundary(code, true)] },
      })),
    },
    middles: new Map(areas.map(({ code }) => [code, h3.cellToLatLng(code).toReversed()])),
  };
}

function spotOf(found: HotSpots, code: string): Pick<SpotArea, 'spot' | 'p'> {
  const unit = found.kind === 'found' ? found.units.find(({ id }) => id === code) : undefined;
  if (!unit?.spot) return { spot: 'none', p: unit?.p ?? null };
  const step = spotChances.indexOf(unit.spot.chance) as 0 | 1;
  return { spot: `${unit.spot.kind}-${step}`, p: unit.p };
}

function spotQuery(answer: AreaAnswer | undefined, { spots, shade }: Pick<View, 'spots' | 'shade'>) {
  const { query = '', measure = 'incidents', summary } = answer ?? {};
  return queryOptions({
    queryKey: ['hot-spots', query, measure, spots, shade, summary?.datasetVersion],
    queryFn: async ({ signal }) => {
      if (answer === undefined) return null;
      if (spots === 'regions')
        return spotsAmongRegions(answer, shade, await readFile<Record<string, string[]>>(neighboursAddress, signal)) ?? null;
      const path = withQuery('/hexagons', query, `level=${spotLevel}`, measure === 'incidents' ? '' : `measure=${measure}`);
      const [counts, land, h3] = await Promise.all([
        getJson<HexagonCounts>(path, signal),
        readFile<Land>(landAddress, signal),
        import('h3-js'),
      ]);
      const locations = areaCodes('locations', answer);
      return spotsAmongHexagons(counts, { locations, land, key: `${query} ${measure}` }, h3);
    },
    placeholderData: keepPreviousData,
  });
}

async function readFile<File>(address: string, signal: AbortSignal): Promise<File> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`The map's areas could not be loaded: ${answer.status}`);
  return (await answer.json()) as File;
}

/** The hot spots of a view; undefined while the first are on their way, and where none are wanted. Of an earlier answer unless `current`. */
export function useHotSpots(
  { layer, spots: units, shade }: Pick<View, 'layer' | 'spots' | 'shade'>,
  answer: AreaAnswer | undefined,
): { readonly spots: SpotMap | undefined; readonly current: boolean } {
  const wanted = layer === 'hot_spots';
  const request = spotQuery(answer, { spots: units, shade });
  const { data, isPlaceholderData } = useQuery({ ...request, enabled: wanted && answer !== undefined });
  return { spots: wanted ? (data ?? undefined) : undefined, current: data !== undefined && !isPlaceholderData };
}
