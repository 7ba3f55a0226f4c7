import { ArrowDown, ArrowUp } from 'lucide-react';
import { type PointerEvent, useState } from 'react';
import { setSort, setWidth } from '../filter/filter-actions.ts';
import type { ColumnName } from './choices.ts';
import { useExplore, useGesture } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { columnLabel, nextSort, sortState } from './columns.ts';
import styles from './incident-table.module.css';
import kit from '../styles/kit.module.css';
import type { ShownColumn } from './use-columns.ts';
import type { Cell } from './use-grid-focus.ts';

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- The rows are placed one by one and become cards on a phone, for which table elements cannot be used. */

/** The heads of the columns; a press on one sorts by it, another turns the order round. */
export function ColumnHeads({ columns, active }: { columns: readonly ShownColumn[]; active: Cell }) {
  const { t } = useTranslation();
  const column = active.row < 0 ? active.column : undefined;
  return (
    <div role="rowgroup" className={styles.heads}>
      <div role="row" aria-rowindex={1} data-row={-1} className={styles.row}>
        <div
          role="columnheader"
          aria-colindex={1}
          aria-label={t('table.picks')}
          data-column={0}
          data-pinned
          tabIndex={column === 0 ? 0 : -1}
          className={styles.pick}
        />
        {columns.map((one, at) => (
          <ColumnHead key={one.name} column={one} at={at + 1} isActive={column === at + 1} />
        ))}
      </div>
    </div>
  );
}

function ColumnHead({
  column: { name, isNumber, pinnedAt },
  at,
  isActive,
}: {
  column: ShownColumn;
  at: number;
  isActive: boolean;
}) {
  const { t } = useTranslation();
  const { view, act } = useExplore();
  const { field, descending } = sortState(view.sort);
  const sorted = name === field;
  const label = columnLabel(name, view.measure, t);
  const sort = () => act(setSort(nextSort(view.sort, name)));
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      className={styles.head}
      aria-colindex={at + 1}
      aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'}
      data-column={at}
      data-head={name}
      data-number={isNumber || undefined}
      data-pinned={pinnedAt === undefined ? undefined : true}
      tabIndex={isActive ? 0 : -1}
      style={pinnedAt === undefined ? undefined : { insetInlineStart: pinnedAt }}
      title={t('table.sortBy', { column: label })}
      onClick={({ target, currentTarget }) => {
        // The end of a pull at the edge is no press.
        if (target !== currentTarget.lastElementChild) sort();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        sort();
      }}
    >
      <span className={kit.cut}>{label}</span>
      {sorted ? <Arrow size={12} aria-hidden="true" /> : null}
      <Edge name={name} />
    </div>
  );
}

/** The edge of a head, by which the pointer makes its column wider. The keys for it are those of the head. */
function Edge({ name }: { name: ColumnName }) {
  const { act, end } = useGesture();
  const [from, setFrom] = useState<{ x: number; width: number }>();
  const pull = (event: PointerEvent<HTMLSpanElement>) => {
    const head = event.currentTarget.parentElement;
    if (head === null) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom({ x: event.clientX, width: head.getBoundingClientRect().width - paddings });
  };
  return (
    <span
      className={`${kit.absolute} ${styles.edge}`}
      aria-hidden="true"
      onPointerDown={pull}
      onPointerMove={({ clientX }) => {
        if (from !== undefined) act(setWidth(name, from.width + clientX - from.x));
      }}
      onPointerUp={() => {
        setFrom(undefined);
        end();
      }}
    />
  );
}

/** Pixels of a head beside its width. */
const paddings = 12;
