import type { BriefData } from '@monitor/contract';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './tables.module.css';

/** Weapons seized by class, now and a year before. */
export function WeaponTable({ data: { period, yearBefore, weapons } }: { data: BriefData }) {
  const { t } = useTranslation();
  const { label, number, date } = useVoice();
  const { count } = number;
  const cells = ({ now, before }: BriefData['weapons']['all']) => (
    <>
      <td className={styles.now}>{count(now)}</td>
      <td>{before === null ? '–' : count(before)}</td>
      <td>{before === null ? '–' : `${now > before ? '+' : ''}${count(now - before)}`}</td>
    </>
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('report.weapons.weapon')}</th>
          <th scope="col">{date.year(period.from)}</th>
          <th scope="col">{date.year(yearBefore.from)}</th>
          <th scope="col">{t('report.weapons.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {weapons.rows.map((row) => (
          <tr key={row.code} data-weapon={row.code} data-unknown={row.code === 'rest' || undefined}>
            <th scope="row">{row.code === 'rest' ? t('report.weapons.rest') : label('weapon_class', row.code)}</th>
            {cells(row)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('report.weapons.all')}</th>
          {cells(weapons.all)}
        </tr>
      </tfoot>
    </table>
  );
}
