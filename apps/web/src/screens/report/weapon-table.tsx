import { yearsEarlier } from '@monitor/domain';
import { amountOf, type Brief, hasYearBefore } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import { weaponRows } from './rows.ts';
import styles from './tables.module.css';

/** Weapons seized by class, now and a year before. */
export function WeaponTable({ brief, writing }: { brief: Brief; writing: Writing }) {
  const { t, format, terms } = writing;
  const { count } = format.number;
  const rows = weaponRows(brief);
  const sum = (of: 'now' | 'before') => rows.reduce((total, row) => total + row[of], 0);
  const isKnown = hasYearBefore(brief);
  const cells = ({ now, before }: { now: number; before: number }) => (
    <>
      <td className={styles.now}>{count(now)}</td>
      <td>{isKnown ? count(before) : '–'}</td>
      <td>{isKnown ? `${now > before ? '+' : ''}${count(now - before)}` : '–'}</td>
    </>
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('report.weapons.weapon')}</th>
          <th scope="col">{format.date.year(brief.period.from)}</th>
          <th scope="col">{format.date.year(yearsEarlier(brief.period, 1).from)}</th>
          <th scope="col">{t('report.weapons.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code} data-weapon={row.code} data-unknown={row.code === 'rest' || undefined}>
            <th scope="row">{row.code === 'rest' ? t('report.weapons.rest') : terms.label('weapon_class', row.code)}</th>
            {cells(row)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('report.weapons.all')}</th>
          {cells({ now: sum('now'), before: sum('before') })}
        </tr>
      </tfoot>
    </table>
  );
}

/** How the weapons were obtained, and the rounds beside them. */
export function weaponReading({ answers: { seizures } }: Brief, { t, format: { number } }: Writing): string {
  const of = (mode: 'seized' | 'found' | 'surrendered') => number.count(amountOf(seizures, 'mode', mode, 'weapons'));
  const rounds = seizures.totals.rounds ?? 0;
  return t('report.weapons.reading', {
    seized: of('seized'),
    found: of('found'),
    surrendered: of('surrendered'),
    rounds: t('measure.rounds.amount', { count: rounds, number: number.count(rounds) }),
  });
}
