import type { Summary } from '@monitor/contract';
import type { Period } from '@monitor/domain';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import buttons from '../controls/button.module.css';
import overlays from '../controls/overlay.module.css';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { clearAll } from './filter-actions.ts';
import FilterPanel from './filter-panel.tsx';
import styles from './filter-sheet.module.css';
import kit from '../styles/kit.module.css';
import { FiltersWords, useActiveFilters } from './filters-words.tsx';
import { useExplore } from './use-explore.ts';

export interface FilterSheetProps {
  readonly facets: Summary['facets'] | undefined;
  /** Of what is compared with. */
  readonly against?: Summary['facets'] | undefined;
  readonly coverage: Period | undefined;
  /** Incidents that are selected; undefined while that is not known. */
  readonly total: number | undefined;
  /** Below the panel. */
  readonly children?: ReactNode;
}

/** A button, and the filter panel that it opens as a sheet over the page. */
export default function FilterSheet({ facets, against, coverage, total, children }: FilterSheetProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { act } = useExplore();
  const active = useActiveFilters();
  return (
    <DialogTrigger>
      <Button className={buttons.plain}>
        <FiltersWords />
      </Button>
      <ModalOverlay className={`${kit.screenOnly} ${overlays.scrim}`} isDismissable>
        <Modal className={overlays.sheet}>
          <Dialog className={overlays.dialog}>
            {({ close }) => (
              <>
                <div className={`${kit.between} ${kit.ruled} ${kit.pad}`}>
                  <Heading slot="title" className={kit.large}>
                    {t('filter.title')}
                  </Heading>
                  {active > 0 ? (
                    <button type="button" className={buttons.link} onClick={() => act(clearAll)}>
                      {t('filter.clearAll')}
                    </button>
                  ) : null}
                </div>
                <div className={styles.panel}>
                  <FilterPanel facets={facets} against={against} coverage={coverage} />
                  {children}
                </div>
                <div className={styles.foot}>
                  <button type="button" className={buttons.primary} onClick={close}>
                    {total === undefined ? t('filter.showAlone') : t('filter.show', { count: total, number: number.count(total) })}
                  </button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
