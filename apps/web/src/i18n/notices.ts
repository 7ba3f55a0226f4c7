import type { Box } from '@monitor/domain';
import { siteFocus, isHome } from '@monitor/geography';
import type { TFunction } from 'i18next';

/** What goes with every map: how its names and lines are meant, and what the installation adds. */
export function mapNotices(t: TFunction): string[] {
  return [t('notice.boundaries'), ...siteFocus().notes];
}

/** Around Kosovo*, with room for its name beside it. */
const aroundKosovo: Box = [19, 41, 23, 44];

/**
 * The footnote of Kosovo*. It is left out only where neither the focus nor the data nor the view of a map has it or a location near it.
 * @param codes of the locations with data
 * @param view of a map that can be moved, west below east
 */
export function kosovoNote(codes: readonly string[], t: TFunction, view?: Box): string[] {
  const isNamed = [...siteFocus().locations, ...codes].some(isHome) || (view !== undefined && isKosovoIn(view));
  return isNamed ? [`*${t('notice.kosovo')}`] : [];
}

function isKosovoIn([west, south, east, north]: Box): boolean {
  const [left, bottom, right, top] = aroundKosovo;
  // The map goes on beyond the 180th meridian.
  const isAcross = [-360, 0, 360].some((turn) => left + turn < east && right + turn > west);
  return isAcross && bottom < north && top > south;
}
