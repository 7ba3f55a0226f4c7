import { useTranslation } from 'react-i18next';
import type { Answers } from '../../answers/use-answers.ts';
import buttons from '../../controls/button.module.css';
import { loadedPart } from '../../controls/loaded-part.tsx';
import { FiltersWords } from './filters-button.tsx';
import styles from './filters.module.css';

/* Loaded after the first figures, like all that people open and press. */
const FilterPanel = loadedPart(() => import('../../filter/filter-panel.tsx'));
const ExportActions = loadedPart(() => import('../../export/export-actions.tsx'));
const OpenSheet = loadedPart(
  () => import('./filter-sheet.tsx'),
  <button type="button" className={`${buttons.plain} ${styles.ofSheet}`} aria-disabled="true">
    <FiltersWords />
  </button>,
);

/** The filter panel of a narrow screen: a button that opens it as a sheet over the page. */
export function FilterSheet({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  return <OpenSheet what={t('filter.title')} answers={answers} />;
}

/** The filter panel beside the figures; on a narrow screen it is a sheet. */
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
