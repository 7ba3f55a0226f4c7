import { constraintWords } from '@monitor/findings';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from '../i18n/use-translation.ts';
import { useExplore } from './use-explore.ts';
import { useWording } from './use-wording.ts';

/** How many constraints the filter has. */
export function useActiveFilters(): number {
  const { filter } = useExplore();
  return constraintWords(filter, useWording()).length;
}

/** What the button says that opens the panel on a narrow screen. */
export function FiltersWords() {
  const { t } = useTranslation();
  const active = useActiveFilters();
  return (
    <>
      <SlidersHorizontal size={15} aria-hidden="true" />
      {active === 0 ? t('filter.title') : t('filter.titleWithCount', { count: active })}
    </>
  );
}
