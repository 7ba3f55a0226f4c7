import type { Summary } from '@monitor/contract';
import type { Period } from '@monitor/domain';
import type { ReactNode } from 'react';
import buttons from '../controls/button.module.css';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { clearAll } from './filter-actions.ts';
import FilterPanel from './filter-panel.tsx';
import styles from './filter-sheet.module.css';
import kit from '../styles/kit.module.css';
import { useExplore } from './use-explore.ts';

export interface FilterSheetProps {
  readonly facets: Summary['facets'] | undefined;
  /** Of what is compared with. */
  readonly against?: Summary['facets'] | undefined;
  readonly coverage: Period | undefined;
  /** Incidents that are selected; undefined while that is not known. */
  readonly total: number | undefined;
  /** So many constraints the filter has. */
  readonly active: number;
  /** Below the panel. */
  readonly children?: ReactNode;
}

/** The filter panel as a sheet over the page. */
export default function FilterSheet({
  facets,
  against,
  coverage,
  total,
  active,
  children,
  close,
}: FilterSheetProps & { close: () => void }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { act } = useExplore();
  return (
    <>
      <div className={`${kit.between} ${kit.ruled} ${kit.pad}`}>
        <h2 className={kit.large}>{t('filter.title')}</h2>
        {active > 0 ? (
          <button type="button" className={buttons.link} onClick={() => act(clearAll)}>
            {t('filter.clearAll')}
          </button>
        ) : null}
      </div>
      <div className={`${kit.scrollDown} ${kit.stretch} ${styles.panel}`}>
        <FilterPanel facets={facets} against={against} coverage={coverage} />
        {children}
      </div>
      <div className={`${kit.parted} ${kit.grid} ${styles.foot}`}>
        <button type="button" className={buttons.primary} onClick={close}>
          {total === undefined ? t('filter.showAlone') : t('filter.show', { count: total, number: number.count(total) })}
        </button>
      </div>
    </>
  );
}
