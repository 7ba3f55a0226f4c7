import { SlidersHorizontal } from 'lucide-react';
import buttons from '../controls/button.module.css';
import { dialogOpener } from '../controls/opener.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import type { FilterSheetProps } from './filter-sheet.tsx';
import { useConstraints } from './use-constraints.ts';

const FilterOpener = dialogOpener<FilterSheetProps>('sheet', () => import('./filter-sheet.tsx'));

/** A button that opens the filter panel as a sheet over the page, and says how many constraints the filter has. */
export function FilterButton({
  className = buttons.plain,
  kindIsSaid = false,
  ...props
}: Omit<FilterSheetProps, 'active'> & { className?: string | undefined; kindIsSaid?: boolean }) {
  const { t } = useTranslation();
  const active = useConstraints(kindIsSaid).length;
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
