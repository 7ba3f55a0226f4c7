import type { OneSide } from '../../filter/use-answers.ts';
import { FailureBoundary } from '../../controls/failure-boundary.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChartNotes } from '../../sections/chart-notes.tsx';
import { ConcentrationCard } from './concentration-card.tsx';
import { NearRepeatCard } from './near-repeat-card.tsx';
import { PlaceHoursCard } from './place-hours-card.tsx';
import styles from './place-time.module.css';
import kit from '../../styles/kit.module.css';

/** The figures of place and time. They are calculated when this is first drawn. */
export default function PlaceTimeCards({ answers }: { answers: OneSide }) {
  const { t } = useTranslation();
  return (
    <ChartNotes answers={answers}>
      <div className={`${kit.stack} ${styles.cards}`}>
        <FailureBoundary what={t('placeTime.nearRepeat.title.plain')}>
          <NearRepeatCard />
        </FailureBoundary>
        <FailureBoundary what={t('placeTime.concentration.title.plain')}>
          <ConcentrationCard />
        </FailureBoundary>
        <FailureBoundary what={t('placeTime.hours.place')}>
          <PlaceHoursCard answers={answers} />
        </FailureBoundary>
      </div>
    </ChartNotes>
  );
}
