import { wholeOf } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fewEvents } from '../../charts/interval-plot.tsx';
import { SparkLine } from '../../charts/spark-line.tsx';
import { changeWords } from '../../figures/change-words.ts';
import { IntervalBar } from '../../figures/interval-bar.tsx';
import { noRateText } from '../../figures/rate-words.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { exploreQuery } from './explore-query.ts';
import { changesStandingOut, type IndexOrder, type IndexRow, sortedRows } from './index-rows.ts';
import styles from './index-table.module.css';
import type { AboutName } from './place-words.ts';
import { rateAxis } from './rate-axis.ts';

interface IndexTableProps {
  readonly caption: string;
  readonly rows: readonly IndexRow[];
  readonly name: AboutName;
  /** The query string of the pages of places. */
  readonly query: string;
  /** Rows at first; all of them where left out. */
  readonly length?: number;
}

/** Places side by side, sorted by any of their figures; a row leads to the page of its place. */
export function IndexTable({ caption, rows, name, query, length }: IndexTableProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [{ order, rising }, sort] = useState<{ order: IndexOrder; rising: boolean }>({ order: 'rate', rising: false });
  const [whole, setWhole] = useState(false);
  const sorted = sortedRows(rows, order, rising);
  const shown = length === undefined || whole ? sorted : sorted.slice(0, length);
  const hasPast = rows.some(({ past }) => past !== undefined);
  const hasSeizures = rows.some(({ seizures }) => seizures !== undefined);
  const axis = rateAxis(rows.flatMap(({ rate }) => rate ?? []));
  const standingOut = changesStandingOut(rows);
  const head = (own: IndexOrder, label: ReactNode, className?: string) => (
    <th scope="col" className={className} aria-sort={order === own ? (rising ? 'ascending' : 'descending') : 'none'}>
      <button type="button" onClick={() => sort({ order: own, rising: order === own && !rising })}>
        {label}
        <span aria-hidden="true">{order === own ? (rising ? ' ▴' : ' ▾') : ''}</span>
      </button>
    </th>
  );
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('places.list.place')}</th>
            {head('rate', t('places.list.rate'), styles.rate)}
            {hasPast ? <th scope="col">{t('places.list.past')}</th> : null}
            {head('incidents', t(`places.row.${name}.name`), styles.number)}
            {head('change', t('places.list.change'))}
            {head('killed', t('places.settlements.killed'), styles.number)}
            {hasSeizures ? head('seizures', t('places.row.seizures.name'), styles.number) : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row
              key={row.code}
              row={row}
              query={query}
              name={name}
              axis={axis}
              standsOut={standingOut.has(row.code)}
              hasPast={hasPast}
              hasSeizures={hasSeizures}
            />
          ))}
        </tbody>
        <tfoot aria-hidden="true">
          <tr>
            <td>{'\u00a0'}</td>
            <td className={styles.rate}>
              <span className={styles.value} />
              <svg className={styles.interval} height={14}>
                {axis.ticks.map((at) => (
                  <text
                    key={at}
                    className={styles.tick}
                    x={`${(at / axis.end) * 100}%`}
                    y={11}
                    textAnchor={at === 0 ? 'start' : 'middle'}
                  >
                    {number.count(at)}
                  </text>
                ))}
              </svg>
            </td>
            <td>{'\u00a0'}</td>
          </tr>
        </tfoot>
      </table>
      {length === undefined || rows.length <= length ? null : (
        <button type="button" className={styles.more} onClick={() => setWhole(!whole)}>
          {whole ? t('filter.fewer') : t('places.list.all', { count: rows.length, number: number.count(rows.length) })}
        </button>
      )}
    </>
  );
}

interface RowProps {
  readonly row: IndexRow;
  readonly name: AboutName;
  readonly axis: ReturnType<typeof rateAxis>;
  readonly hasPast: boolean;
  readonly hasSeizures: boolean;
  readonly query: string;
  readonly standsOut: boolean;
}

function Row({ row, name, axis, standsOut, hasPast, hasSeizures, query }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number } = format;
  const terms = useTerms();
  const { code, rate, why, past, change, incidents } = row;
  const words = changeWords(change, 'incidents', t, format, terms.place);
  const country = wholeOf('region', code);
  return (
    <tr data-place={code}>
      <th scope="row">
        <Link className={styles.place} to="/places/$place" params={{ place: code }} search={{ query }}>
          {terms.place(code)}
        </Link>
        {country === code ? null : <small className={styles.whole}>{terms.place(country)}</small>}
      </th>
      <td className={styles.rate} data-few={incidents < fewEvents || undefined}>
        {rate === undefined ? (
          <span className={styles.why}>{why === undefined ? '–' : noRateText(why, t)}</span>
        ) : (
          <>
            <span className={styles.value}>{number.rate(rate.rate)}</span>
            <span className={styles.interval}>
              <IntervalBar
                value={rate.rate}
                low={rate.low}
                high={rate.high}
                axis={[0, axis.end]}
                mark="tick"
                ticks={axis.ticks.map((at) => ({ at }))}
                label={t('places.list.interval', { low: number.rate(rate.low), high: number.rate(rate.high) })}
              />
            </span>
          </>
        )}
      </td>
      {hasPast ? (
        <td className={styles.past}>{past === undefined ? null : <SparkLine values={past} label={pastText(past)} />}</td>
      ) : null}
      <td className={styles.number} data-label={t(`places.row.${name}.many`)}>
        <Link to="/explore" search={{ query: exploreQuery(row.filter) }}>
          {number.count(incidents)}
        </Link>
      </td>
      <td className={styles.change} data-clear={standsOut || undefined}>
        <span>{words.verdict}</span>
        {words.before === undefined ? null : `: ${words.before}`}
      </td>
      <td className={styles.number} data-killed data-label={t('places.list.killed')}>
        <Link to="/explore" search={{ query: exploreQuery(row.filter, 'killed') }}>
          {number.count(row.killed)}
        </Link>
      </td>
      {hasSeizures ? (
        <td className={styles.number} data-label={t('places.row.seizures.many')}>
          {row.seizures === undefined || row.seizureFilter === undefined ? null : (
            <Link to="/explore" search={{ query: exploreQuery(row.seizureFilter) }}>
              {number.count(row.seizures)}
            </Link>
          )}
        </td>
      ) : null}
    </tr>
  );

  function pastText(rates: readonly (number | undefined)[]): string {
    const known = rates.filter((one) => one !== undefined);
    return t('places.list.pastText', { rates: known.map((one) => number.rate(one)).join(', ') });
  }
}
