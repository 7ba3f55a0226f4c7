import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { TrendStep } from './trend-data.ts';
import styles from './trend-legend.module.css';
import kit from '../styles/kit.module.css';
import { coverageNotes, trendLegend } from './trend-words.ts';

/** What the marks of the chart mean. */
export function TrendLegend({
  steps,
  isSplit,
  isLong = false,
}: {
  steps: readonly TrendStep[];
  isSplit: boolean;
  isLong?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <ul className={`${kit.wrap} ${kit.note} ${kit.top1} ${kit.keys} ${styles.legend}`} data-long={isLong || undefined}>
      {trendLegend(steps, isSplit, t).map(({ mark, label }) => (
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
  const notes = coverageNotes(steps, t, useFormat());
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
