import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBoundary } from '../controls/failure-boundary.tsx';
import type { Answers } from '../answers/use-answers.ts';
import { useSuicidesAmongKilled } from '../figures/use-suicides-among-killed.ts';
import styles from './chart-column.module.css';
import { chartsOf } from './chart-list.tsx';
import { ChartNotesContext } from './use-chart-notes.ts';

/** The charts beside the map. */
export function ChartColumn({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { datasets, datasetsShown, synthetic, measure } = answers;
  const interval = answers.series?.interval ?? 'month';
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
        {chartsOf(measure).map(({ name, title, Card }) => {
          const words = title(t, { measure, interval });
          return (
            <FailureBoundary key={name} what={words}>
              <Card title={words} answers={answers} />
            </FailureBoundary>
          );
        })}
      </section>
    </ChartNotesContext>
  );
}
