import type { ExpressionSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import { donutArcs, parseComposition, type Share } from './donut.ts';
import { countSizeWithin, type FigureScale, holeShare, radiusOf } from './figure-size.ts';
import { type MapTheme, mapThemes, type ThemeName } from './map-theme.ts';
import { allSheets, type Sheets } from './sheets.ts';
import { drawTexture } from './textures.ts';
import { isStyleLoaded } from './use-map-style.ts';

/** Everything that a donut's picture depends on. */
export interface DonutPicture {
  readonly theme: ThemeName;
  readonly scale: FigureScale;
  /** What the measure counts of its incidents; 0 where nothing of that is on record. */
  readonly amount: number;
  /** That by type of incident. */
  readonly shares: readonly Share[];
}

const kindOfPicture = 'donut';

/** What the names of all pictures of a theme and scale begin with. */
export function donutKeyPrefix(theme: ThemeName, scale: FigureScale): string {
  return `${kindOfPicture}|${theme}|${scale.largestCount}|${scale.largestRadius}|`;
}

/** What is counted of a cell: a tile of incidents has their number alone. */
export const amountExpression: ExpressionSpecification = ['coalesce', ['get', 'amount'], ['get', 'count']];

/** Expression that names a cell's picture by what the picture shows; equal cells share one picture. */
export function donutKeyExpression(theme: ThemeName, scale: FigureScale): ExpressionSpecification {
  return ['concat', donutKeyPrefix(theme, scale), amountExpression, '|', ['coalesce', ['get', 'amounts'], ['get', 'types']]];
}

/** The name of the picture of one donut. */
export function donutKey({ theme, scale, amount, shares }: DonutPicture): string {
  const types = shares.map(({ type, count }) => `${type}:${count}`).join(',');
  return `${donutKeyPrefix(theme, scale)}${amount}|${types}`;
}

/** Reads the name of a picture back; undefined if it is not the name of a donut. */
export function parseDonutKey(key: string): DonutPicture | undefined {
  const [kind, theme, largestCount, largestRadius, number, types, ...rest] = key.split('|');
  if (kind !== kindOfPicture || rest.length > 0 || types === undefined) return undefined;
  if (theme !== 'light' && theme !== 'dark') return undefined;
  const scale = { largestCount: Number(largestCount), largestRadius: Number(largestRadius) };
  const amount = Number(number);
  const shares = parseComposition(types);
  if (!(scale.largestCount > 1) || !(scale.largestRadius > 0) || !(amount >= 0) || (shares.length === 0 && amount > 0))
    return undefined;
  return { theme, scale, amount, shares };
}

/** Pictures kept at most; beyond it the older half goes. More than any view shows at once. */
const mostPictures = 1500;
const fontFamily = '"Noto Sans Variable", "Noto Sans", sans-serif';

/** Width of the clear edge around a donut, which keeps donuts that touch apart. CSS pixels. */
const edge = 1.5;

/**
 * Draws donuts for the map on demand: the style names a picture, the map asks for it when first needed.
 * @param formatCount how a count is written within a donut.
 */
export function provideDonuts(map: MapLibreMap, formatCount: (count: number) => string): void {
  // Before its style has loaded, a map has no images and must not be queried for them.
  if (isStyleLoaded(map)) for (const key of donutsOf(map)) map.removeImage(key);
  map.setMissingStyleImageResolver(async (key) => {
    const texture = drawTexture(key, Math.max(1, window.devicePixelRatio));
    if (texture && !map.hasImage(key)) map.addImage(key, texture, { pixelRatio: texture.width / 6 });
    const picture = parseDonutKey(key);
    if (!picture) return;
    await document.fonts.load(`600 12px ${fontFamily}`, '0');
    if (map.hasImage(key)) return;
    const pixelRatio = Math.max(1, window.devicePixelRatio);
    map.addImage(key, drawDonut(picture, mapThemes[picture.theme], pixelRatio, formatCount), { pixelRatio });
  });
}

/** Removes the pictures that another theme or other scales needed, and the older half of the rest when there are too many. */
export function dropUnusedDonuts(map: MapLibreMap, theme: ThemeName, scales: readonly FigureScale[]): void {
  const donuts = donutsOf(map);
  const isUnused = (key: string) => !scales.some((scale) => key.startsWith(donutKeyPrefix(theme, scale)));
  const unused = donuts.filter(isUnused);
  const rest = donuts.filter((key) => !isUnused(key));
  const surplus = rest.length > mostPictures ? rest.slice(0, mostPictures / 2) : [];
  for (const key of [...unused, ...surplus]) map.removeImage(key);
}

/** Draws the pictures that the map has in another theme, under the names that they have. */
export function redrawDonuts(map: MapLibreMap, theme: ThemeName, formatCount: (count: number) => string): void {
  for (const key of donutsOf(map)) {
    const picture = parseDonutKey(key);
    const pixelRatio = map.getImage(key)?.pixelRatio ?? 1;
    if (picture) map.updateImage(key, drawDonut(picture, mapThemes[theme], pixelRatio, formatCount));
  }
}

function donutsOf(map: MapLibreMap): string[] {
  return map.listImages().filter((key) => parseDonutKey(key));
}

/** Draws one donut: a ring of arcs in the types' colours, in grey where the measure counts nothing, on a clear edge, with the count in the middle where it has room. */
export function drawDonut(
  picture: DonutPicture,
  theme: MapTheme,
  pixelRatio: number,
  formatCount: (count: number) => string,
): ImageData {
  const radius = radiusOf(picture.amount, picture.scale);
  const size = Math.ceil((radius + edge) * 2 * pixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return new ImageData(size, size);
  context.scale(pixelRatio, pixelRatio);
  const middle = size / pixelRatio / 2;

  context.fillStyle = theme.card;
  circle(context, middle, radius + edge);
  context.fillStyle = theme.ink2;
  if (picture.shares.length === 0) circle(context, middle, radius);
  for (const arc of donutArcs(picture.shares)) {
    context.fillStyle = theme.types[arc.type];
    context.beginPath();
    context.moveTo(middle, middle);
    context.arc(middle, middle, radius, arc.start - Math.PI / 2, arc.end - Math.PI / 2);
    context.fill();
  }
  const text = picture.amount === 0 ? '' : formatCount(picture.amount);
  context.fillStyle = theme.card;
  circle(context, middle, radius * holeShare(radius, text));

  const textSize = countSizeWithin(radius, text);
  if (textSize !== undefined) {
    context.font = `600 ${textSize}px ${fontFamily}`;
    context.fillStyle = theme.ink;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(text, middle, middle + 0.5);
  }
  return context.getImageData(0, 0, size, size);
}

function circle(context: CanvasRenderingContext2D, middle: number, radius: number): void {
  context.beginPath();
  context.arc(middle, middle, radius, 0, 2 * Math.PI);
  context.fill();
}

const formats = new Map<string, (count: number) => string>();

/** Writes a count as short as a circle on the map needs it: `372`, `1.2k`, `12k`. */
export function compactCount(locale: string): (count: number) => string {
  let format = formats.get(locale);
  if (format === undefined) {
    const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 2 });
    // Below a thousand every digit is shown.
    format = (count) => (count < 1000 ? String(count) : compact.format(count));
    formats.set(locale, format);
  }
  return format;
}

/** Keeps the map supplied with the pictures of donuts, and rid of those that it no longer shows. */
export function useDonuts(map: MapLibreMap | null, locale: string, theme: ThemeName, sheets: Sheets): void {
  useEffect(() => {
    if (map) provideDonuts(map, compactCount(locale));
  }, [map, locale]);

  useEffect(() => {
    if (!map) return;
    const scales = allSheets(sheets).map(({ scale }) => scale);
    const tidy = () => dropUnusedDonuts(map, theme, scales);
    map.on('idle', tidy);
    return () => {
      map.off('idle', tidy);
    };
  }, [map, theme, sheets]);
}
