import type { BriefData } from '@monitor/contract';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './tables.module.css';
import inks from '../../styles/drawing.module.css';

const bar = { width: 72, height: 15 } as const;

/** Incidents by type now and a year before, with the people killed and injured. */
export function TypeTable({ data: { period, yearBefore, types } }: { data: BriefData }) {
  const { t } = useTranslation();
  const { label, number, date } = useVoice();
  const { rows, all } = types;
  const most = Math.max(1, ...rows.map(({ now, before }) => Math.max(now, before ?? 0)));
  const before = (count: number | null) => (count === null ? '–' : number.count(count));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t('report.types.type')}
          </th>
          <th scope="col">{date.year(period.from)}</th>
          <th scope="col">{date.year(yearBefore.from)}</th>
          <th scope="col">{t('report.types.killed')}</th>
          <th scope="col">{t('report.types.injured')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code} data-type={row.code}>
            <th scope="row">{row.code === 'rest' ? t('report.types.rest') : label('type', row.code)}</th>
            <td className={styles.bars}>
              <PairOfBars row={row} most={most} />
            </td>
            <td className={styles.now}>{number.count(row.now)}</td>
            <td>{before(row.before)}</td>
            <td className={row.killed > 0 ? styles.killed : undefined}>{number.count(row.killed)}</td>
            <td>{number.count(row.injured)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('report.types.all')}
          </th>
          <td>{number.count(all.now)}</td>
          <td>{before(all.before)}</td>
          <td>{number.count(all.killed)}</td>
          <td>{number.count(all.injured)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Now filled, the year before outlined. */
function PairOfBars({ row, most }: { row: BriefData['types']['rows'][number]; most: number }) {
  const { width, height } = bar;
  const lengthOf = (count: number) => Math.round((count / most) * (width - 1) * 10) / 10;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <rect className={inks.own} y={1} width={lengthOf(row.now)} height={7} />
      {row.before === null ? null : <rect className={styles.outlined} x={0.5} y={9.5} width={lengthOf(row.before)} height={4.5} />}
    </svg>
  );
}
