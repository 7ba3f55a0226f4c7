import type { TrendStep } from '@monitor/contract';
import type { Interval, Measure } from '@monitor/domain';
import { isFew, type NamedPart } from '@monitor/findings';
import { Area, Line, ReferenceDot, ReferenceLine } from 'recharts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { countTicks } from '../pictures/axis-ticks.ts';
import inks from '../styles/drawing.module.css';
import styles from './trend-chart.module.css';
import { amountOf, CoverageMarks, datesRoom, PartialDots, plain, StepLines, TrendFrame, WholeLine } from './trend-frame.tsx';
import { EndBlocks } from './trend-notes.tsx';

const height = 208;
/** Room for the names of lines behind their ends, in pixels. */
const labelRoom = 112;

/**
 * The line of a series; for months with its average and the range of earlier years; on the screen and in a file. Loaded apart from
 * the first screen.
 */
export default function TrendChart({
  steps,
  interval,
  measure,
  title,
  width,
  parts = [],
  since,
  incidentsOf,
}: {
  steps: readonly TrendStep[];
  /** Lines that are drawn side by side in place of the line of all. */
  parts?: readonly NamedPart[];
  interval: Interval;
  measure: Measure;
  title: string;
  /** In pixels. */
  width: number;
  /** First day of what the page is about, where the chart begins before it. */
  since?: string | undefined;
  /** What lists the incidents of a step. */
  incidentsOf?: (at: number) => string;
}) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const isSplit = parts.length > 1;
  const greatest = Math.max(
    0,
    ...parts.flatMap((part) => part.counts.map((count) => count ?? 0)),
    ...(isSplit ? [] : steps).map((step) =>
      Math.max(step.covered ? step.count : 0, step.all ?? 0, step.average ?? 0, step.range?.[1] ?? 0, step.yearBefore ?? 0),
    ),
  );
  const amounts = countTicks(greatest);
  const last = steps.findLast((step) => step.whole !== null);
  const few = isFew(steps);
  const top = steps.some((step) => step.changes.length > 0) ? 32 : 20;

  function endText({ start, count }: TrendStep): string {
    if (interval === 'day') return t('chart.trend.endDay', { count: number.count(count), step: date.dayAndMonth(start) });
    const step = interval === 'month' ? date.monthName(start) : date.step(start, interval);
    if (interval === 'week') return t('chart.trend.endWeek', { count: number.count(count), step });
    return t('chart.trend.end', { count: number.count(count), step });
  }

  return (
    <TrendFrame
      steps={steps}
      parts={parts.map(({ name, counts }) => ({ name, amounts: counts }))}
      interval={interval}
      measure={measure}
      amounts={amounts}
      title={title}
      width={width}
      height={height}
      top={top}
      right={isSplit ? labelRoom : 8}
      hasBars={few}
      incidentsOf={incidentsOf}
    >
      <Area {...plain} className={styles.range} dataKey="range" />
      <Line {...plain} className={styles.before} dataKey="yearBefore" />
      <Line {...plain} className={styles.average} dataKey="average" />
      {since === undefined ? null : <ReferenceLine className={styles.since} x={since} />}
      <CoverageMarks steps={steps} />
      {isSplit || few ? null : <WholeLine steps={steps} />}
      {isSplit ? null : <StepLines steps={steps} few={few} />}
      {few || isSplit ? null : <PartialDots steps={steps} />}
      {last === undefined || few || isSplit ? null : (
        <ReferenceDot className={styles.end} x={last.start} y={last.count} r={3.5} label={<EndLabel text={endText(last)} />} />
      )}
      {parts.map(({ value }, at) => (
        <Line key={value} {...plain} className={`${styles.part} ${partStyles[at % partStyles.length]}`} dataKey={amountOf(at)} />
      ))}
      {isSplit ? (
        <EndBlocks
          blocks={parts.map(({ value, name, counts }) => ({
            key: value,
            title: '',
            detail: name,
            value: counts.findLast((count) => count !== null) ?? 0,
            tone: 'ink',
          }))}
          left={width - labelRoom + 8}
          room={labelRoom - 10}
          placeOf={(value) => top + (1 - value / (amounts.at(-1) ?? 1)) * (height - top - datesRoom)}
          top={0}
          bottom={height}
        />
      ) : null}
    </TrendFrame>
  );
}

/** Weight and dashes of lines side by side. Their names tell them apart; colour would mean something else. */
const partStyles = [styles.first, styles.second, styles.third, styles.fourth, styles.fifth, styles.sixth];

/** The last whole count, above its point in the room that is kept free over all lines. */
function EndLabel({ text, viewBox }: { text: string | undefined; viewBox?: { x: number; width: number } }) {
  if (viewBox === undefined) return null;
  return (
    <text className={`${inks.strong} ${inks.tiny} ${inks.over}`} x={viewBox.x + viewBox.width} y={11} textAnchor="end">
      {text}
    </text>
  );
}
