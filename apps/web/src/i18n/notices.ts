import { siteFocus, isHome } from '@monitor/geography';
import type { TFunction } from 'i18next';

/** What every map says of its names and lines. */
export function mapNotices(t: TFunction): string[] {
  return [t('notice.boundaries'), ...siteFocus().notes];
}

/** The footnote of Kosovo*, unless only locations far from there are spoken of. @param codes of the locations with data */
export function kosovoNote(codes: readonly string[], t: TFunction): string[] {
  return [...siteFocus().locations, ...codes].some(isHome) ? [`*${t('notice.kosovo')}`] : [];
}
