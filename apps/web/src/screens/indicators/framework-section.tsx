import type { IndicatorsData } from '@monitor/contract';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import { Section } from '../../sections/section.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './indicators-page.module.css';
import kit from '../../styles/kit.module.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { joinedQuery } from '../../api/client.ts';
import { Explained } from '../../controls/explanation.tsx';

/** The indicators of one framework by year, and what it asks for that incidents cannot answer. */
export function FrameworkSection({ framework }: { framework: IndicatorsData['frameworks'][number] }) {
  const { t } = useTranslation();
  const { title, reading, years, indicators, unavailable } = framework;
  return (
    <Section title={title} reading={reading}>
      <ScrollArea label={t('indicators.table.caption', { framework: title })} className={kit.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('indicators.table.caption', { framework: title })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('indicators.table.name')}</th>
              {years.map(({ year, isComplete }) => (
                <th key={year} scope="col" className={styles.year}>
                  {year}
                  {isComplete ? null : (
                    <span className={`${kit.faint} ${kit.tiny} ${kit.block} ${kit.light}`}>{t('indicators.table.incomplete')}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          {indicators.map((indicator) => (
            <IndicatorGroup key={indicator.id} indicator={indicator} />
          ))}
        </table>
      </ScrollArea>
      <details className={`${kit.detail} ${kit.top3} ${styles.unavailable}`}>
        <summary>{t('indicators.unavailable')}</summary>
        <dl>
          {unavailable.map((one) => (
            <div key={one.title}>
              <dt>{one.title}</dt>
              <dd>{one.reason}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  );
}

type Indicator = IndicatorsData['frameworks'][number]['indicators'][number];
type Row = Indicator['rows'][number];

/** The rows of one indicator: all locations together, then each. */
function IndicatorGroup({ indicator }: { indicator: Indicator }) {
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
