import { useTranslation } from 'react-i18next';
import type { Answers } from '../../answers/use-answers.ts';
import buttons from '../../controls/button.module.css';
import { loadedPart } from '../../controls/loaded-part.tsx';
import { FiltersWords } from './filters-words.tsx';
import styles from './filters.module.css';

/* Loaded after the first figures, like all that people open and press. */
const FilterPanel = loadedPart(() => import('../../filter/filter-panel.tsx'));
const ExportActions = loadedPart(() => import('../../export/export-actions.tsx'));
const FilterSheet = loadedPart(
  () => import('./filter-sheet.tsx'),
  <button type="button" className={`${buttons.plain} ${styles.ofSheet}`} aria-disabled="true">
    <FiltersWords />
  </button>,
);

/** The filters of a narrow screen: a button that opens their panel as a sheet. */
export function FilterButton({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  return <FilterSheet what={t('filter.title')} answers={answers} />;
}

/** The filters of a wide screen: their panel, beside the figures. */
export function FilterSide({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  return (
    <aside className={styles.side} aria-label={t('filter.title')}>
      <div className={styles.sidePanel}>
        <h2 className={styles.sideTitle}>{t('filter.title')}</h2>
        <FilterPanel what={t('filter.title')} facets={answers.summary.data?.facets} coverage={answers.coverage} />
      </div>
      <div className={styles.sideFoot}>
        <ExportActions what={t('export.titleAlone')} answers={answers} />
      </div>
    </aside>
  );
}
