import type { ListedIncident } from '@monitor/contract';
import type { Measure } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { Swatch } from '../controls/swatch.tsx';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import { dateText, textOf } from '../table/cell.tsx';
import styles from './incidents-drawer.module.css';

/** One record: when, where, what, with which weapon, and who was harmed. It leads to the whole record. */
export function ListedRecord({
  item,
  measure,
  query,
  isOfOneYear,
}: {
  item: ListedIncident;
  measure: Measure;
  query: string;
  /** Whether the title over the list says the year of all. */
  isOfOneYear: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { type, killed, injured, local_time: time, amount } = item;
  const own = measure !== 'killed' && measure !== 'injured' && amount != null;
  const harmed = [
    ['killed', killed],
    ['injured', injured],
  ] as const;
  const isUnknown = item.weapons.every((weapon) => weapon === 'not_reported');
  const weapons = isUnknown ? t('drawer.noWeapon') : textOf('weapons', item, terms, format).toLocaleLowerCase();
  return (
    <li>
      <Link className={styles.record} to="/explore" search={{ query }}>
        <span>
          {isOfOneYear && item.date_precision === 'day' ? format.date.dayAndMonth(item.occurred_on) : dateText(item, t, format)}
          <span className={`${kit.note} ${kit.block}`}>{time}</span>
        </span>
        <span>
          <span className={kit.between}>
            <strong>{item.place ?? terms.place(item.region ?? item.country)}</strong>
            <span className={`${kit.end} ${kit.small} ${styles.harms}`}>
              {own ? t(`measure.${measure}.amount`, { count: amount, number: format.number.count(amount) }) : null}
              {harmed.map(([name, count]) =>
                (count ?? 0) > 0 ? (
                  <strong key={name} className={styles.harm} data-tone={name}>
                    {format.number.count(count ?? 0)} {t(`measure.${name}.label`, { count: count ?? 0 })}
                  </strong>
                ) : null,
              )}
              {/* Where nobody was, nothing stands here: a suicide is neither. */}
              {!own && harmed.every(([, count]) => (count ?? 0) === 0) && harmed.some(([, count]) => count === null) ? (
                <span className={kit.quiet}>{t('table.notReported')}</span>
              ) : null}
            </span>
          </span>
          <span className={`${kit.note} ${kit.block}`}>
            <Swatch type={type} /> {terms.label('type', type)}
            {` · ${weapons}`}
          </span>
        </span>
        <ChevronRight className={kit.quiet} size={14} aria-hidden="true" />
      </Link>
    </li>
  );
}

/** Stands for a record that is awaited: as tall as one. */
export function AwaitedRow() {
  return (
    <li aria-hidden="true">
      <div className={styles.record}>
        <span className={kit.span}>
          <span className={kit.awaited} />
          <span className={`${kit.note} ${kit.awaited}`} />
        </span>
      </div>
    </li>
  );
}
