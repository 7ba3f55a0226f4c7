import type { PageAnswer, PlacesData } from '@monitor/contract';
import type { TFunction } from 'i18next';

/** The datasets that the figures of a page of places are of. */
export function sourcesOf(answer: PageAnswer<Pick<PlacesData, 'sources' | 'synthetic'>> | undefined) {
  const { sources = [], synthetic = 'none' } = answer?.data ?? {};
  const datasets = answer?.datasets;
  return { datasets, datasetsShown: datasets?.filter(({ slug }) => sources.includes(slug)) ?? [], synthetic };
}

/** What a page of places says where it has no figures: that they are awaited, or that there are none. */
export function withoutFigures(answer: PageAnswer<unknown> | undefined, t: TFunction): string {
  if (answer === undefined) return t('state.loading');
  return answer.datasets.length > 0 ? t('state.noMatch.title') : `${t('state.noData.title')} ${t('state.noData.text')}`;
}
