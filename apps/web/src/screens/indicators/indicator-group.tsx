import type { IndicatorsData } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { joinedQuery } from '../../api/client.ts';
import { Explained } from '../../controls/explanation.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './indicators-page.module.css';
import kit from '../../styles/kit.module.css';

type Indicator = IndicatorsData['frameworks'][number]['indicators'][number];
type Row = Indicator['rows'][number];

/** The rows of one indicator: all locations together, then each. */
export function IndicatorGroup({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation();
  const { title, definition, rows } = indicator;
  const name = <Explained text={title} explanation={definition} label={t('indicators.about', { title })} />;
  return (
    <tbody>
      {rows.map((row, index) => (
        <IndicatorRow key={row.place ?? 'all'} indicator={indicator} row={row} heading={index === 0 ? name : undefined} />
      ))}
    </tbody>
  );
}

interface RowProps {
  readonly indicator: Indicator;
  readonly row: Row;
  /** The name of the indicator, in its first row. */
  readonly heading: ReactNode;
}

function IndicatorRow({ indicator: { title, measure }, row: { name: place, verdict, cells }, heading }: RowProps) {
  const { t } = useTranslation();
  const shown = measure === 'incidents' ? '' : `measure=${measure}`;
  return (
    <tr className={heading === undefined ? styles.place : styles.first}>
      <th scope="row">
        <span className={styles.name}>{heading ?? place}</span>
        {verdict === undefined ? null : <Verdict {...verdict} />}
      </th>
      {cells.map(({ year, isComplete, value, text, detail, query }) => {
        const name = t('indicators.cell', { title, place, year, value: [text, detail].join(' ').trim() });
        return (
          <td key={year} data-incomplete={!isComplete || undefined} data-empty={value === null || undefined}>
            {query === undefined ? (
              text
            ) : (
              <Link to="/explore" search={{ query: joinedQuery(query, shown) }} aria-label={name}>
                {text}
              </Link>
            )}
            {detail === undefined ? null : <span className={`${kit.faint} ${kit.tiny} ${kit.block} ${kit.light}`}>{detail}</span>}
          </td>
        );
      })}
    </tr>
  );
}

function Verdict({ text, isClear, rest, unknown }: NonNullable<Row['verdict']>) {
  return (
    <span className={`${kit.note} ${kit.block} ${styles.verdict}`}>
      {isClear ? <strong>{text}</strong> : text} {rest}
      {unknown === undefined ? null : ` · ${unknown}`}
    </span>
  );
}
