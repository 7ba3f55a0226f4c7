import { comparedFilter, differingNames } from '@monitor/contract';
import { constraintWords, datasetsInScope, sideWords, syntheticShare } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { queries } from '../api/queries.ts';
import { readExploreState, writeExploreState } from '../filter/explore-state.ts';
import { useFilterNames } from '../filter/use-filter-names.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { type SavedView, viewLimits, viewName } from './saved-view.ts';

/** What is on the screen, as it would be saved, and a name for it; undefined while the version of the data is not known. */
export function usePresentView(): (Omit<SavedView, 'id' | 'name' | 'saved'> & { readonly suggestion: string }) | undefined {
  const { pathname, search } = useLocation();
  const { t } = useTranslation();
  const wording = useFilterNames();
  // The version at this time, and not one of minutes ago.
  const { data } = useQuery({ ...queries.datasets(), staleTime: 0 });
  if (data === undefined) return undefined;
  const query = search.query ?? '';
  const { state } = readExploreState(query);
  const [page = ''] = document.title.split(' – ');
  const { against } = state.view;
  const other = comparedFilter({ filter: state.filter, against });
  const own = constraintWords(state.filter, wording).map(({ text }) => text);
  const values =
    other === undefined
      ? own
      : [...own, t('compare.comparedWith', { words: sideWords(other, differingNames(against ?? {}), wording) })];
  const inScope = datasetsInScope(
    state.filter,
    data.datasets.filter(({ incidents }) => incidents > 0),
  );
  return {
    address: query === '' ? pathname : `${pathname}?${writeExploreState(state)}`,
    datasetVersion: data.datasetVersion,
    synthetic: syntheticShare(inScope),
    suggestion: shortened([page, values.join(', ')].filter((part) => part !== '').join(': ')),
  };
}

function shortened(text: string): string {
  const most = viewLimits.name;
  return viewName(text.length <= most ? text : `${text.slice(0, most - 1)}…`) ?? '';
}
