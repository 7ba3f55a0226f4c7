import { useQuery } from '@tanstack/react-query';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { inBrowser } from '../controls/in-browser.ts';
import { useExplore } from '../filter/use-explore.ts';
import { CellContent } from './cell.tsx';
import { columnLabel } from './column-heads.tsx';
import { columnOf, isColumnOf } from './columns.ts';
import styles from './incident-table.module.css';
import { useList } from './use-rows.ts';

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- They look like the rows of the grid that takes their place. */

/** The first rows as the server draws them, until the grid that scrolls is there. */
export function FirstRows() {
  const { t } = useTranslation();
  const { view } = useExplore();
  const list = useList();
  const { data } = useQuery({ ...queries.firstRows(list), enabled: !inBrowser });
  const columns = view.columns.filter((name) => isColumnOf(name, view.measure)).map(columnOf);
  const tracks = columns.map(({ width, grows }) => (grows ? `minmax(${width + 12}px, ${width}fr)` : `${width + 12}px`));
  return (
    <div className={styles.frame} data-still>
      <div
        role="table"
        aria-label={t('table.title')}
        className={styles.grid}
        style={{ '--columns': `30px ${tracks.join(' ')}` } as CSSProperties}
      >
        <div role="rowgroup" className={styles.heads}>
          <div role="row" className={styles.row}>
            <span className={styles.pick} />
            {columns.map(({ name, isNumber }) => (
              <div key={name} role="columnheader" className={styles.head} data-number={isNumber || undefined}>
                <span className={styles.label}>{columnLabel(name, view.measure, t)}</span>
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup">
          {data?.items.map((item) => (
            <div key={item.id} role="row" className={styles.row} data-first>
              <span className={styles.pick} />
              {columns.map(({ name, isNumber }) => (
                <div
                  key={name}
                  role="cell"
                  data-cell={name}
                  data-number={isNumber || undefined}
                  data-some={Number(item[name]) > 0 || undefined}
                >
                  <span className={styles.text}>
                    <CellContent name={name} item={item} />
                  </span>
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
