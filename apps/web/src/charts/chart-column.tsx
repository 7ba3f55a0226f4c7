import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBoundary } from '../controls/failure-boundary.tsx';
import type { Answers } from '../answers/use-answers.ts';
import { useSuicidesAmongKilled } from '../figures/use-suicides-among-killed.ts';
import styles from './chart-column.module.css';
import { FacetCard } from './facet-card.tsx';
import { LocationCard } from './location-card.tsx';
import { TrendCard } from './trend-card.tsx';
import { ChartNotesContext } from './use-chart-notes.ts';

const WeekCard = lazy(() => import('./week-card.tsx'));

/** The charts beside the map. */
export function ChartColumn({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { datasets, datasetsShown, synthetic } = answers;
  const together = useSuicidesAmongKilled(datasetsShown);
  const notes = useMemo(
    () =>
      // Without its sources no chart is given away.
      datasets === undefined
        ? undefined
        : [
            `* ${t('notice.kosovo')}`,
            ...(synthetic === 'none' ? [] : [t(synthetic === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')]),
            ...(together === undefined ? [] : [together]),
            ...datasetsShown.map(({ title, attribution, licence }) => t('chart.source', { title, attribution, licence })),
          ],
    [t, datasets, datasetsShown, synthetic, together],
  );
  return (
    <ChartNotesContext value={notes}>
      <section className={styles.column} aria-label={t('chart.all')}>
        <TrendCard answers={answers} />
        <FacetCard dimension="type" answers={answers} />
        <LocationCard answers={answers} />
        <FacetCard dimension="weapon" answers={answers} />
        <FacetCard dimension="outcome" answers={answers} />
        <FailureBoundary what={t('chart.week.title')}>
          <Suspense>
            <WeekCard answers={answers} />
          </Suspense>
        </FailureBoundary>
      </section>
    </ChartNotesContext>
  );
}
