import { sorts } from '@monitor/contract';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import { setSort } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { columns } from './columns.ts';
import styles from './incident-table.module.css';
import { sortState } from './next-sort.ts';

/** The order as a menu, where the rows are cards and there are no column heads to press. */
export function SortMenu() {
  const { t } = useTranslation();
  const { view, act } = useExplore();
  const options = sorts.map((value) => {
    const { field, descending } = sortState(value);
    const name = columns.find((column) => column.sort === field)?.name ?? 'date';
    return { value, label: t(descending ? 'table.descending' : 'table.ascending', { column: t(`table.column.${name}`) }) };
  });
  return (
    <div className={styles.sortMenu}>
      <ChoiceMenu label={t('table.order')} value={view.sort} options={options} onChoose={(sort) => act(setSort(sort))} />
    </div>
  );
}
