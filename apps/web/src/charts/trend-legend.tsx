import type { TrendMark, TrendStep } from '@monitor/contract';
import { coverageNotes } from '@monitor/findings';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './trend-legend.module.css';
import kit from '../styles/kit.module.css';

/** What the marks of the chart mean. */
export function TrendLegend({ marks, isLong = false }: { marks: readonly TrendMark[]; isLong?: boolean }) {
  return (
    <ul className={`${kit.wrap} ${kit.note} ${kit.top1} ${kit.keys} ${styles.legend}`} data-long={isLong || undefined}>
      {marks.map(({ mark, label }) => (
        <li key={mark} data-mark={mark}>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** Who begins or ends at each mark of the chart, by the marks' numbers. */
export function CoverageNotes({ steps }: { steps: readonly TrendStep[] }) {
  const { t } = useTranslation();
  const notes = coverageNotes(steps);
  if (notes.length === 0) return null;
  return (
    <ol className={`${kit.note} ${kit.top1} ${styles.changes}`} aria-label={t('chart.trend.coverage.label')}>
      {notes.map((note, index) => (
        <li key={note} data-number={index + 1}>
          {note}
        </li>
      ))}
    </ol>
  );
}
