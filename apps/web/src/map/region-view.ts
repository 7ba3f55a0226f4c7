import { siteFocus } from '@monitor/geography';
import labels from '@monitor/geography/data/basemap-labels.json';
import type { Box } from '@monitor/domain';
import type { PaddingOptions } from 'maplibre-gl';
import { unrolled } from './around-the-earth.ts';
import { smallMap } from './figure-size.ts';
import { type Mercator, mercatorOf } from './name-places.ts';

/** A part of a map, in CSS pixels from its north-western corner. */
export interface MapPart {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Width of a letter and height of a line of the footnotes, at most. CSS pixels. */
const [letter, line] = [5.6, 17];

/** Heights that the footnotes take at the bottom of a map, whose width has room for them in two lines, three or four. CSS pixels. */
export function footnoteHeight(width: number): number {
  const ofNotes = Math.ceil((siteFocus().notes.join(' ').length * letter) / Math.max(width, letter)) * line;
  return (width < smallMap ? 76 : width < 680 ? 56 : 42) + ofNotes;
}

/** Room around land and inset; and for what lies on the map: choice of layers, folded legend, buttons. CSS pixels. */
const edge = 8;
const chrome = { layers: { width: 104, height: 52 }, legend: { width: 162, height: 66 }, buttons: 52 } as const;

/** How far the land may move up and to the right, as shares of the room that it leaves, the best first. */
const moves = [0.5, 0.25, 0].flatMap((up) => [0, 0.5, 1].map((right) => [up, right] as const));

/** The scale of the inset as a part of that of the map, the height of its name, and the room around its land. */
export const insetScale = 0.75;
export const insetHead = 30;
const insetEdge = 4;

const outlines = new Map(
  labels.features.map(({ properties: { code, outline } }) => [code, (outline as [number, number][]).map(mercatorOf)] as const),
);

/** Codes of all locations whose outlines are known. */
export const outlinedCodes: readonly string[] = [...outlines.keys()];

/** Outlines of locations, as parts of the Web Mercator square. */
export function outlineOf(code: string): readonly Mercator[] {
  return outlines.get(code) ?? [];
}

/** The outline of a location on the side of the 180th meridian that is nearer to a longitude. */
export function outlineNear(code: string, lon: number): readonly Mercator[] {
  const outline = outlineOf(code);
  const turns = Math.round(mercatorOf([lon, 0])[0] - (outline[0]?.[0] ?? 0));
  return turns === 0 ? outline : outline.map(([x, y]) => [x + turns, y]);
}

/**
 * How a small map shows the whole region: as large as the locations near each other can be, with the one far away in an inset at the top
 * right. Neither that nor what else lies on the map is over land that has data. It is undefined if one map has room for all.
 * @param codes of the locations that have data
 */
export function regionView(
  width: number,
  height: number,
  codes: readonly string[],
): { readonly padding: Required<PaddingOptions>; readonly inset: MapPart } | undefined {
  const { small_view: small } = siteFocus();
  if (width >= smallMap || small === undefined) return undefined;
  const [west, south, east, north] = square(small.view);
  const [farWest, farSouth, farEast, farNorth] = square(small.inset.view);
  const room = { right: width - chrome.buttons, bottom: height - footnoteHeight(width) - edge };
  const most = Math.min((room.right - edge) / (east - west), (room.bottom - edge) / (south - north));
  const land = codes.filter((code) => code !== small.inset.location).flatMap((code) => outlineNear(code, small.view[0]));
  for (let scale = most; scale > most / 2; scale *= 0.98) {
    const inset = {
      left: width - edge - 2 * insetEdge - (farEast - farWest) * scale * insetScale,
      top: edge,
      right: width - edge,
      bottom: edge + insetHead + 2 * insetEdge + (farSouth - farNorth) * scale * insetScale,
    };
    const taken: readonly MapPart[] = [
      { ...inset, left: inset.left - edge, bottom: inset.bottom + edge },
      { left: 0, top: 0, right: chrome.layers.width, bottom: chrome.layers.height },
      { left: 0, top: room.bottom + edge - chrome.legend.height, right: chrome.legend.width, bottom: room.bottom + edge },
    ];
    const spare = { right: room.right - edge - (east - west) * scale, up: room.bottom - edge - (south - north) * scale };
    for (const [shareUp, shareRight] of moves) {
      const left = edge + spare.right * shareRight;
      const bottom = room.bottom - spare.up * shareUp;
      const isCovered = land.some(([x, y]) => {
        const [right, down] = [left + (x - west) * scale, bottom - (south - y) * scale];
        return taken.some((part) => right > part.left && right < part.right && down > part.top && down < part.bottom);
      });
      if (isCovered) continue;
      const [right, top] = [width - left - (east - west) * scale, bottom - (south - north) * scale];
      return { padding: { left, top, right, bottom: height - bottom }, inset };
    }
  }
  return undefined;
}

/** Bounds as parts of the Web Mercator square. */
function square(box: Box): readonly [west: number, south: number, east: number, north: number] {
  const [west, south, east, north] = unrolled(box);
  return [...mercatorOf([west, south]), ...mercatorOf([east, north])];
}
