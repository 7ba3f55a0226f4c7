/* oxlint-disable jsx-a11y/prefer-tag-over-role -- The rows are placed one by one and become cards on a phone, for which table elements cannot be used. */
import type { ListedIncident } from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Swatch } from '../controls/swatch.tsx';
import { openIncident } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { columnsOf } from './columns.ts';
import styles from './incident-table.module.css';

/** One incident; its date is a link to its record, and a press anywhere on the row does the same. */
export function IncidentRow({ item, index, top, height }: { item: ListedIncident; index: number; top: number; height: number }) {
  const { date } = useFormat();
  const terms = useTerms();
  const { view, openRecord, queryAfter } = useExplore();
  const press = (event: MouseEvent) => {
    // Marking text and the link's own press are no wish to open it.
    if (event.defaultPrevented || (event.target as Element).closest('a') !== null || String(getSelection()) !== '') return;
    openRecord(item.id);
  };
  const place = item.place ?? (item.region === null ? null : terms.place(item.region));
  const several = (labels: readonly string[]) =>
    labels.map((label, at) => (at === 0 ? label : label.toLocaleLowerCase())).join(', ');
  const weapons =
    item.weapons.length === 0
      ? terms.label('weapon_class', 'not_reported')
      : several(item.weapons.map((code) => terms.label('weapon_class', code)));
  return (
    // The link in the row is what the keyboard uses; the row's press is a larger target for the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      data-body
      data-incident={item.id}
      data-open={view.incident === item.id || undefined}
      style={{ transform: `translateY(${top}px)`, blockSize: height }}
      onClick={press}
    >
      <div role="cell" data-cell="date">
        <Link
          to="/explore"
          search={{ query: queryAfter(openIncident(item.id)) }}
          replace={view.incident !== undefined}
          resetScroll={false}
        >
          {date.day(item.occurred_on)}
        </Link>
      </div>
      <div role="cell" data-cell="place">
        {place ?? <NotReported />}
      </div>
      <div role="cell" data-cell="location">
        {terms.place(item.country)}
      </div>
      <div role="cell" data-cell="type">
        <Swatch type={item.type} />
        <span>{terms.label('type', item.type)}</span>
      </div>
      <div role="cell" data-cell="weapon" title={weapons}>
        {weapons}
      </div>
      <Count cell="killed" count={item.killed} />
      <Count cell="injured" count={item.injured} />
      {columnsOf(view.measure).some(({ name }) => name === 'amount') ? (
        <Amount measure={view.measure} amount={item.amount} />
      ) : null}
      <div role="cell" data-cell="source">
        {item.sources.map((code) => terms.label('source_kind', code)).join(', ')}
      </div>
    </div>
  );
}

function Count({ cell, count }: { cell: 'killed' | 'injured'; count: number | null }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <div role="cell" data-cell={cell} data-number data-some={(count ?? 0) > 0 || undefined}>
      {count === null ? <NotReported /> : number.count(count)} <span className={styles.unit}>{t(`table.column.${cell}`)}</span>
    </div>
  );
}

/** What the chosen measure counts of an incident; nothing while it is awaited. */
function Amount({ measure, amount }: { measure: Measure; amount: number | null | undefined }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <div role="cell" data-cell="amount" data-number data-some={(amount ?? 0) > 0 || undefined}>
      {amount === null ? <NotReported /> : amount === undefined ? null : number.count(amount)}{' '}
      <span className={styles.unit}>{t(`measure.${measure}.label`, { count: amount ?? 0 })}</span>
    </div>
  );
}

function NotReported() {
  const { t } = useTranslation();
  return (
    <span title={t('table.notReported')}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{t('table.notReported')}</span>
    </span>
  );
}
