import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';
import { inBrowser } from '../controls/in-browser.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { CellContent } from './cell.tsx';
import { columnLabel, columnOf, isColumnOf } from './columns.ts';
import styles from './first-rows.module.css';
import kit from '../styles/kit.module.css';
import frames from './incident-table.module.css';
import { useList } from './use-rows.ts';

/**
 * The first rows as the server draws them, until the grid that scrolls is there. A plain table, since a page without its script may not
 * carry styles of its own, such as widths of columns.
 */
export function FirstRows() {
  const { t } = useTranslation();
  const { view } = useExplore();
  const list = useList();
  const { data } = useQuery({ ...queries.firstRows(list), enabled: !inBrowser });
  const columns = view.columns.filter((name) => isColumnOf(name, view.measure)).map(columnOf);
  return (
    <>
      <div className={`${kit.ruled} ${kit.relative} ${frames.frame}`} data-still>
        <table className={`${kit.nowrap} ${styles.rows}`} aria-label={t('table.title')}>
          <thead>
            <tr>
              {columns.map(({ name, isNumber }) => (
                <th key={name} scope="col" data-number={isNumber || undefined}>
                  {columnLabel(name, view.measure, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data?.items.map((item) => (
              <tr key={item.id}>
                {columns.map(({ name, isNumber }) => (
                  <td key={name} data-number={isNumber || undefined}>
                    <CellContent name={name} item={item} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {/* The line that will say which rows are in view. */}
      <p className={`${kit.detail} ${kit.padTop}`}>{'\u00a0'}</p>
    </>
  );
}
