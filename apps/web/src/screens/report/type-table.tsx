import { yearsEarlier } from '@monitor/domain';
import { type Brief, hasYearBefore } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import { type TypeRow, typeRows } from './rows.ts';
import styles from './tables.module.css';
import inks from '../../styles/drawing.module.css';

const bar = { width: 72, height: 15 } as const;

/** Incidents by type now and a year before, with the people killed and injured. */
export function TypeTable({ brief, writing }: { brief: Brief; writing: Writing }) {
  const { t, format } = writing;
  const rows = typeRows(brief);
  const most = Math.max(1, ...rows.map(({ now, before }) => Math.max(now, before)));
  const sum = (of: 'now' | 'before' | 'killed' | 'injured') => rows.reduce((total, row) => total + row[of], 0);
  const earlier = yearsEarlier(brief.period, 1);
  const before = (count: number) => (hasYearBefore(brief) ? format.number.count(count) : '–');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t('report.types.type')}
          </th>
          <th scope="col">{format.date.year(brief.period.from)}</th>
          <th scope="col">{format.date.year(earlier.from)}</th>
          <th scope="col">{t('report.types.killed')}</th>
          <th scope="col">{t('report.types.injured')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code} data-type={row.code}>
            <th scope="row">{row.code === 'rest' ? t('report.types.rest') : writing.terms.label('type', row.code)}</th>
            <td className={styles.bars}>
              <PairOfBars row={row} most={most} />
            </td>
            <td className={styles.now}>{format.number.count(row.now)}</td>
            <td>{before(row.before)}</td>
            <td className={row.killed > 0 ? styles.killed : undefined}>{format.number.count(row.killed)}</td>
            <td>{format.number.count(row.injured)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('report.types.all')}
          </th>
          <td>{format.number.count(sum('now'))}</td>
          <td>{before(sum('before'))}</td>
          <td>{format.number.count(sum('killed'))}</td>
          <td>{format.number.count(sum('injured'))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Now filled, the year before outlined. */
function PairOfBars({ row, most }: { row: TypeRow; most: number }) {
  const { width, height } = bar;
  const lengthOf = (count: number) => Math.round((count / most) * (width - 1) * 10) / 10;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <rect className={inks.own} y={1} width={lengthOf(row.now)} height={7} />
      <rect className={styles.outlined} x={0.5} y={9.5} width={lengthOf(row.before)} height={4.5} />
    </svg>
  );
}

/** Which type has most incidents. */
export function typeReading(brief: Brief, { t, format, terms }: Writing): string {
  const [first] = typeRows(brief);
  const { incidents } = brief.answers.now.totals;
  if (first === undefined || first.code === 'rest' || first.now === 0) return t('report.types.none');
  return t('report.types.reading', {
    type: terms.label('type', first.code),
    number: format.number.count(first.now),
    share: format.number.share(first.now / incidents),
  });
}
