import type { SignalList } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../../controls/section.tsx';
import { SignalChart } from '../../figures/signal-chart.tsx';
import { lastWeekOf, signalTitle } from '../../figures/signal-words.ts';
import { useSeriesOf, useSignalWording } from '../../figures/use-signals.ts';
import styles from './signals-page.module.css';

/** The most unusual series of the latest week, for when none is a signal. */
export function ClosestWeek({ list }: { list: SignalList }) {
  const wording = useSignalWording();
  const { t, date } = wording;
  const seriesOf = useSeriesOf(list);
  const { closest } = list;
  const series = closest === null ? undefined : seriesOf.get(closest.series);
  if (closest === null || series?.lines === undefined) return null;
  return (
    <Section title={t('signals.closest.title', { week: date.step(closest.from, 'week') })}>
      <SignalChart weeks={series.lines} at={list.weeks.indexOf(lastWeekOf(closest))} start={list.weeks[0] ?? closest.from} />
      <p className={styles.text}>
        <Link to="/explore" search={{ query: closest.query }}>
          {signalTitle(series, closest, wording)}
        </Link>
        .
      </p>
    </Section>
  );
}
