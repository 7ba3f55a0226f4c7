import { chartsOf } from '@monitor/findings';
import type { Ref } from 'react';
import type { Answers } from '../filter/use-answers.ts';
import { FailureBoundary } from '../controls/failure-boundary.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import styles from './chart-column.module.css';
import { charts } from './chart-list.tsx';
import { ChartNotes } from '../sections/chart-notes.tsx';

/** The charts beside the map. */
export function ChartColumn({ answers, ref }: { answers: Answers; ref?: Ref<HTMLElement> }) {
  const { t } = useTranslation();
  const { measure, kind } = answers;
  const interval = answers.page?.trend?.interval ?? 'month';
  const shown = chartsOf(measure);
  return (
    <ChartNotes answers={answers}>
      <section
        ref={ref}
        className={`${kit.ringInside} ${kit.divided} ${kit.scrollDown} ${kit.card} ${styles.column}`}
        aria-label={t('chart.all')}
      >
        {charts
          .filter(({ name }) => shown.includes(name))
          .map(({ name, title, Card }) => {
            const words = title(t, { measure, interval, kind });
            return (
              <FailureBoundary key={name} what={words}>
                <Card title={words} answers={answers} />
              </FailureBoundary>
            );
          })}
      </section>
    </ChartNotes>
  );
}
