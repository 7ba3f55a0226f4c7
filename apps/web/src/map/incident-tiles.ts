import type { Measure, TileMarks } from '@monitor/domain';
import { useState } from 'react';
import { tileScheme } from './load-tile.ts';

/**
 * Address of the incident tiles for a filter, with `{z}/{x}/{y}` left for the map to fill in.
 *
 * The API refuses parameters that it does not know, so a new version of the data is in the fragment: it never
 * leaves the browser, yet makes the address another one, and with it the map ask again.
 * @param query canonical query text of the filter; escaped, so that it holds no braces.
 * @param measure what the tiles' amounts count.
 * @param newVersion version of the data where it has changed since the page was loaded.
 */
export function tileAddress(query: string, measure: Measure, newVersion: number | undefined): string {
  const parameters = [query, measure === 'incidents' ? '' : `measure=${measure}`].filter((text) => text !== '').join('&');
  const version = newVersion === undefined ? '' : `#version=${newVersion}`;
  return `${tileScheme}:///api/v1/tiles/{z}/{x}/{y}.mvt${parameters === '' ? '' : `?${parameters}`}${version}`;
}

/** The address of tiles that show incidents as other marks than circles. */
export function markedTiles(circles: string, marks: TileMarks): string {
  if (marks === 'circles') return circles;
  const [path = '', fragment] = circles.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}marks=${marks}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** Address of the tiles of a filter; another one when the filter or the measure changes, or the data since the page was loaded. */
export function useTileAddress(query: string, measure: Measure, datasetVersion: number): string {
  const [versionAtStart, setVersionAtStart] = useState(datasetVersion);
  // 0 is a version that is not known yet; the first known one is not a change.
  if (versionAtStart === 0 && datasetVersion !== 0) setVersionAtStart(datasetVersion);
  const changed = versionAtStart !== 0 && datasetVersion !== versionAtStart;
  return tileAddress(query, measure, changed ? datasetVersion : undefined);
}

/** From this fraction of a zoom step on, cells are taken from the finer tiles: as soon as the map can, see `useFinerTiles`. */
const finerFrom = 0.5;

/** True if the incidents are taken from tiles of the next finer zoom, not of the one below. */
export function takesFinerTiles(zoom: number): boolean {
  return zoom - Math.floor(zoom) >= finerFrom;
}

/** The zoom of the tiles that the incidents are taken from. */
export function tileZoomAt(zoom: number): number {
  return Math.floor(zoom) + (takesFinerTiles(zoom) ? 1 : 0);
}
