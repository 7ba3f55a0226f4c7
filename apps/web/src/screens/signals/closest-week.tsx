import type { SignalList } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { SignalCard } from '../../charts/signal-card.tsx';
import { Section } from '../../controls/section.tsx';
import { useSeriesOf, useSignalWording } from '../../figures/use-signals.ts';

/** The most unusual series of the latest week, for when none is a signal. */
export function ClosestWeek({ list }: { list: SignalList }) {
  const { t, number, date } = useSignalWording();
  const seriesOf = useSeriesOf(list);
  const { closest } = list;
  const series = closest === null ? undefined : seriesOf.get(closest.series);
  if (closest === null || series?.lines === undefined) return null;
  const title = t('signals.closest.title', { week: date.step(closest.from, 'week') });
  return (
    <Section title={title}>
      <SignalCard
        counted={closest}
        series={series}
        list={list}
        reading={title}
        words={
          <Link to="/explore" search={{ query: closest.query }}>
            {t('signals.records', { count: closest.incidents, number: number.count(closest.incidents) })}
          </Link>
        }
      />
    </Section>
  );
}
