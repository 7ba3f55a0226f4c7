import type { Summary } from '@monitor/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../answers/use-answers.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { useWording } from '../../filter/use-wording.ts';
import { periodText } from '../../filter/constraints.ts';
import { useFormat } from '../../format/use-format.ts';
import { usePreparedFigures } from './use-prepared-figures.ts';
import { BrushBars } from './brush-bars.tsx';
import { BrushHandles } from './brush-handles.tsx';
import { shownWindow } from './brush-window.ts';
import styles from './brush.module.css';
import { PlayButton } from './play-button.tsx';
import { usePeriodGesture } from './use-period-gesture.ts';

const noPoints: Summary['series']['points'] = [];

/** All months of the data as bars, with a window over the filter's period that can be dragged, typed and played. */
export function Brush({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const { date } = useFormat();
  const wording = useWording();
  const points = answers.timeline.data?.series.points ?? noPoints;
  const months = useMemo(() => points.map((point) => point.start), [points]);
  const prepare = usePreparedFigures(months, answers);
  const gesture = usePeriodGesture(months, answers.coverage, answers.summary.fetching);
  const window = gesture.preview ?? shownWindow(filter, months);
  return (
    <section className={styles.brush} aria-label={t('brush.label')}>
      <PlayButton window={window} count={months.length} gesture={gesture} prepare={prepare} />
      <div className={styles.axis} data-outdated={answers.timeline.outdated || undefined}>
        {points.length === 0 ? null : (
          <>
            <div className={styles.years} aria-hidden="true">
              {yearMarks(months).map(({ start, at, wide }) => (
                <span
                  key={start}
                  className={styles.year}
                  data-wide={wide || undefined}
                  style={{ insetInlineStart: `${at * 100}%` }}
                >
                  {date.year(start)}
                </span>
              ))}
            </div>
            <BrushBars counts={points.map((point) => point.incidents)} window={window} />
            <BrushHandles window={window} months={months} gesture={gesture} />
          </>
        )}
      </div>
      <p className="visually-hidden">{periodText(filter, wording) ?? t('period.all')}</p>
    </section>
  );
}

interface YearMark {
  readonly start: string;
  /** Share of the axis' length, from its start. */
  readonly at: number;
  /** Shown on wide screens only: of many years, a narrow screen has room for every third. */
  readonly wide: boolean;
}

/** Where years start; of more than fifteen only every second, of more than thirty every fifth. */
function yearMarks(months: readonly string[]): YearMark[] {
  const marks = months
    .map((start, index) => ({ start, at: index / months.length }))
    .filter(({ start, at }) => start.endsWith('-01-01') || at === 0);
  const every = marks.length > 30 ? 5 : marks.length > 15 ? 2 : 1;
  const kept = marks.filter((_, index) => index % every === 0);
  const roomy = kept.length <= 5 ? 1 : 3;
  return kept.map((mark, index) => ({ ...mark, wide: index % roomy !== 0 }));
}
