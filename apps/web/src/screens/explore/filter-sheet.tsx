import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../answers/use-answers.ts';
import buttons from '../../controls/button.module.css';
import overlays from '../../controls/overlay.module.css';
import ExportActions from '../../export/export-actions.tsx';
import { clearAll } from '../../filter/filter-actions.ts';
import FilterPanel from '../../filter/filter-panel.tsx';
import { useExplore } from '../../filter/use-explore.ts';
import { useFormat } from '../../format/use-format.ts';
import { FiltersWords, useActiveFilters } from './filters-words.tsx';
import styles from './filters.module.css';

/** A button, and the filter panel that it opens as a sheet over the page. */
export default function FilterSheet({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { act } = useExplore();
  const active = useActiveFilters();
  const { data, outdated } = answers.summary;
  const total = outdated ? undefined : data?.totals.incidents;
  return (
    <DialogTrigger>
      <Button className={buttons.plain}>
        <FiltersWords />
      </Button>
      <ModalOverlay className={overlays.scrim} isDismissable>
        <Modal className={overlays.sheet}>
          <Dialog className={overlays.dialog}>
            {({ close }) => (
              <>
                <div className={styles.head}>
                  <Heading slot="title" className={styles.title}>
                    {t('filter.title')}
                  </Heading>
                  {active > 0 ? (
                    <button type="button" className={buttons.link} onClick={() => act(clearAll)}>
                      {t('filter.clearAll')}
                    </button>
                  ) : null}
                </div>
                <div className={styles.panel}>
                  <FilterPanel facets={answers.summary.data?.facets} coverage={answers.coverage} />
                  <div className={styles.downloads}>
                    <ExportActions answers={answers} plain />
                  </div>
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
