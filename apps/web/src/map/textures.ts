import { mapThemes, type MapTheme, type ThemeName, themeNames } from './map-theme.ts';

/** Textures of areas: dots are too few for a class, lines are not known. */
export const textureNames = ['few', 'unknown'] as const;
export type TextureName = (typeof textureNames)[number];

const kindOfPicture = 'texture';

/** The name of a texture's picture in a theme. */
export function textureKey(texture: TextureName, theme: ThemeName): string {
  return `${kindOfPicture}|${texture}|${theme}`;
}

/** Side of the square that repeats. CSS pixels. */
const side = 6;

/** The picture of a name; undefined if it is not the name of a texture. */
export function drawTexture(key: string, pixelRatio: number): ImageData | undefined {
  const [kind, texture, theme] = key.split('|');
  if (kind !== kindOfPicture || !isOneOf(textureNames, texture) || !isOneOf(themeNames, theme)) return undefined;
  // Whole pixels, so that the square repeats without a seam.
  const size = Math.round(side * pixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return new ImageData(size, size);
  context.scale(size / side, size / side);
  paint(context, texture, mapThemes[theme]);
  return context.getImageData(0, 0, size, size);
}

function paint(context: CanvasRenderingContext2D, texture: TextureName, theme: MapTheme): void {
  context.fillStyle = theme.core;
  context.fillRect(0, 0, side, side);
  context.fillStyle = theme.ink2;
  context.strokeStyle = theme.ink2;
  context.globalAlpha = 0.55;
  if (texture === 'few') {
    for (const [x, y] of [
      [side / 4, side / 4],
      [(3 * side) / 4, (3 * side) / 4],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 0.8, 0, 2 * Math.PI);
      context.fill();
    }
    return;
  }
  context.lineWidth = 1;
  // The line again to both sides, for the corners.
  for (const shift of [-side, 0, side]) {
    context.beginPath();
    context.moveTo(shift, side);
    context.lineTo(shift + side, 0);
    context.stroke();
  }
}

function isOneOf<Name extends string>(names: readonly Name[], text: string | undefined): text is Name {
  return names.some((name) => name === text);
}
