import { queryOptions, useQuery } from '@tanstack/react-query';
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { useTranslation } from '../i18n/use-translation.ts';
import type { MapTheme } from './map-theme.ts';

/** The operator's base map, under our own lines, names and figures. */
export interface OperatorBasemap {
  readonly sources: Record<string, SourceSpecification>;
  readonly layers: (theme: MapTheme) => LayerSpecification[];
  /** Whether it takes the place of our land and sea, or is drawn on them. */
  readonly covers: boolean;
  /** Of the style as a whole. */
  readonly rest: Pick<StyleSpecification, 'sprite' | 'glyphs'>;
  /** Who is to be named for it, as text. */
  readonly credits: readonly string[];
}

/** What the server says in the page: the address of a style or of a PMTiles file; undefined where the operator has set none. */
function basemapOfPage(): { readonly kind: 'style' | 'pmtiles'; readonly address: string } | undefined {
  for (const kind of ['style', 'pmtiles'] as const) {
    const address = document.querySelector<HTMLMetaElement>(`meta[name="basemap-${kind}"]`)?.content;
    if (address !== undefined) return { kind, address: new URL(address, document.baseURI).href };
  }
  return undefined;
}

const basemapQuery = queryOptions({
  queryKey: ['basemap'],
  queryFn: async ({ signal }) => {
    const set = basemapOfPage();
    if (set === undefined) return null;
    return set.kind === 'style' ? await readStyle(set.address, signal) : await readPmtiles(set.address);
  },
  staleTime: Infinity,
  refetchInterval: false,
});

/** The operator's base map; undefined where none is set, and while it is loaded or unavailable: then the map has its own. */
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

/** Reads a style and what its sources say of themselves, so that all origins and credits are known. */
async function readStyle(address: string, signal: AbortSignal): Promise<OperatorBasemap> {
  const style = await readJson<StyleSpecification>(address, signal);
  const named = await Promise.all(
    Object.entries(style.sources).map(async ([name, source]) => [name, await readSource(source, address, signal)] as const),
  );
  return operatorBasemap({ ...style, sources: Object.fromEntries(named) }, address);
}

/** A style as a base map, with names of its own. @param address that its relative addresses are relative to */
export function operatorBasemap(style: StyleSpecification, address: string): OperatorBasemap {
  const sources = Object.entries(style.sources).map(([name, source]) => [prefix + name, source] as const);
  const layers = style.layers.map((layer) => ({
    ...layer,
    id: prefix + layer.id,
    ...('source' in layer && { source: prefix + layer.source }),
  })) as LayerSpecification[];
  const { sprite, glyphs } = style;
  const credits = sources.flatMap(([, source]) =>
    'attribution' in source && source.attribution ? [textOf(source.attribution)] : [],
  );
  return {
    sources: Object.fromEntries(sources),
    layers: () => layers,
    covers: true,
    rest: {
      ...(sprite !== undefined && {
        sprite:
          typeof sprite === 'string'
            ? absolute(sprite, address)
            : sprite.map((one) => ({ ...one, url: absolute(one.url, address) })),
      }),
      ...(glyphs !== undefined && { glyphs: absolute(glyphs, address) }),
    },
    credits: [...new Set(credits)],
  };
}

/** A source with its tiles' absolute addresses, which a TileJSON may hold. */
async function readSource(source: SourceSpecification, address: string, signal: AbortSignal): Promise<SourceSpecification> {
  if (source.type === 'geojson')
    return typeof source.data === 'string' ? { ...source, data: absolute(source.data, address) } : source;
  if (source.type !== 'vector' && source.type !== 'raster' && source.type !== 'raster-dem') return source;
  const { url, ...own } = source;
  if (url === undefined) return { ...own, tiles: own.tiles?.map((tile) => absolute(tile, address)) ?? [] };
  const where = absolute(url, address);
  const said = await readJson<Partial<typeof own>>(where, signal);
  const { tiles = [], minzoom, maxzoom, bounds, attribution } = said;
  const known = Object.entries({ minzoom, maxzoom, bounds, attribution }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), ...own, tiles: tiles.map((tile) => absolute(tile, where)) };
}

/** Braces stay as they are: they are for the map to fill in. */
function absolute(address: string, base: string): string {
  return new URL(address, base).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
}

async function readJson<Answer>(address: string, signal: AbortSignal): Promise<Answer> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`The base map's ${address} answers ${answer.status}`);
  return (await answer.json()) as Answer;
}

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
  const [{ PMTiles, Protocol, TileType }, { addProtocol }] = await Promise.all([import('pmtiles'), import('maplibre-gl')]);
  const protocol = new Protocol();
  const file = new PMTiles(address);
  protocol.add(file);
  addProtocol('pmtiles', protocol.tile);
  const [header, metadata] = await Promise.all([file.getHeader(), file.getMetadata() as Promise<PmtilesMetadata>]);
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
      rest: {},
      credits,
    };
  }
  const names = (metadata.vector_layers ?? []).map(({ id }) => id);
  return {
    sources: { [source]: { type: 'vector', tiles, minzoom, maxzoom } },
    layers: (theme) => plainLayers(source, names, theme),
    covers: false,
    rest: {},
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
