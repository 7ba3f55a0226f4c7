/* oxlint-disable jsx-a11y/prefer-tag-over-role -- The rows are placed one by one and become cards on a phone, for which table elements cannot be used. */
import type { ColumnName } from './choices.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { CellContent, textOf } from './cell.tsx';
import { Awaited, PickBox, type RowProps, useRow } from './incident-row.tsx';
import styles from './incident-table.module.css';

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
