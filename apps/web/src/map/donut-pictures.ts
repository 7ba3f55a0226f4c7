import type { Map as MapLibreMap } from 'maplibre-gl';
import { donutArcs } from './donut.ts';
import { donutKeyPrefix, type DonutPicture, parseDonutKey } from './donut-key.ts';
import { countSizeWithin, donutRadius, type FigureScale, holeShare } from './figure-size.ts';
import { isStyleLoaded } from './style-loaded.ts';
import { type MapTheme, mapThemes, type ThemeName } from './map-theme.ts';

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
  // Before its style has loaded, a map has no images and must not be asked for them.
  if (isStyleLoaded(map)) for (const key of donutsOf(map)) map.removeImage(key);
  map.setMissingStyleImageResolver(async (key) => {
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

function donutsOf(map: MapLibreMap): string[] {
  return map.listImages().filter((key) => parseDonutKey(key));
}

/** Draws one donut: a ring of arcs in the types' colours on a clear edge, with the count in the middle where it has room. */
export function drawDonut(
  picture: DonutPicture,
  theme: MapTheme,
  pixelRatio: number,
  formatCount: (count: number) => string,
): ImageData {
  const radius = donutRadius(picture.count, picture.scale);
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
  for (const arc of donutArcs(picture.shares)) {
    context.fillStyle = theme.types[arc.type];
    context.beginPath();
    context.moveTo(middle, middle);
    context.arc(middle, middle, radius, arc.start - Math.PI / 2, arc.end - Math.PI / 2);
    context.fill();
  }
  context.fillStyle = theme.card;
  circle(context, middle, radius * holeShare);

  const text = formatCount(picture.count);
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
