import { type ReactNode, type Ref, useState } from 'react';
import { Columns3 } from 'lucide-react';
import buttons from '../controls/button.module.css';
import { loadedPart } from '../controls/loaded-part.tsx';
import { useMediaQuery, wideScreen } from '../controls/use-media-query.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FirstRows } from './first-rows.tsx';
import styles from './incident-table.module.css';
import kit from '../styles/kit.module.css';
import { PickedBar } from './picked-bar.tsx';
import { SortMenu } from './sort-menu.tsx';
import { cardScreen } from './card-screen.ts';
import { usePicks } from './use-picks.ts';
import { useList } from './use-rows.ts';

/* Loaded after the first figures, with the packages that they need. Until then, and where no script runs, there are the first rows. */
const IncidentGrid = loadedPart(
  () => import('./incident-grid.tsx'),
  () => <FirstRows />,
);
const ColumnChooser = loadedPart(() => import('./column-chooser.tsx'));

/** The incidents of the filter one by one. */
export function IncidentTable({
  total,
  tabs,
  ref,
}: {
  total: number | undefined;
  /** Chooses whose incidents are listed, where two selections are compared. */
  tabs?: ReactNode;
  ref: Ref<HTMLElement>;
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const list = useList();
  const picks = usePicks(list);
  const [choosing, setChoosing] = useState(false);
  const wide = useMediaQuery(wideScreen) === true;
  const cards = useMediaQuery(cardScreen) === true;
  return (
    <section
      ref={ref}
      id="table"
      className={`${kit.screenOnly} ${styles.table}`}
      tabIndex={-1}
      aria-label={t('table.title')}
      data-choosing={(choosing && wide) || undefined}
    >
      <div className={`${kit.least} ${kit.pad}`}>
        <div className={`${kit.rowWide} ${kit.padBottom} ${styles.title}`}>
          <h2>{t('table.title')}</h2>
          {total === undefined ? null : (
            <span className={kit.quiet}>{t('table.count', { count: total, number: number.count(total) })}</span>
          )}
          {tabs}
          {cards ? null : <PickedBar picks={picks} />}
          <SortMenu />
          <button
            type="button"
            className={buttons.plain}
            aria-expanded={choosing}
            data-columns-button
            onClick={() => setChoosing(!choosing)}
          >
            <Columns3 size={15} aria-hidden="true" /> {t('table.columns.title')}
          </button>
        </div>
        <IncidentGrid what={t('table.title')} list={list} total={total ?? 0} picks={picks} />
        {cards ? <PickedBar picks={picks} /> : null}
      </div>
      {choosing ? <ColumnChooser what={t('table.columns.title')} docked={wide} onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}
