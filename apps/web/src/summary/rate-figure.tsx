import { population } from '@monitor/geography';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../explore/use-answers.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import styles from './key-figures.module.css';
import { type PopulationRate, populationRate } from './population-rate.ts';

/** Incidents per 100,000 people and year, with the source and year of its population; or why there is none. */
export function RateFigure({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { filter } = useExplore();
  const { summary, datasets } = answers;
  const { data } = summary;
  const rate =
    data === undefined || datasets === undefined
      ? undefined
      : populationRate(
          { filter, period: data.period, datasets, findPopulation: population },
          data.facets.country ?? [],
          'incidents',
        );
  return (
    <div className={styles.figure} data-figure="rate">
      <dt className={styles.label}>{t('summary.rate.label')}</dt>
      <dd className={styles.value}>{rate?.kind === 'rate' ? number.rate(rate.rate) : '–'}</dd>
      <dd className={styles.change}>{rate === undefined ? '\u00a0' : <RateSource rate={rate} />}</dd>
    </div>
  );
}

function RateSource({ rate }: { rate: PopulationRate }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { number } = useFormat();
  if (rate.kind !== 'rate')
    return <span title={t(`summary.rate.none.${rate.kind}.long`)}>{t(`summary.rate.none.${rate.kind}.short`)}</span>;
  const { source, firstYear, lastYear, leftOut } = rate;
  const years = firstYear === lastYear ? String(lastYear) : `${firstYear}–${lastYear}`;
  const long = t('summary.rate.sourceLong', { source, years });
  if (leftOut.length === 0) return <span title={long}>{t('summary.rate.source', { source: shortSource(source), years })}</span>;
  const names = leftOut.map(({ code, events }) => `${terms.place(code)} (${number.count(events)})`).join(', ');
  const events = number.count(leftOut.reduce((sum, one) => sum + one.events, 0));
  const rest = { source: shortSource(source), years };
  return (
    <span title={`${long} ${t('summary.rate.leftOutLong', { names })}`}>
      {leftOut.length === 1
        ? t('summary.rate.leftOutOne', { names, ...rest })
        : t('summary.rate.leftOutMany', { count: leftOut.length, events, ...rest })}
    </span>
  );
}

/** The name of the source before its series code: "World Bank". */
function shortSource(source: string): string {
  return source.split(/[,(]| [A-Z]{2}\.|: /)[0]?.trim() ?? source;
}
