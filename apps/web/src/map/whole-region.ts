import type { Box } from '@monitor/domain';
import type { PaddingOptions } from 'maplibre-gl';

/** Bounds of the seven monitored jurisdictions, which the map shows first. Degrees. */
export const wholeRegion: Box = [15.7, 39.6, 30.2, 48.5];

/** Height that the footnotes take at the bottom of a map of a width. CSS pixels. */
export function footnoteHeight(width: number): number {
  return width < 600 ? 76 : 42;
}

/** Room left free for controls, legend and footnotes around what the map is fitted to. CSS pixels. */
export function roomAround(width: number, height: number): Required<PaddingOptions> {
  const narrow = width < 600;
  // On a wide map the legend stands beside the region, over the sea.
  const wanted = narrow ? { top: 32, right: 12, bottom: 96, left: 36 } : { top: 32, right: 56, bottom: 52, left: width * 0.16 };
  const fits = height > 2 * (wanted.top + wanted.bottom);
  return fits ? wanted : { top: 8, right: 8, bottom: 8, left: 8 };
}
