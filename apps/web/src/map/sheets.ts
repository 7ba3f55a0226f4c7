import { maximumZoom } from '@monitor/contract';
import type { TileMarks } from '@monitor/domain';
import type { SourceSpecification } from 'maplibre-gl';
import type { Arrangement, ChangedCircle } from './arrange-circles.ts';
import { type FigureScale, usualScale } from './figure-size.ts';

/**
 * The figures of one filter on the map: a source of tiles with its own copies of the layers that draw them. Sheets lie on each other
 * like tracing paper, so that a new filter can load unseen over the old one. The address of a sheet never changes.
 */
export interface Sheet {
  /** Tells sheets apart; a later one has a higher number. */
  readonly key: number;
  /** Address of the tiles with `{z}/{x}/{y}`. */
  readonly tiles: string;
  /** What they show the incidents as. */
  readonly marks: TileMarks;
  readonly scale: FigureScale;
  /** Circles that are drawn in another way than the tiles have them. */
  readonly changed: readonly ChangedCircle[];
}

/**
 * The sheets on the map, from the bottom to the top. A new filter adds a sheet over the one that is shown. It stays invisible until
 * everything in view has loaded; then it fades in, and the old one fades out and is removed. While a sheet is loading, newer filters
 * wait, and only the newest of them is requested.
 */
export interface Sheets {
  readonly leaving: Sheet | undefined;
  /** What the person sees and reads; undefined until the first sheet has loaded. */
  readonly shown: Sheet | undefined;
  readonly loading: Sheet | undefined;
  /** How many sheets were abandoned for a newer one since one was last shown. */
  readonly abandoned: number;
  readonly nextKey: number;
}

export const noSheets: Sheets = { leaving: undefined, shown: undefined, loading: undefined, abandoned: 0, nextKey: 1 };

/** All sheets that are on the map, from the bottom to the top. */
export function allSheets({ leaving, shown, loading }: Sheets): Sheet[] {
  return [leaving, shown, loading].filter((sheet) => sheet !== undefined);
}

/** The sheets that show incidents as these marks. */
export function sheetsOf(sheets: Sheets, marks: TileMarks): Sheet[] {
  return allSheets(sheets).filter((sheet) => sheet.marks === marks);
}

/**
 * Adds a sheet with these tiles, unless it is shown or another is still loading; the same value where nothing changes.
 * @param tiles undefined if the map shows none: then no sheet is left
 */
export function requestSheet(sheets: Sheets, tiles: string | undefined, marks: TileMarks = 'circles'): Sheets {
  const { shown, nextKey } = sheets;
  if (tiles === undefined) return allSheets(sheets).length === 0 ? sheets : { ...noSheets, nextKey };
  if (shown?.tiles === tiles) return sheets.loading ? { ...sheets, loading: undefined } : sheets;
  if (sheets.loading) return sheets;
  const loading: Sheet = { key: nextKey, tiles, marks, scale: shown?.scale ?? usualScale, changed: [] };
  return { ...sheets, loading, nextKey: nextKey + 1 };
}

/** Sets how figures are drawn on a sheet that is shown or loading. */
export function arrangeSheet(sheets: Sheets, key: number, arrangement: Arrangement): Sheets {
  const arranged = (sheet: Sheet | undefined) =>
    sheet?.key === key && !sameArrangement(sheet, arrangement) ? { ...sheet, ...arrangement } : sheet;
  const [shown, loading] = [arranged(sheets.shown), arranged(sheets.loading)];
  return shown === sheets.shown && loading === sheets.loading ? sheets : { ...sheets, shown, loading };
}

/** Shows a sheet that has loaded. @param motion false if the old one is to be removed at once */
export function showSheet(sheets: Sheets, key: number, motion: boolean): Sheets {
  if (sheets.loading?.key !== key) return sheets;
  return { ...sheets, leaving: motion ? sheets.shown : undefined, shown: sheets.loading, loading: undefined, abandoned: 0 };
}

/** Removes the sheet that has faded out. */
export function removeLeaving(sheets: Sheets): Sheets {
  return sheets.leaving ? { ...sheets, leaving: undefined } : sheets;
}

/** Abandons a loading sheet, so that a newer one can load. */
export function abandonSheet(sheets: Sheets, key: number): Sheets {
  return sheets.loading?.key === key ? { ...sheets, loading: undefined, abandoned: sheets.abandoned + 1 } : sheets;
}

/**
 * Milliseconds that a loading sheet still has once a newer one is wanted. Twice as long each time, so that something loads on a slow
 * connection, too, while someone keeps dragging.
 */
export function loadingTimeout({ abandoned }: Sheets): number {
  return 400 * 2 ** Math.min(abandoned, 4);
}

/** What of two circles at the same place must be the same. */
const compared = ['key', 'amount', 'count', 'lon', 'lat'] as const;

export function sameArrangement(one: Arrangement, other: Arrangement): boolean {
  const sameScale = one.scale.largestCount === other.scale.largestCount && one.scale.largestRadius === other.scale.largestRadius;
  return (
    sameScale &&
    one.changed.length === other.changed.length &&
    one.changed.every(({ shown, hidden }, at) => {
      const { shown: otherShown, hidden: otherHidden } = other.changed[at]!;
      return (
        compared.every((name) => shown[name] === otherShown[name]) &&
        hidden.length === otherHidden.length &&
        hidden.every(({ key }, position) => key === otherHidden[position]!.key)
      );
    })
  );
}

/** Name of a layer of the incident tiles on a sheet: each sheet has its own. */
export function sheetLayer(layer: string, sheet: { readonly key: number }): string {
  return `${layer}@${sheet.key}`;
}

/** The name of a layer, whichever sheet it belongs to. */
export function layerName(id: string): string {
  return id.split('@')[0] ?? id;
}

/** Name of the source of a sheet's figures. */
export function sheetSource(sheet: { readonly key: number }): string {
  return `incidents@${sheet.key}`;
}

/** The sources of all sheets. */
export function sheetSources(sheets: Sheets): Record<string, SourceSpecification> {
  return Object.fromEntries(
    allSheets(sheets).map((sheet) => [
      sheetSource(sheet),
      { type: 'vector', tiles: [sheet.tiles], minzoom: 0, maxzoom: maximumZoom },
    ]),
  );
}

/** Milliseconds in which a sheet of figures fades in, and then the one under it out. */
export const fadeTime = 150;

export interface Fade {
  /** From 0 to 1. */
  readonly opacity: number;
  /** Milliseconds. */
  readonly transition: { readonly duration: number; readonly delay: number };
}

export interface Fading {
  readonly sheets: Sheets;
  /** False if the person prefers reduced motion. */
  readonly motion: boolean;
  /** Of the figures once they are there, from 0 to 1. */
  readonly opacity: number;
}

/**
 * How a sheet fades. The one that leaves keeps its opacity until the other is fully visible, so that what is the same on both does not
 * turn pale in between.
 */
export function fadeOf(sheet: Sheet, { sheets, motion, opacity }: Fading): Fade {
  const duration = motion ? fadeTime : 0;
  return {
    opacity: sheet === sheets.shown ? opacity : 0,
    transition: { duration, delay: sheet === sheets.leaving ? duration : 0 },
  };
}

/** Opacity of circles on a sheet as it fades in and out. */
export function circleFade(sheet: Sheet, fading: Fading) {
  const { opacity, transition } = fadeOf(sheet, fading);
  return {
    'circle-opacity': opacity,
    'circle-opacity-transition': transition,
    'circle-stroke-opacity': opacity,
    'circle-stroke-opacity-transition': transition,
  };
}
