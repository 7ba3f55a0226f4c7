import type { ListedIncident } from '@monitor/contract';
import { isListedCodes, type ListedCodes, type VocabularyName } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { inBrowser } from '../controls/in-browser.ts';
import { NameInLatin } from '../controls/name-in-latin.tsx';
import { Swatch } from '../controls/swatch.tsx';
import { openIncident } from '../filter/filter-actions.ts';
import type { ColumnName } from './choices.ts';
import { useExplore } from '../filter/use-explore.ts';
import { type Format, useFormat } from '../format/use-format.ts';
import { type Terms, useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { kindOf } from './columns.ts';
import styles from './cell.module.css';
import kit from '../styles/kit.module.css';

/** What a column says of an incident. What is not reported says so. */
export function CellContent({ name, item }: { name: ColumnName; item: ListedIncident }): ReactNode {
  const terms = useTerms();
  const format = useFormat();
  if (name === 'occurred_on') return <DateOfIncident item={item} />;
  if (name === 'type') {
    return (
      <>
        {/* On the server it would be a style of its own, which a page without its script may not carry. */}
        {inBrowser ? <Swatch type={item.type} /> : null} {terms.label('type', item.type)}
      </>
    );
  }
  if (isUnreported(item, name)) return <NotReported />;
  if (name === 'place' && item.place !== null) return <NameInLatin name={item.place} country={item.country} />;
  return textOf(name, item, terms, format);
}

function isUnreported(item: ListedIncident, name: ColumnName): boolean {
  const value = item[name];
  return value === null || (isListedCodes(name) && item[name].length === 0);
}

/** The text of a cell; empty if nothing is reported, or while what is counted is awaited. */
export function textOf(name: ColumnName, item: ListedIncident, terms: Terms, { date, number }: Format): string {
  if (isListedCodes(name)) {
    const labels = item[name].map((code) => terms.label(vocabularyOf[name], code));
    return labels.map((label, at) => (at === 0 || isAbbreviation(label) ? label : label.toLocaleLowerCase())).join(', ');
  }
  const value = item[name];
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return kindOf(name) === 'degrees' ? number.decimal(value, 4) : number.count(value);
  const kind = kindOf(name);
  if (typeof kind === 'object') return terms.label(kind.name as VocabularyName, value);
  if (kind === 'date') return date.day(value);
  return name === 'country' || name === 'region' ? terms.place(value) : value;
}

function isAbbreviation(label: string): boolean {
  return label === label.toLocaleUpperCase();
}

const vocabularyOf = { weapons: 'weapon_class', sources: 'source_kind' } as const satisfies Record<ListedCodes, VocabularyName>;

/** A date that is known to the week, month or year only is written so. */
export function dateText({ occurred_on: day, date_precision: precision }: ListedIncident, t: TFunction, { date }: Format): string {
  if (precision === 'week') return t('table.weekOf', { day: date.day(day) });
  return { day: date.day, month: date.shortMonth, year: date.year }[precision](day);
}

/** A link to the record. */
function DateOfIncident({ item }: { item: ListedIncident }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { view, queryAfter } = useExplore();
  const { date_precision: precision } = item;
  const text = dateText(item, t, useFormat());
  return (
    <Link
      className={styles.day}
      to="/explore"
      search={{ query: queryAfter(openIncident(item.id)) }}
      replace={view.incident !== undefined}
      resetScroll={false}
      tabIndex={-1}
      title={precision === 'day' ? undefined : terms.definition('date_precision', precision)}
    >
      {text}
    </Link>
  );
}

function NotReported() {
  const { t } = useTranslation();
  return (
    <span className={kit.quiet} title={t('table.notReported')}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{t('table.notReported')}</span>
    </span>
  );
}
