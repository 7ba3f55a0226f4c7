import { useTranslation } from 'react-i18next';
import { CopyLink } from '../../export/copy-link.tsx';
import { ExportButton } from '../../export/export-button.tsx';
import { FilterPanel } from '../../filter/filter-panel.tsx';
import styles from './filter-side.module.css';
import type { Answers } from '../../answers/use-answers.ts';

/** The filter panel beside the figures; on a narrow screen it is a sheet (filter-sheet.tsx). */
export function FilterSide({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  return (
    <aside className={styles.side} aria-label={t('filter.title')}>
      <div className={styles.panel}>
        <h2 className={styles.title}>{t('filter.title')}</h2>
        <FilterPanel facets={answers.summary.data?.facets} coverage={answers.coverage} />
      </div>
      <div className={styles.foot}>
        <ExportButton answers={answers} />
        <CopyLink />
      </div>
    </aside>
  );
}
