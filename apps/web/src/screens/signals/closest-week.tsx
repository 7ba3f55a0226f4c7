import type { SignalsData } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { SignalCard } from '../../charts/signal-card.tsx';
import { Section } from '../../controls/section.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

type Found = NonNullable<SignalsData['found']>;

/** The most unusual series of the latest week, for when none is a signal. */
export function ClosestWeek({
  closest: { title, week },
  weeks,
}: {
  closest: NonNullable<Found['closest']>;
  weeks: Found['weeks'];
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <Section title={title}>
      <SignalCard
        week={week}
        weeks={weeks}
        reading={title}
        words={
          <Link to="/explore" search={{ query: week.query }}>
            {t('signals.records', { count: week.incidents, number: number.count(week.incidents) })}
          </Link>
        }
      />
    </Section>
  );
}
