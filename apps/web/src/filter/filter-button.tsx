import buttons from '../controls/button.module.css';
import { loadedPart } from '../controls/loaded-part.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import type { FilterSheetProps } from './filter-sheet.tsx';
import { FiltersWords } from './filters-words.tsx';

/** Loaded after the first figures, like all that people open and press. */
const FilterSheet = loadedPart<FilterSheetProps>(
  () => import('./filter-sheet.tsx'),
  <button type="button" className={buttons.plain} aria-disabled="true">
    <FiltersWords />
  </button>,
);

/** A button that opens the filter panel as a sheet. */
export function FilterButton(props: FilterSheetProps) {
  const { t } = useTranslation();
  return <FilterSheet what={t('filter.title')} {...props} />;
}
