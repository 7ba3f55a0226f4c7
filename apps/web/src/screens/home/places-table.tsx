import type { Period } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SparkLine } from '../../charts/spark-line.tsx';
import { changeWords } from '../../figures/change-words.ts';
import { IntervalBar } from '../../figures/interval-bar.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { exploreQuery, placesQuery } from './links.ts';
import { orderedRows, type PlaceOrder, type PlaceRow } from './place-rows.ts';
import styles from './places-table.module.css';

interface PlacesTableProps {
  readonly rows: readonly PlaceRow[];
  /** All together, at the foot; undefined where there is one location only. */
  readonly whole: PlaceRow | undefined;
  /** Codes of those whose change stands out among all. */
  readonly standingOut: readonly string[];
  readonly period: Period;
  /** Year in which the small lines begin. */
  readonly since: string;
}

/** The locations side by side: rates with their intervals, and how they changed. */
export function PlacesTable({ rows, whole, standingOut, period, since }: PlacesTableProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [{ order, isRising }, sort] = useState<{ order: PlaceOrder; isRising: boolean }>({ order: 'rate', isRising: false });
  const shown = orderedRows(rows, order, isRising);
  const highest = Math.max(0, ...rows.map(({ rate }) => rate?.high ?? 0));
  const ticks = rateTicks(highest);
  const axis = [0, Math.max(highest, ticks.at(-1) ?? 1)] as const;
  const head = (name: PlaceOrder, label: ReactNode, className?: string) => (
    <th scope="col" className={className} aria-sort={order === name ? (isRising ? 'ascending' : 'descending') : 'none'}>
      <button type="button" onClick={() => sort({ order: name, isRising: order === name && !isRising })}>
        {label}
        <span aria-hidden="true">{order === name ? (isRising ? ' ▴' : ' ▾') : ''}</span>
      </button>
    </th>
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('home.places.location')}</th>
          {head('rate', t('home.places.rate'), styles.rateHead)}
          <th scope="col" className={styles.past}>
            {t('home.places.since', { year: since })}
          </th>
          {head('incidents', t('home.places.incidents'), styles.number)}
          {head('change', t('home.places.change'))}
          {head('killed', t('home.places.killed'), styles.number)}
          {head('seizures', t('home.places.seizures'), styles.number)}
        </tr>
      </thead>
      <tbody>
        {[...shown, ...(whole ? [whole] : [])].map((row) => (
          <Row
            key={row.code ?? 'all'}
            row={row}
            axis={axis}
            ticks={ticks}
            count={rows.length}
            query={placesQuery(period)}
            standsOut={standingOut.includes(row.code ?? '')}
          />
        ))}
      </tbody>
      <tfoot aria-hidden="true">
        <tr>
          <td>{'\u00a0'}</td>
          <td className={styles.rate}>
            <span className={styles.value} />
            <svg className={styles.interval} height={14}>
              {ticks.map((at) => (
                <text
                  key={at}
                  className={styles.tick}
                  x={`${(at / axis[1]) * 100}%`}
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
  );
}

interface RowProps {
  readonly row: PlaceRow;
  readonly axis: readonly [number, number];
  readonly ticks: readonly number[];
  readonly count: number;
  readonly standsOut: boolean;
  /** Of the page that the row leads to. */
  readonly query: string;
}

function Row({ row, axis, ticks, count, standsOut, query }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number } = format;
  const terms = useTerms();
  const { code, rate, past, change, filters } = row;
  const name = code === undefined ? t('home.places.all', { count }) : terms.place(code);
  const words = changeWords(change, 'incidents', t, format, terms.place);
  const isLast = code === undefined;
  return (
    <tr data-place={code ?? 'all'} data-whole={isLast || undefined}>
      <th scope="row">
        {code === undefined ? (
          <Link className={styles.place} to="/places" search={{ query }}>
            {name}
          </Link>
        ) : (
          <Link className={styles.place} to="/places/$place" params={{ place: code }} search={{ query }}>
            {name}
          </Link>
        )}
      </th>
      <td className={styles.rate}>
        <span className={styles.value}>{rate === undefined ? t('rateMap.none.few') : number.rate(rate.rate)}</span>
        <span className={styles.interval}>
          {rate === undefined ? null : (
            <IntervalBar
              value={rate.rate}
              low={rate.low}
              high={rate.high}
              axis={axis}
              mark="tick"
              ticks={ticks.map((at) => ({ at }))}
              label={t('rateMap.interval', { low: number.rate(rate.low), high: number.rate(rate.high) })}
            />
          )}
        </span>
      </td>
      <td className={styles.past}>
        <SparkLine values={past} label={pastWords(past)} />
      </td>
      <td className={styles.number} data-label={t('home.places.incidents')}>
        <Link to="/explore" search={{ query: exploreQuery(filters.violence) }}>
          {number.count(row.incidents)}
        </Link>
      </td>
      <td className={styles.change} data-clear={(isLast ? words.isClear : standsOut) || undefined}>
        {change.kind === 'change' ? (
          <>
            <span>{words.isClear ? number.signedPercent(change.difference) : t('home.places.unclear')}</span>{' '}
            <span className={styles.bounds}>
              {t('home.places.interval', { low: number.signedPercent(change.low), high: number.signedPercent(change.high) })}
            </span>
          </>
        ) : (
          words.verdict
        )}
      </td>
      <td className={styles.number} data-killed data-label={t('home.places.killed')}>
        <Link to="/explore" search={{ query: exploreQuery(filters.violence, 'killed') }}>
          {number.count(row.killed)}
        </Link>
      </td>
      <td className={styles.number} data-label={t('home.places.seizures')}>
        <Link to="/explore" search={{ query: exploreQuery(filters.seizures) }}>
          {number.count(row.seizures)}
        </Link>
      </td>
    </tr>
  );

  function pastWords(values: PlaceRow['past']): string {
    const known = values.filter((value) => value !== undefined);
    if (known.length === 0) return t('home.places.pastNone');
    return t('home.places.past', {
      first: number.rate(known[0] ?? 0),
      last: number.rate(known.at(-1) ?? 0),
      lowest: number.rate(Math.min(...known)),
      highest: number.rate(Math.max(...known)),
    });
  }
}

/** Round steps from 0 that a rate axis is marked with: three or four. */
export function rateTicks(highest: number): number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / 3.5;
  const scale = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * scale).find((one) => one >= rough) ?? rough;
  return Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => Number((index * step).toPrecision(3)));
}
