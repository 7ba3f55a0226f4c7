import { siteFocus } from '@monitor/geography';
import { filterLine } from '@monitor/findings';
import { today } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Answers } from '../../filter/use-answers.ts';
import { queries } from '../../api/queries.ts';
import { wholeAddress } from '../../api/site.ts';
import { onPrint } from '../../controls/printing.ts';
import { useExplore, useSides } from '../../filter/use-explore.ts';
import { useFilterNames } from '../../filter/use-filter-names.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './printed.module.css';
import kit from '../../styles/kit.module.css';

/* What a printed page must say to be understood alone. On the screen, this is shown elsewhere. */

/** What was asked, in words. */
export function PrintedHead() {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const { b } = useSides();
  const wording = useFilterNames(filter);
  return (
    <header className={`${kit.paperOnly} ${kit.padBottom} ${styles.head}`}>
      <p className={kit.value}>{siteFocus().title}</p>
      <p className={kit.middling}>{t('chart.filter', { filter: filterLine(filter, wording) })}</p>
      {b === undefined ? null : <p className={kit.middling}>{t('compare.printed', { filter: filterLine(b.filter, wording) })}</p>}
    </header>
  );
}

/** What is left out, who owns the data, and where and when it was printed. */
export function PrintedFoot({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const { queryAfter } = useExplore();
  const { data: codebook } = useQuery(queries.codebook());
  const [day, setDay] = useState(today);
  useEffect(() => onPrint(() => flushSync(() => setDay(today()))), []);
  const total = answers.summary.outdated ? undefined : answers.summary.data?.totals.incidents;
  // Before its program runs, the page knows neither its address nor on which day it is printed.
  const address = wholeAddress(`/explore?${queryAfter((state) => state)}`);
  return (
    <div className={`${kit.paperOnly} ${kit.stackTight} ${kit.parted} ${kit.padTop} ${kit.quiet} ${kit.anywhere} ${kit.printed}`}>
      {total === undefined || total === 0 || address === '' ? null : (
        <p>{t('explore.printed.list', { count: total, number: number.count(total) })}</p>
      )}
      {answers.datasetsShown.map(({ slug, title, attribution, licence }) => (
        <p key={slug}>{t('chart.source', { title, attribution, licence })}</p>
      ))}
      <p>
        {codebook?.publisher === undefined ? null : t('chart.publisher', { publisher: codebook.publisher })}{' '}
        {address === '' ? null : t('explore.printed.from', { day: date.day(day), address })}
      </p>
    </div>
  );
}
