import { filterQuery } from '@monitor/contract';
import { Download } from 'lucide-react';
import { csvAddress } from '../api/client.ts';
import buttons from '../controls/button.module.css';
import { showPicked } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './picked-bar.module.css';
import kit from '../styles/kit.module.css';
import { mostPicks, type Picks } from './use-picks.ts';

/** What can be done with the rows that are picked: a file of exactly these, or a screen and link of them. */
export function PickedBar({ picks }: { picks: Picks }) {
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
