import { reportedCell } from '../format/reported.ts';
import type { SaidPlace } from '@monitor/contract';
import { type CountedKind, type Reported, wholeOf } from '@monitor/domain';
import { countedKey, fewForRate } from '@monitor/findings';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { IntervalBar } from '../pictures/interval-bar.tsx';
import { exploreAddress } from '../filter/explore-query.ts';
import { IncidentsLink } from '../filter/incidents-link.tsx';
import { breakNotes } from './break-notes.ts';
import { killedIn, type PlaceOrder, sortedPlaces } from './place-order.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import buttons from '../controls/button.module.css';
import styles from './places-table.module.css';
import inks from '../styles/drawing.module.css';
import kit from '../styles/kit.module.css';
import { rateTicks } from '../pictures/axis-ticks.ts';
import { SparkLine } from '../pictures/spark-line.tsx';

interface PlacesTableProps {
  readonly caption: string;
  /** All of them together, without a code, stay at the foot. */
  readonly rows: readonly SaidPlace[];
  readonly name: CountedKind;
  /** The query string of the pages of places. */
  readonly query: string;
  /** Rows at first; all of them if left out. */
  readonly length?: number;
}

/** Places side by side, sorted by any of their figures; a row leads to the page of its place. */
export function PlacesTable({ caption, rows: all, name, query, length }: PlacesTableProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { place } = useTerms();
  const [{ order, rising }, sort] = useState<{ order: PlaceOrder; rising: boolean }>({ order: 'rate', rising: false });
  const [isLong, setIsLong] = useState(false);
  const rows = all.filter(({ code }) => code !== undefined);
  const whole = all.filter(({ code }) => code === undefined);
  const sorted = sortedPlaces(rows, order, rising);
  const shown = length === undefined || isLong ? sorted : sorted.slice(0, length);
  const hasPast = rows.some(({ past }) => past !== undefined);
  const hasSeizures = rows.some(({ seizures }) => seizures !== undefined);
  const axis = rateAxis(shown.flatMap(({ rate }) => rate ?? []));
  const head = (own: PlaceOrder, label: ReactNode, className?: string) => (
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
            {head('incidents', t(countedKey(name, 'incidents', 'name')), styles.number)}
            {head('change', t('places.list.change'))}
            {head('killed', t('places.settlements.killed'), styles.number)}
            {hasSeizures ? head('seizures', t(countedKey('weapon_seizure', 'incidents', 'name')), styles.number) : null}
          </tr>
        </thead>
        <tbody>
          {[...shown, ...whole].map((row) => (
            <Row
              key={row.code ?? 'all'}
              count={rows.length}
              row={row}
              query={query}
              name={name}
              axis={axis}
              hasPast={hasPast}
              hasSeizures={hasSeizures}
            />
          ))}
        </tbody>
        {shown.some(({ rate }) => rate) ? (
          <tfoot aria-hidden="true">
            <tr>
              <td>{'\u00a0'}</td>
              <td className={styles.rate}>
                <span className={`${kit.strong} ${styles.value}`} />
                <svg className={styles.interval} height={14}>
                  {axis.ticks.map((at) => (
                    <text
                      key={at}
                      className={inks.label}
                      x={`${(at / axis.end) * 100}%`}
                      y={11}
                      textAnchor={at === 0 ? 'start' : 'middle'}
                    >
                      {number.tick(at)}
                    </text>
                  ))}
                </svg>
              </td>
              <td>{'\u00a0'}</td>
            </tr>
          </tfoot>
        ) : null}
      </table>
      {shown.some(({ incidents = 0, rate }) => rate && incidents < fewForRate) ? (
        <p className={kit.note}>{t('places.list.few', { least: fewForRate })}</p>
      ) : null}
      {breakNotes(
        shown.map(({ code = '', breaks }) => ({ name: place(code), breaks })),
        t,
      ).map((note) => (
        <p key={note} className={kit.note}>
          {note}
        </p>
      ))}
      {length === undefined || rows.length <= length ? null : (
        <button type="button" className={`${buttons.link} ${kit.top2}`} onClick={() => setIsLong(!isLong)}>
          {isLong ? t('filter.fewer') : t('places.list.all', { count: rows.length, number: number.count(rows.length) })}
        </button>
      )}
    </>
  );
}

interface RowProps {
  readonly row: SaidPlace;
  /** How many places there are. */
  readonly count: number;
  readonly name: CountedKind;
  readonly axis: ReturnType<typeof rateAxis>;
  readonly hasPast: boolean;
  readonly hasSeizures: boolean;
  readonly query: string;
}

