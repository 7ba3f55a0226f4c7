import type { TrendStep } from '@monitor/contract';
import type { Interval, Measure } from '@monitor/domain';
import { isFew, type NamedPart } from '@monitor/findings';
import { Area, Bar, CartesianGrid, ComposedChart, Line, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { countTicks, timeTicks } from './axis-ticks.ts';
import { keepLayersOutOfTabOrder } from './chart-layers.ts';
import inks from '../styles/drawing.module.css';
import styles from './trend-chart.module.css';
import kit from '../styles/kit.module.css';
import { textLines } from './text-lines.ts';
import { placeLabels } from './place-labels.ts';
import { MarkLabel } from './trend-notes.tsx';
import { TrendTooltip } from './trend-tooltip.tsx';

const height = 176;
/** Room for the names of lines behind their ends, in pixels. */
const labelRoom = 112;
const axisRoom = 22;
const labelSize = { font: 11, line: 12.5 } as const;

/** Recharts gives its labels its own colour unless another is set. */
const tick = { fill: 'var(--ink2)' };

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
}) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const isSplit = parts.length > 1;
  const greatest = Math.max(
    0,
    ...parts.flatMap((part) => part.counts.map((count) => count ?? 0)),
    ...(isSplit ? [] : steps).map((step) =>
      Math.max(step.covered ? step.count : 0, step.average ?? 0, step.range?.[1] ?? 0, step.yearBefore ?? 0),
    ),
  );
  const counts = countTicks(greatest);
  const ticks = timeTicks(
    steps.map((step) => step.start),
    interval,
  );
  const tickText = (start: string) => {
    if (ticks.label === 'year') return date.year(start);
    if (ticks.label === 'day') return date.dayAndMonth(start);
    return start === ticks.starts[0] || start.slice(5, 7) === '01' ? date.shortMonth(start) : date.shortMonthName(start);
  };
  const last = steps.findLast((step) => step.whole !== null);
  const stretches = [...new Set(steps.filter((step) => step.covered).map((step) => step.stretch))];
  // A line between few events would suggest numbers that nobody counted.
  const few = !isSplit && isFew(steps);
  const lines = few || isSplit ? [] : stretches;
  const marks = steps.filter((step) => step.changes.length > 0);
  const top = marks.length === 0 ? 20 : 32;
  const endLabel = last === undefined ? undefined : endText(last);

  function endText({ start, count }: TrendStep): string {
    if (interval === 'day') return t('chart.trend.endDay', { count: number.count(count), step: date.dayAndMonth(start) });
    const step = interval === 'month' ? date.monthName(start) : date.step(start, interval);
    if (interval === 'week') return t('chart.trend.endWeek', { count: number.count(count), step });
    return t('chart.trend.end', { count: number.count(count), step });
  }

  return (
    <div ref={keepLayersOutOfTabOrder}>
      <ComposedChart
        className={`${kit.tiny} ${styles.chart}`}
        width={width}
        height={height}
        data={steps.map((step, index) => ({ ...step, parts: parts.map((part) => part.counts[index] ?? null) }))}
        margin={{ top, right: isSplit ? labelRoom : 8, bottom: 0, left: 0 }}
        title={title}
        desc={t('chart.trend.keys')}
      >
        <CartesianGrid vertical={false} />
        <XAxis
          dataKey="start"
          ticks={[...ticks.starts]}
          tickFormatter={tickText}
          interval="preserveStart"
          tickLine={false}
          height={axisRoom}
          tickMargin={6}
          tick={tick}
        />
        <YAxis
          tick={tick}
          ticks={counts}
          domain={[0, counts.at(-1) ?? 1]}
          tickFormatter={number.count}
          width={38}
          axisLine={false}
          tickLine={false}
        />
        <Tooltip
          content={<TrendTooltip interval={interval} measure={measure} names={parts.map(({ name }) => name)} />}
          isAnimationActive={false}
        />
        <Area
          className={styles.range}
          dataKey="range"
          type="linear"
          activeDot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
        <Line
          className={styles.before}
          dataKey="yearBefore"
          type="linear"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        <Line className={styles.average} dataKey="average" type="linear" dot={false} activeDot={false} isAnimationActive={false} />
        {since === undefined ? null : <ReferenceLine className={styles.since} x={since} />}
        {marks.map(({ start }, index) => (
          <ReferenceLine key={start} className={styles.mark} x={start} label={<MarkLabel number={index + 1} />} />
        ))}
        {/* Each stretch separately: a line across the start of a dataset would look like a rise. */}
        {few ? (
          <Bar
            className={styles.bars}
            dataKey={(step: TrendStep) => (step.covered ? step.count : null)}
            isAnimationActive={false}
          />
        ) : null}
        {lines.map((stretch) => (
          <Line
            key={`dashed ${stretch}`}
            className={styles.dashed}
            dataKey={(step: TrendStep) => (step.stretch === stretch ? step.dashed : null)}
            type="linear"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        {lines.map((stretch) => (
          <Line
            key={`line ${stretch}`}
            className={styles.line}
            dataKey={(step: TrendStep) => (step.stretch === stretch ? step.whole : null)}
            type="linear"
            dot={isAlone(steps, stretch)}
            activeDot={{ r: 3.5 }}
            isAnimationActive={false}
          />
        ))}
        {steps.map((step) =>
          step.partial && !few && !isSplit ? (
            <ReferenceDot key={step.start} className={styles.hollow} x={step.start} y={step.count} r={3.5} />
          ) : null,
        )}
        {last === undefined || few || isSplit ? null : (
          <ReferenceDot className={styles.end} x={last.start} y={last.count} r={3.5} label={<EndLabel text={endLabel} />} />
        )}
        {parts.map(({ value }, at) => (
          <Line
            key={value}
            className={`${styles.part} ${partStyles[at % partStyles.length]}`}
            dataKey={(row: { readonly parts: readonly (number | null)[] }) => row.parts[at] ?? null}
            type="linear"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        {isSplit ? <PartLabels parts={parts} left={width - labelRoom + 8} top={top} most={counts.at(-1) ?? 1} /> : null}
      </ComposedChart>
    </div>
  );
}

/** Weight and dashes of lines side by side. Their names tell them apart; colour would mean something else. */
const partStyles = [styles.first, styles.second, styles.third, styles.fourth, styles.fifth, styles.sixth];

/** The names of lines side by side, each at the end of its own. */
function PartLabels({ parts, left, top, most }: { parts: readonly NamedPart[]; left: number; top: number; most: number }) {
  const labels = parts.map(({ name, counts }) => {
    const lines = textLines(name, labelRoom - 10, labelSize.font);
    const last = counts.findLast((count) => count !== null) ?? 0;
    return { lines, at: top + (1 - last / most) * (height - top - axisRoom), height: lines.length * labelSize.line };
  });
  const middles = placeLabels(labels, 0, height);
  return labels.map(({ lines, height: tall }, at) => (
    <text key={parts[at]?.value} className={`${inks.ink} ${inks.tiny}`}>
      {lines.map((line, index) => (
        <tspan key={line} x={left} y={(middles[at] ?? 0) - tall / 2 + (index + 0.8) * labelSize.line}>
          {line}
        </tspan>
      ))}
    </text>
  ));
}

/** Whether a stretch has a single step, which does not make a line and so is drawn as a dot. */
function isAlone(steps: readonly TrendStep[], stretch: number): boolean {
  return steps.filter((step) => step.stretch === stretch && step.whole !== null).length === 1;
}

/** The last whole count, above its point in the room that is kept free over all lines. */
function EndLabel({ text, viewBox }: { text: string | undefined; viewBox?: { x: number; width: number } }) {
  if (viewBox === undefined) return null;
  return (
    <text className={`${inks.strong} ${inks.tiny} ${inks.over}`} x={viewBox.x + viewBox.width} y={11} textAnchor="end">
      {text}
    </text>
  );
}
