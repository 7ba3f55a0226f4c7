import { type IsoDate, nextIntervalStart } from '@monitor/domain';
import { periodText } from '@monitor/findings';
import { useQueryClient } from '@tanstack/react-query';
import { memo, useCallback, useMemo } from 'react';
import { siteOfPage } from '../../api/site.ts';
import { isWellConnected } from '../../controls/connection.ts';
import type { Answers } from '../../filter/use-answers.ts';
import { inBrowser } from '../../controls/in-browser.ts';
import { setPeriod } from '../../filter/filter-actions.ts';
import { ExploreContext, useExplore, useSides } from '../../filter/use-explore.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { BrushHandles } from './brush-handles.tsx';
import { type BrushWindow, periodOf, shownWindow } from './brush-window.ts';
import styles from './brush.module.css';
import inks from '../../styles/drawing.module.css';
import kit from '../../styles/kit.module.css';
import { PlayButton } from './play-button.tsx';
import { usePeriodGesture } from './use-period-gesture.ts';

/**
 * All months of the data as bars, with a window over the filter's period that can be dragged, typed and played.
 * @param onMoving called when a person begins to move the window and when it rests
 */
export function Brush({ answers, onMoving }: { answers: Answers; onMoving: (moving: boolean) => void }) {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const { date } = useFormat();
  const { from, counts = [] } = answers.page?.months ?? {};
  const months = useMemo(() => monthsFrom(from, counts.length), [from, counts.length]);
  const prepare = usePreparedFigures(months, answers);
  const gesture = usePeriodGesture(months, answers.coverage, answers.summary.fetching, 'a', onMoving);
  const window = gesture.preview ?? shownWindow(filter, months);
  const { b } = useSides();
  const client = useQueryClient();
  // A hand that comes near will most likely move the window.
  const prepareDrag = () => {
    if (siteOfPage() === undefined && isWellConnected())
      void import('../../api/keep-numbers.ts').then(({ keepNumbers }) => keepNumbers(client), nothing);
  };
  const near = { onPointerEnter: prepareDrag, onFocus: prepareDrag };
  const isApart = b !== undefined && (b.filter.from !== filter.from || b.filter.to !== filter.to);
  return (
    <section className={`${kit.stackWide} ${kit.screenOnly} ${kit.ruled} ${styles.brush}`} aria-label={t('brush.label')} {...near}>
      <PlayButton window={window} count={months.length} gesture={gesture} prepare={prepare} />
      <div
        className={`${kit.relative} ${styles.axis}`}
        data-compared={isApart || undefined}
        data-outdated={answers.summary.outdated || undefined}
      >
        {/* Places are given by style attributes, which no page may bring along that is sent by the server. */}
        {counts.length === 0 || !inBrowser ? null : (
          <>
            <div className={`${kit.note} ${kit.relative} ${styles.years}`} aria-hidden="true">
              {yearMarks(months).map(({ start, at, wide }) => (
                <span
                  key={start}
                  className={`${kit.nowrap} ${kit.absolute} ${styles.year}`}
                  data-wide={wide || undefined}
                  style={{ insetInlineStart: `${at * 100}%` }}
                >
                  {date.year(start)}
                </span>
              ))}
            </div>
            <BrushBars counts={counts} window={window} other={isApart ? shownWindow(b.filter, months) : undefined} />
            <BrushHandles window={window} months={months} gesture={gesture} side={isApart ? 'a' : undefined} />
            {isApart ? (
              <ExploreContext value={b}>
                <OtherWindow answers={answers} months={months} onMoving={onMoving} />
              </ExploreContext>
            ) : null}
          </>
        )}
      </div>
      <p className="visually-hidden">{periodText(filter, { t, date }) ?? t('period.all')}</p>
    </section>
  );
}

/** Without its program, the server goes on answering. */
function nothing(): void {}

/** First days of months. @param from the first; undefined before it is known */
function monthsFrom(from: IsoDate | undefined, count: number): readonly IsoDate[] {
  const months: IsoDate[] = [];
  for (let start = from; start !== undefined && months.length < count; start = nextIntervalStart(start, 'month'))
    months.push(start);
  return months;
}

/** The window of what is compared with, where it has another period. Inside the context of that side. */
function OtherWindow({
  answers,
  months,
  onMoving,
}: {
  answers: Answers;
  months: readonly IsoDate[];
  onMoving: (moving: boolean) => void;
}) {
  const { filter } = useExplore();
  const gesture = usePeriodGesture(months, answers.coverage, answers.against?.summary.fetching ?? false, 'b', onMoving);
  return <BrushHandles window={gesture.preview ?? shownWindow(filter, months)} months={months} gesture={gesture} side="b" />;
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

/** Fetches the figures of a window in advance, so that they are there when the window moves there. Rejects if they are unavailable. */
function usePreparedFigures(
  months: readonly IsoDate[],
  { coverage, requestOf }: Pick<Answers, 'coverage' | 'requestOf'>,
): (window: BrushWindow) => Promise<unknown> {
  const client = useQueryClient();
  const { stateAfter } = useExplore();
  return useCallback(
    (window) => client.ensureQueryData(requestOf(stateAfter(setPeriod(periodOf(window, months, coverage))))),
    [client, stateAfter, months, coverage, requestOf],
  );
}

const height = 40;

/** The months as bars; those within the window in the ink of data. */
function BrushBars({
  counts,
  window,
  other,
}: {
  counts: readonly number[];
  window: BrushWindow;
  /** The window of what is compared with. */
  other: BrushWindow | undefined;
}) {
  const width = counts.length;
  return (
    <svg className={`${kit.fill} ${styles.bars}`} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <Bars className={inks.other} counts={counts} />
      {/* The same bars again, cut to the window: dragging moves the cut and redraws nothing. */}
      <clipPath id="brush-window">
        <rect x={window.start} y="0" width={Math.max(0, window.end - window.start)} height={height} />
      </clipPath>
      {other === undefined ? null : (
        <>
          <clipPath id="brush-other">
            <rect x={other.start} y="0" width={Math.max(0, other.end - other.start)} height={height} />
          </clipPath>
          <g clipPath="url(#brush-other)">
            <Bars className={inks.faint} counts={counts} />
          </g>
        </>
      )}
      <rect
        className={`${inks.own} ${styles.tint}`}
        x={window.start}
        y="0"
        width={Math.max(0, window.end - window.start)}
        height={height}
      />
      <g clipPath="url(#brush-window)">
        <Bars className={inks.own} counts={counts} />
      </g>
    </svg>
  );
}

const Bars = memo(({ counts, className }: { counts: readonly number[]; className: string | undefined }) => {
  const most = Math.max(1, ...counts);
  const path = counts
    .map((count, index) => {
      const tall = (count / most) * (height - 2);
      return count === 0 ? '' : `M${index + 0.1} ${height}v${-Math.max(1, tall)}h0.8v${Math.max(1, tall)}z`;
    })
    .join('');
  return <path className={className} d={path} />;
});
