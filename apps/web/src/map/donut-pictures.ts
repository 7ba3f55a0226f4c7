import type { Map as MapLibreMap } from 'maplibre-gl';
import { donutArcs } from './donut.ts';
import { type DonutPicture, parseDonutKey } from './donut-key.ts';
import { donutRadius, labelledRadius } from './figure-size.ts';
import { type MapTheme, mapThemes } from './map-theme.ts';

/** Pictures kept at most; beyond it those of cells no longer in view are dropped. */
const mostPictures = 600;
const fontFamily = '"Noto Sans Variable", "Noto Sans", sans-serif';

/** Width of the clear edge around a donut, which keeps donuts that touch apart. CSS pixels. */
const edge = 1.5;

/**
 * Draws donuts for the map on demand: the style names a picture, the map asks for it when first needed.
 * @param formatCount how a count is written within a donut.
 */
export function provideDonuts(map: MapLibreMap, formatCount: (count: number) => string): void {
  map.setMissingStyleImageResolver(async (key) => {
    const picture = parseDonutKey(key);
    if (!picture) return;
    await document.fonts.load(`600 12px ${fontFamily}`, '0');
    if (map.hasImage(key)) return;
    const pixelRatio = Math.max(1, window.devicePixelRatio);
    map.addImage(key, drawDonut(picture, mapThemes[picture.theme], pixelRatio, formatCount), { pixelRatio });
  });
}

/** Removes the pictures that another theme or scale needed, and all that are out of view when there are too many. */
export function dropUnusedDonuts(map: MapLibreMap, theme: string, scaleMaximum: number, inView: ReadonlySet<string>): void {
  const keys = map.listImages();
  const crowded = keys.length > mostPictures;
  for (const key of keys) {
    const picture = parseDonutKey(key);
    if (!picture || inView.has(key)) continue;
    if (crowded || picture.theme !== theme || picture.scaleMaximum !== scaleMaximum) map.removeImage(key);
  }
}

/** Draws one donut: a ring of arcs in the types' colours on a clear edge, with the count in the middle where it has room. */
export function drawDonut(
  picture: DonutPicture,
  theme: MapTheme,
  pixelRatio: number,
  formatCount: (count: number) => string,
): ImageData {
  const radius = donutRadius(picture.count, picture.scaleMaximum);
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
  circle(context, middle, radius * (radius < labelledRadius ? 0.52 : 0.6));

  if (radius >= labelledRadius) {
    const text = formatCount(picture.count);
    context.font = `600 ${labelSize(radius, text.length)}px ${fontFamily}`;
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

/** The largest legible size at which a count fits into the hole of a donut. CSS pixels. */
function labelSize(radius: number, letters: number): number {
  const widest = (radius * 0.6 * 2 - 2) / (letters * 0.6);
  return Math.max(8, Math.min(13, widest));
}
