import { queryOptions, useQuery } from '@tanstack/react-query';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { useTranslation } from '../i18n/use-translation.ts';
import type { MapTheme } from './map-theme.ts';

/** The operator's base map, a PMTiles file, under our own lines, names and figures. */
export interface OperatorBasemap {
  readonly sources: Record<string, SourceSpecification>;
  readonly layers: (theme: MapTheme) => LayerSpecification[];
  /** Whether it takes the place of our land and sea, or is drawn on them. */
  readonly covers: boolean;
  /** Who is to be named for it, as text. */
  readonly credits: readonly string[];
}

const basemapQuery = queryOptions({
  queryKey: ['basemap'],
  queryFn: async () => {
    // The server says in the page where it is; nothing if the operator has set none.
    const path = document.querySelector<HTMLMetaElement>('meta[name="basemap"]')?.content;
    return path === undefined ? null : await readPmtiles(new URL(path, document.baseURI).href);
  },
  staleTime: Infinity,
  refetchInterval: false,
});

/** The operator's base map; undefined if none is set, and while it is loaded or unavailable: then the map has its own. */
export function useOperatorBasemap(): OperatorBasemap | undefined {
  return useQuery(basemapQuery).data ?? undefined;
}

/** Who is to be named for the operator's base map, or that it could not be loaded, so that the map has its own in its place. */
export function useBasemapNotes(): readonly string[] | undefined {
  const { t } = useTranslation();
  const { data, isError } = useQuery(basemapQuery);
  return isError ? [t('map.basemapFailed')] : data?.credits;
}

/** Keeps the operator's names apart from ours. */
const prefix = 'operator:';

/** Attributions are HTML of others: of that, we show the text. */
function textOf(html: string): string {
  return (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim();
}

/** What a PMTiles file may say of itself. */
interface PmtilesMetadata {
  readonly attribution?: string;
  readonly vector_layers?: readonly { readonly id: string }[];
}

async function readPmtiles(address: string): Promise<OperatorBasemap> {
  const { PMTiles, Protocol, TileType } = await import('pmtiles');
  const file = new PMTiles(address);
  const [header, metadata] = await Promise.all([file.getHeader(), file.getMetadata() as Promise<PmtilesMetadata>]);
  const { addProtocol } = await import('maplibre-gl');
  const protocol = new Protocol();
  protocol.add(file);
  addProtocol('pmtiles', protocol.tile);
  const source = `${prefix}pmtiles`;
  const { minZoom: minzoom, maxZoom: maxzoom } = header;
  const tiles = [`pmtiles://${address}/{z}/{x}/{y}`];
  const credits = metadata.attribution ? [textOf(metadata.attribution)] : [];
  if (header.tileType !== TileType.Mvt) {
    const layer: LayerSpecification = { id: source, type: 'raster', source };
    return {
      sources: { [source]: { type: 'raster', tiles, minzoom, maxzoom, tileSize: 256 } },
      layers: () => [layer],
      covers: true,
      credits,
    };
  }
  const names = (metadata.vector_layers ?? []).map(({ id }) => id);
  return {
    sources: { [source]: { type: 'vector', tiles, minzoom, maxzoom } },
    layers: (theme) => plainLayers(source, names, theme),
    covers: false,
    credits,
  };
}

/** Vector tiles have no look: water, roads and buildings by the names that Protomaps and OpenMapTiles give them, in our colours. */
export function plainLayers(source: string, names: readonly string[], theme: MapTheme): LayerSpecification[] {
  const of = (name: string) => ({ id: `${prefix}${name}`, source, 'source-layer': name });
  const drawn: readonly [RegExp, (name: string) => LayerSpecification][] = [
    [
      /^(?:water|ocean)$/,
      (name) => ({ ...of(name), type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': theme.sea } }),
    ],
    [/^waterway$/, (name) => ({ ...of(name), type: 'line', paint: { 'line-color': theme.sea } })],
    [
      /^buildings?$/,
      (name) => ({ ...of(name), type: 'fill', minzoom: 13, paint: { 'fill-color': theme.region, 'fill-opacity': 0.4 } }),
    ],
    [
      /^(?:roads|transportation)$/,
      (name) => ({
        ...of(name),
        type: 'line',
        filter: ['==', ['geometry-type'], 'LineString'],
        paint: { 'line-color': theme.region, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.4, 12, 1, 17, 4] },
      }),
    ],
  ];
  return drawn.flatMap(([pattern, layer]) => names.filter((name) => pattern.test(name)).map(layer));
}
