import { sorts } from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import type { TFunction } from 'i18next';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import { setSort } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { type Column, columnsOf, nextSort, sortState } from './columns.ts';
import styles from './incident-table.module.css';

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- The rows are placed one by one and become cards on a phone, for which table elements cannot be used. */

/** The heads of the columns; a press on one that can be sorted sorts by it, another turns the order round. */
export function ColumnHeads() {
  const { view } = useExplore();
  return (
    <div role="rowgroup" className={styles.heads}>
      <div role="row" aria-rowindex={1} className={styles.row}>
        {columnsOf(view.measure).map((column) => (
          <ColumnHead key={column.name} column={column} />
        ))}
      </div>
    </div>
  );
}

function ColumnHead({ column: { name, sort, number } }: { column: Column }) {
  const { t } = useTranslation();
  const { view, act } = useExplore();
  const { field, descending } = sortState(view.sort);
  const sorted = sort !== undefined && sort === field;
  const label = columnLabel(name, view.measure, t);
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      className={styles.head}
      data-number={number}
      aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      {sort === undefined ? (
        label
      ) : (
        <button
          type="button"
          className={styles.sort}
          title={t('table.sortBy', { column: label })}
          onClick={() => act(setSort(nextSort(view.sort, sort)))}
        >
          {label}
          {sorted ? <Arrow size={12} aria-hidden="true" /> : null}
        </button>
      )}
    </div>
  );
}

/** The name of a column; that of what is counted is the measure's. */
function columnLabel(name: Column['name'], measure: Measure, t: TFunction): string {
  return name === 'amount' ? t(`measure.${measure}.name`) : t(`table.column.${name}`);
}

/** The order as a menu, where the rows are cards and there are no column heads to press. */
export function SortMenu() {
  const { t } = useTranslation();
  const { view, act } = useExplore();
  const options = sorts.flatMap((value) => {
    const { field, descending } = sortState(value);
    const name = columnsOf(view.measure).find((column) => column.sort === field)?.name;
    if (name === undefined) return [];
    const column = columnLabel(name, view.measure, t);
    return [{ value, label: t(descending ? 'table.descending' : 'table.ascending', { column }) }];
  });
  return (
    <div className={styles.sortMenu}>
      <ChoiceMenu label={t('table.order')} value={view.sort} options={options} onChoose={(sort) => act(setSort(sort))} />
    </div>
  );
}
