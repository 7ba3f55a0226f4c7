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
export function ListedRecord({ item, measure, query }: { item: ListedIncident; measure: Measure; query: string }) {
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
          {dateText(item, t, format)}
          <span className={`${kit.note} ${kit.block}`}>{time}</span>
        </span>
        <span className={kit.least}>
          <strong className={`${kit.block} ${kit.cut}`}>{item.place ?? terms.place(item.region ?? item.country)}</strong>
          <span className={`${kit.note} ${kit.block} ${kit.cut}`}>
            <Swatch type={type} /> {terms.label('type', type)}
            {` · ${weapons}`}
          </span>
        </span>
        <span className={`${kit.end} ${kit.small}`}>
          {own ? t(`measure.${measure}.amount`, { count: amount, number: format.number.count(amount) }) : null}
          {harmed.map(([name, count]) =>
            (count ?? 0) > 0 ? (
              <strong key={name} className={`${kit.block} ${styles.harm}`} data-tone={name}>
                {format.number.count(count ?? 0)} {t(`measure.${name}.label`, { count: count ?? 0 })}
              </strong>
            ) : null,
          )}
          {own || harmed.some(([, count]) => (count ?? 0) > 0) ? null : (
            <span className={kit.quiet}>{t(killed === null || injured === null ? 'table.notReported' : 'drawer.nobody')}</span>
          )}
        </span>
        <ChevronRight className={kit.quiet} size={14} aria-hidden="true" />
      </Link>
    </li>
  );
}
