import { constraintWords } from '@monitor/findings';
import { SlidersHorizontal } from 'lucide-react';
import buttons from '../controls/button.module.css';
import { dialogOpener } from '../controls/opener.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import type { FilterSheetProps } from './filter-sheet.tsx';
import { useExplore } from './use-explore.ts';
import { useFilterNames } from './use-filter-names.ts';

const FilterOpener = dialogOpener<FilterSheetProps>('sheet', () => import('./filter-sheet.tsx'));

/** A button that opens the filter panel as a sheet over the page, and says how many constraints the filter has. */
export function FilterButton({
  className = buttons.plain,
  ...props
}: Omit<FilterSheetProps, 'active'> & { className?: string | undefined }) {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const active = constraintWords(filter, useFilterNames()).length;
  return (
    <FilterOpener
      label={t('filter.title')}
      className={className}
      words={
        <>
          <SlidersHorizontal size={15} aria-hidden="true" />
          {active === 0 ? t('filter.title') : t('filter.titleWithCount', { count: active })}
        </>
      }
      active={active}
      {...props}
    />
  );
}