function Row({ row, count, name, axis, hasPast, hasSeizures, query }: RowProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { code, rate, why, past, breaks = [], change, incidents, query: own } = row;
  return (
    <tr data-place={code ?? 'all'} data-whole={code === undefined || undefined}>
      <th scope="row">
        <PlaceLink code={code} count={count} query={query} />
      </th>
      <td className={styles.rate} data-few={(incidents ?? 0) < fewForRate || undefined}>
        {rate === undefined ? (
          <span className={kit.note}>{why ?? '–'}</span>
        ) : (
          <>
            <span className={`${kit.strong} ${styles.value}`}>{number.rate(rate.rate)}</span>
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
        <td className={styles.past}>
          {past === undefined ? null : (
            <SparkLine
              values={past}
              breaks={breaks.map(({ at }) => at)}
              label={[`${pastText(past)}.`, ...breaks.map(({ note }) => note)].join(' ')}
            />
          )}
        </td>
      ) : null}
      <td className={styles.number} data-label={t(countedKey(name, 'incidents', 'many'))}>
        {linked(incidents, own)}
      </td>
      <td className={`${kit.quiet} ${styles.change}`} data-clear={row.standsOut || undefined}>
        <span>{change.verdict}</span>
        {change.before === undefined ? null : `: ${change.before}`}
      </td>
      <td className={styles.number} data-killed data-label={t('places.list.killed')}>
        <Linked amount={killedIn(row)} query={exploreAddress(own, 'killed')} />
      </td>
      {hasSeizures ? (
        <td className={styles.number} data-label={t('places.list.seizures')}>
          {row.seizureQuery === undefined ? null : linked(row.seizures, row.seizureQuery)}
        </td>
      ) : null}
    </tr>
  );

  function linked(counted: number | undefined, incidentsOf: string) {
    if (counted === undefined) return '–';
    return <IncidentsLink query={exploreAddress(incidentsOf)}>{number.count(counted)}</IncidentsLink>;
  }

  function pastText(rates: readonly (number | null)[]): string {
    const known = rates.filter((one) => one !== null);
    return t('places.list.pastText', {
      first: number.rate(known[0] ?? 0),
      last: number.rate(known.at(-1) ?? 0),
      lowest: number.rate(Math.min(...known)),
      highest: number.rate(Math.max(...known)),
    });
  }
}

/** A number of people that leads to their incidents, or that it is not reported. */
function Linked({ amount, query }: { amount: Reported | undefined; query: string }) {
  const { t } = useTranslation();
  const { text, value, title } = reportedCell(amount, useFormat(), t);
  if (value === null) return amount === undefined ? text : <span className={kit.note}>{text}</span>;
  return (
    <span title={title}>
      <IncidentsLink query={query}>{text}</IncidentsLink>
      {title === undefined ? null : <span className="visually-hidden"> ({title})</span>}
    </span>
  );
}

/** The name of a place, which leads to its page; of all together, to all places. */
function PlaceLink({ code, count, query }: { code: string | undefined; count: number; query: string }) {
  const { t } = useTranslation();
  const terms = useTerms();
  if (code === undefined)
    return (
      <Link className={`${kit.strong} ${kit.ink} ${styles.place}`} to="/places" search={{ query }}>
        {t('places.list.whole', { count })}
      </Link>
    );
  const country = wholeOf('region', code);
  return (
    <>
      <Link className={`${kit.strong} ${kit.ink} ${styles.place}`} to="/places/$place" params={{ place: code }} search={{ query }}>
        {terms.place(code)}
      </Link>
      {country === code ? null : <small className={`${kit.note} ${kit.block}`}>{terms.place(country)}</small>}
    </>
  );
}

/** How many times the highest rate an interval may stretch the axis: that of a very small place would press the others together. */
const mostStretch = 1.4;

/** The axis of several rates, from 0. */
export function rateAxis(rates: readonly { readonly rate: number; readonly high: number }[]): {
  readonly ticks: readonly number[];
  readonly end: number;
} {
  const highest = Math.max(0, ...rates.map(({ rate }) => rate));
  const reach = Math.max(0, ...rates.map(({ high }) => high));
  const end = Math.min(reach, mostStretch * highest) || 1;
  return { ticks: rateTicks(end).filter((tick) => tick <= end), end };
}
