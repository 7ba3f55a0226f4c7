import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import styles from './week-card.module.css';
import type { WeekGrid } from './week-grid.ts';
import { hourText, spanText } from './week-words.ts';

/** Hours between two that are written above narrow columns. */
const labelled = 3;

/** Weekdays by hours as a table whose cells are coloured by their counts; sums at the right and, as bars, below. */
export function WeekHeat({ grid }: { grid: WeekGrid }) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const most = Math.max(...grid.spans.map((span) => span.total));
  return (
    <div className={styles.frame}>
      <table className={styles.table} data-digits={grid.digits} data-cells={grid.spans.length}>
        <caption className="visually-hidden">{t('chart.week.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('chart.week.weekday')}</span>
            </th>
            {grid.spans.map((span) => (
              <th key={span.from} scope="col">
                <span className="visually-hidden">{spanText(span, t)}</span>
                {span.from % labelled === 0 ? <span aria-hidden="true">{hourText(span.from)}</span> : null}
              </th>
            ))}
            <th scope="col" data-sum>
              {t('chart.week.all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {grid.weekdays.map(({ weekday, cells, total }) => (
            <tr key={weekday}>
              <th scope="row">
                <span className="visually-hidden">{date.weekday(weekday)}</span>
                <span aria-hidden="true">{date.shortWeekday(weekday)}</span>
              </th>
              {cells.map((cell) => (
                <td
                  key={cell.from}
                  data-strength={cell.strength}
                  title={t('chart.week.cell', {
                    weekday: date.weekday(weekday),
                    span: spanText(cell, t),
                    count: cell.incidents,
                    incidents: number.count(cell.incidents),
                  })}
                >
                  <span>{number.count(cell.incidents)}</span>
                </td>
              ))}
              <td data-sum>{number.count(total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('chart.week.all')}</th>
            {grid.spans.map((span) => (
              <td
                key={span.from}
                title={t('chart.week.column', {
                  span: spanText(span, t),
                  count: span.total,
                  incidents: number.count(span.total),
                })}
              >
                <i style={{ blockSize: `${most === 0 ? 0 : (span.total / most) * 100}%` }} />
                <span className="visually-hidden">{number.count(span.total)}</span>
              </td>
            ))}
            <td data-sum>{number.count(grid.weekdays.reduce((sum, { total }) => sum + total, 0))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
