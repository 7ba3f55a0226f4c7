/* oxlint-disable jsx-a11y/prefer-tag-over-role -- The rows are placed one by one and become cards on a phone, for which table elements cannot be used. */
import type { ListedIncident } from '@monitor/contract';
import { type CSSProperties, memo, type MouseEvent } from 'react';
import { setHovered, useIsHovered } from '../filter/hovered-incident.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { CellContent, textOf } from './cell.tsx';
import styles from './incident-table.module.css';
import kit from '../styles/kit.module.css';
import type { ColumnName } from './choices.ts';
import type { ShownColumn } from './use-columns.ts';
import type { Picks } from './use-picks.ts';

export interface RowProps {
  /** Undefined while it is awaited. */
  readonly item: ListedIncident | undefined;
  /** Its position in the list, from 0. */
  readonly index: number;
  readonly place: CSSProperties;
  readonly columns: readonly ShownColumn[];
  /** The column that the tab key leads to; undefined in all rows but one. */
  readonly column: number | undefined;
  readonly picks: Picks;
}

/** One incident; its date is a link to its record, and a press anywhere on the row does the same. */
export function IncidentRow({ item, index, place, columns, column, picks }: RowProps) {
  const row = useRow({ item, index, picks });
  return (
    // The cell with the focus is what the keyboard uses; the row's press is a larger target for the pointer.
    <div {...row} style={place}>
      <div role="gridcell" aria-colindex={1} data-column={0} data-pinned tabIndex={column === 0 ? 0 : -1} className={styles.pick}>
        <PickBox item={item} index={index} picks={picks} />
      </div>
      {columns.map(({ name, isNumber, pinnedAt }, at) => (
        <div
          key={name}
          role="gridcell"
          aria-colindex={at + 2}
          data-column={at + 1}
          data-cell={name}
          data-number={isNumber || undefined}
          data-some={(item !== undefined && Number(item[name]) > 0) || undefined}
          data-pinned={pinnedAt === undefined ? undefined : true}
          tabIndex={column === at + 1 ? 0 : -1}
          style={pinnedAt === undefined ? undefined : { insetInlineStart: pinnedAt }}
        >
          {item === undefined ? <Awaited /> : <TitledCell name={name} item={item} />}
        </div>
      ))}
    </div>
  );
}

/** Text that is cut can be read in full under the pointer. */
const TitledCell = memo(function TitledCell({ name, item }: { name: ShownColumn['name']; item: ListedIncident }) {
  const terms = useTerms();
  const format = useFormat();
  const title = name === 'occurred_on' ? '' : textOf(name, item, terms, format);
  return (
    <span className={kit.cut} title={title === '' ? undefined : title}>
      <CellContent name={name} item={item} />
    </span>
  );
});

/** The attributes of a row, in whatever form it is drawn. */
function useRow({ item, index, picks }: Pick<RowProps, 'item' | 'index' | 'picks'>) {
  const { view, openRecord } = useExplore();
  const isHovered = useIsHovered(item?.id);
  const press = (event: MouseEvent) => {
    // Marking text and the presses of what is in the row are no wish to open it.
    if (item === undefined || event.defaultPrevented || (event.target as Element).closest('a, label') !== null) return;
    if (event.shiftKey) picks.toggle(item.id, index, true);
    else if (String(getSelection()) === '') openRecord(item.id);
  };
  const hover = () => setHovered(item);
  return {
    role: 'row',
    'aria-rowindex': index + 2,
    'aria-selected': item !== undefined && picks.ids.has(item.id),
    className: `${kit.calm} ${styles.row}`,
    'data-row': index,
    'data-body': true,
    'data-incident': item?.id,
    'data-open': (item !== undefined && view.incident === item.id) || undefined,
    'data-hovered': isHovered || undefined,
    onClick: press,
    onPointerEnter: hover,
    onFocus: hover,
    onMouseDown: (event: MouseEvent) => {
      // A range of rows is not a range of text.
      if (event.shiftKey) event.preventDefault();
    },
  } as const;
}

/** Picks the row, or lets it go. */
function PickBox({ item, index, picks }: Pick<RowProps, 'item' | 'index' | 'picks'>) {
  const { t } = useTranslation();
  if (item === undefined) return null;
  return (
    <label className={`${kit.centred} ${kit.later} ${kit.still} ${styles.box}`}>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t('table.pick', { id: item.id })}
        checked={picks.ids.has(item.id)}
        onChange={({ nativeEvent }) => picks.toggle(item.id, index, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
      />
    </label>
  );
}

function Awaited() {
  return <span className={styles.awaited} aria-hidden="true" />;
}

/** What has a place of its own on a card; the other columns that are chosen follow each other in a line. */
const placed: readonly ColumnName[] = ['occurred_on', 'place', 'type', 'killed', 'injured', 'amount', 'place_precision'];

/** One incident on a phone: two cells, its box and what the chosen columns say of it. */
export function IncidentCard({ item, index, place, columns, column, picks }: RowProps) {
  const { t } = useTranslation();
  const { view } = useExplore();
  const terms = useTerms();
  const format = useFormat();
  const row = useRow({ item, index, picks });
  const names = columns.map(({ name }) => name);
  const unit = (name: ColumnName) =>
    name === 'amount' ? t(`measure.${view.measure}.label`, { count: item?.amount ?? 0 }) : t(`table.column.${name}`);
  return (
    <div {...row} style={place} data-card data-amount={names.includes('amount') || undefined}>
      <div role="gridcell" aria-colindex={1} data-column={0} tabIndex={column === 0 ? 0 : -1} className={styles.pick}>
        <PickBox item={item} index={index} picks={picks} />
      </div>
      <div role="gridcell" aria-colindex={2} data-column={1} tabIndex={column === 1 ? 0 : -1} className={styles.card}>
        {item === undefined ? (
          <Awaited />
        ) : (
          <>
            {placed
              .filter((name) => names.includes(name))
              .map((name) => (
                <span key={name} data-cell={name} data-some={Number(item[name]) > 0 || undefined}>
                  {name === 'place_precision' ? <span className={styles.unit}>{unit(name)}: </span> : null}
                  <CellContent name={name} item={item} />
                  {name === 'killed' || name === 'injured' || name === 'amount' ? (
                    <span className={styles.unit}> {unit(name)}</span>
                  ) : null}
                </span>
              ))}
            <span data-cell="rest">
              {names
                .filter((name) => !placed.includes(name))
                .map((name) => textOf(name, item, terms, format))
                .filter((text) => text !== '')
                .join(' · ')}
            </span>
          </>
        )}
      </div>
    </div>
  );
}
