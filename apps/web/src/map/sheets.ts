import { maximumZoom } from '@monitor/contract';
import type { SourceSpecification } from 'maplibre-gl';
import { type FigureScale, usualScale } from './figure-size.ts';

/** The figures of one tile address, as one sheet of tracing paper on the map. Its address never changes. */
export interface Sheet {
  /** Tells sheets apart; a later one has a higher number. */
  readonly key: number;
  /** Address of the tiles with `{z}/{x}/{y}`. */
  readonly tiles: string;
  readonly scale: FigureScale;
}

/**
 * The sheets on the map, from the bottom to the top. A new filter lays a sheet over the one that is shown, unseen until
 * everything in view is on it; then it fades in over the old one, which leaves. While a sheet is coming, newer filters
 * wait, and only the newest of them is asked for.
 */
export interface Sheets {
  readonly leaving: Sheet | undefined;
  /** What the person sees and reads; undefined until the first sheet has come. */
  readonly shown: Sheet | undefined;
  readonly coming: Sheet | undefined;
  /** How many coming sheets had to make way for a newer one since one was last shown. */
  readonly givenUp: number;
  readonly nextKey: number;
}

export const noSheets: Sheets = { leaving: undefined, shown: undefined, coming: undefined, givenUp: 0, nextKey: 1 };

/** All sheets that are on the map, from the bottom to the top. */
export function stackOf({ leaving, shown, coming }: Sheets): Sheet[] {
  return [leaving, shown, coming].filter((sheet) => sheet !== undefined);
}

/** Lays a sheet for the wanted tiles, unless it is there or another is still coming; the same value where nothing changes. */
export function wantTiles(sheets: Sheets, tiles: string): Sheets {
  const { shown, coming, nextKey } = sheets;
  if (shown?.tiles === tiles) return coming ? { ...sheets, coming: undefined } : sheets;
  if (coming) return sheets;
  return { ...sheets, coming: { key: nextKey, tiles, scale: shown?.scale ?? usualScale }, nextKey: nextKey + 1 };
}

/** Sets how large figures are drawn on a sheet that is shown or coming. */
export function sizeSheet(sheets: Sheets, key: number, scale: FigureScale): Sheets {
  const sized = (sheet: Sheet | undefined) => (sheet?.key === key && !sameScale(sheet.scale, scale) ? { ...sheet, scale } : sheet);
  const [shown, coming] = [sized(sheets.shown), sized(sheets.coming)];
  return shown === sheets.shown && coming === sheets.coming ? sheets : { ...sheets, shown, coming };
}

/** Shows a sheet that has come. @param motion false where the old one is to be gone at once */
export function showSheet(sheets: Sheets, key: number, motion: boolean): Sheets {
  if (sheets.coming?.key !== key) return sheets;
  return { ...sheets, leaving: motion ? sheets.shown : undefined, shown: sheets.coming, coming: undefined, givenUp: 0 };
}

/** Takes away the sheet that has faded out. */
export function dropLeaving(sheets: Sheets): Sheets {
  return sheets.leaving ? { ...sheets, leaving: undefined } : sheets;
}

/** Gives up a coming sheet, so that a newer one can come. */
export function giveUp(sheets: Sheets, key: number): Sheets {
  return sheets.coming?.key === key ? { ...sheets, coming: undefined, givenUp: sheets.givenUp + 1 } : sheets;
}

/**
 * Milliseconds that a coming sheet is waited for once a newer one is wanted. Twice as long each time, so that on a slow
 * line, too, something comes while a hand goes on dragging.
 */
export function patience({ givenUp }: Sheets): number {
  return 400 * 2 ** Math.min(givenUp, 4);
}

export function sameScale(one: FigureScale, other: FigureScale): boolean {
  return one.largestCount === other.largestCount && one.largestRadius === other.largestRadius;
}

/** Name of a layer of the incident tiles on a sheet: each sheet has its own. */
export function sheetLayer(layer: string, sheet: { readonly key: number }): string {
  return `${layer}@${sheet.key}`;
}

/** The name of a layer, whichever sheet it is of. */
export function layerName(id: string): string {
  return id.split('@')[0] ?? id;
}

/** Name of the source that a sheet's figures come from. */
export function sheetSource(sheet: { readonly key: number }): string {
  return `incidents@${sheet.key}`;
}

/** The incident tiles of all sheets: what layers of incidents are drawn from. */
export function sheetSources(sheets: Sheets): Record<string, SourceSpecification> {
  return Object.fromEntries(
    stackOf(sheets).map((sheet) => [
      sheetSource(sheet),
      { type: 'vector', tiles: [sheet.tiles], minzoom: 0, maxzoom: maximumZoom },
    ]),
  );
}

/** Milliseconds in which a sheet of figures fades in, and then the one under it out. */
export const fadeTime = 150;

export interface Fade {
  readonly opacity: 0 | 1;
  /** Milliseconds. */
  readonly transition: { readonly duration: number; readonly delay: number };
}

/**
 * How a sheet is seen. The one that leaves keeps its strength until the other is there, so that what is the same on both
 * does not grow pale in between.
 */
export function fadeOf(sheet: Sheet, sheets: Sheets, motion: boolean): Fade {
  const duration = motion ? fadeTime : 0;
  return {
    opacity: sheet === sheets.shown ? 1 : 0,
    transition: { duration, delay: sheet === sheets.leaving ? duration : 0 },
  };
}

/** Opacity of circles on a sheet as it fades in and out. */
export function seenCircle(sheet: Sheet, sheets: Sheets, motion: boolean) {
  const { opacity, transition } = fadeOf(sheet, sheets, motion);
  return {
    'circle-opacity': opacity,
    'circle-opacity-transition': transition,
    'circle-stroke-opacity': opacity,
    'circle-stroke-opacity-transition': transition,
  };
}
