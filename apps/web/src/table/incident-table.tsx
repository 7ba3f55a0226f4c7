import { type ReactNode, type Ref, useState } from 'react';
import { Columns3, Download } from 'lucide-react';
import buttons from '../controls/button.module.css';
import { loadedPart } from '../controls/loaded-part.tsx';
import { useMediaQuery } from '../controls/use-media-query.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FirstRows } from './first-rows.tsx';
import styles from './incident-table.module.css';
import kit from '../styles/kit.module.css';
import { cardScreen, columnLabel, isColumnOf, sortState } from './columns.ts';
import { mostPicks, type Picks, usePicks } from './use-picks.ts';
import { useList } from './use-rows.ts';
import { filterQuery, sorts } from '@monitor/contract';
import { csvAddress } from '../api/file-address.ts';
import { setSort, showPicked } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { ChoiceMenu } from '../controls/choice-menu.tsx';

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
  // As in column-chooser.module.css.
  const wide = useMediaQuery('(min-width: 901px)') === true;
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
        <div className={`${kit.calm} ${kit.rowWide} ${kit.padBottom} ${styles.title}`}>
          <h2>{t('table.title')}</h2>
          {total === undefined ? null : (
            <span className={kit.quiet}>{t('table.count', { count: total, number: number.count(total) })}</span>
          )}
          {tabs}
          {cards ? null : <PickedBar picks={picks} />}
          <SortMenu />
          <button
            type="button"
            className={`${buttons.plain} ${kit.later}`}
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

/** What can be done with the rows that are picked: a file of exactly these, or a screen and link of them. */
function PickedBar({ picks }: { picks: Picks }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { act } = useExplore();
  const ids = [...picks.ids];
  return (
    // There from the beginning, so that the first pick is said.
    <output className={`${kit.wrapRow} ${styles.bar}`} data-empty={ids.length === 0 || undefined}>
      {ids.length === 0 ? null : (
        <>
          <span>{t('table.picked', { count: ids.length, number: number.count(ids.length) })}</span>
          {picks.isFull ? <span className={kit.quiet}>{t('table.pickedFull', { number: number.count(mostPicks) })}</span> : null}
          <a className={buttons.plain} href={csvAddress(filterQuery({ id: ids }))} download>
            <Download size={15} aria-hidden="true" /> {t('table.pickedCsv')}
          </a>
          <button type="button" className={buttons.plain} onClick={() => act(showPicked(ids))}>
            {t('table.pickedOnly')}
          </button>
          <button type="button" className={buttons.link} onClick={picks.clear}>
            {t('table.pickedNone')}
          </button>
        </>
      )}
    </output>
  );
}

/** The order as a menu, where the rows are cards and there are no column heads to press. */
function SortMenu() {
  const { t } = useTranslation();
  const { view, act } = useExplore();
  const options = sorts.flatMap((value) => {
    const { field, descending } = sortState(value);
    if (value !== view.sort && !view.columns.includes(field)) return [];
    if (!isColumnOf(field, view.measure)) return [];
    const column = columnLabel(field, view.measure, t);
    return [{ value, label: t(descending ? 'table.descending' : 'table.ascending', { column }) }];
  });
  return (
    <div className={`${kit.phoneOnly} ${kit.push}`}>
      <ChoiceMenu label={t('table.order')} value={view.sort} options={options} onChoose={(sort) => act(setSort(sort))} />
    </div>
  );
}
