import { chartsOf } from '@monitor/findings';
import { memo, type Ref } from 'react';
import type { Answers } from '../filter/use-answers.ts';
import { FailureBoundary } from '../controls/failure-boundary.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import styles from './chart-column.module.css';
import { charts } from './chart-list.tsx';
import { inTurn } from '../filter/in-turn.tsx';
import { ChartNotes } from '../sections/chart-notes.tsx';

const drawnInTurn = charts.map(({ Card, ...chart }) => ({ ...chart, Card: inTurn(Card, true) }));

/** The charts beside the map. @param outdated whether figures beside them are of a newer answer */
export function ChartColumn({ answers, outdated = false, ref }: { answers: Answers; outdated?: boolean; ref?: Ref<HTMLElement> }) {
  const { t } = useTranslation();
  return (
    <section
      ref={ref}
      className={`${kit.ringInside} ${kit.divided} ${kit.scrollDown} ${kit.card} ${styles.column}`}
      aria-label={t('chart.all')}
      data-outdated={outdated || undefined}
    >
      <Charts answers={answers} />
    </section>
  );
}

const Charts = memo(({ answers }: { answers: Answers }) => {
  const { t } = useTranslation();
  const { measure, kind } = answers;
  const interval = answers.page?.trend?.interval ?? 'month';
  const shown = chartsOf(measure);
  return (
    <ChartNotes answers={answers}>
      {drawnInTurn
        .filter(({ name }) => shown.includes(name))
        .map(({ name, title, Card }) => {
          const words = title(t, { measure, interval, kind });
          return (
            <FailureBoundary key={name} what={words}>
              <Card title={words} answers={answers} />
            </FailureBoundary>
          );
        })}
    </ChartNotes>
  );
});
