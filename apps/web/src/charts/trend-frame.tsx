import type { TrendStep, Unit } from '@monitor/contract';
import type { Interval, Measure } from '@monitor/domain';
import type { ReactNode } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceDot, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { timeTicks } from '../pictures/axis-ticks.ts';
import kit from '../styles/kit.module.css';
import styles from './trend-chart.module.css';
import { MarkLabel } from './trend-notes.tsx';
import { TrendTooltip } from './trend-tooltip.tsx';

/** Room for the dates under the plot, in pixels. */
export const datesRoom = 24;

/** Recharts gives its labels its own colour unless another is set. */
const tick = { fill: 'var(--ink2)' };

/** A line without dots, which does not move. */
export const plain = { type: 'linear', dot: false, activeDot: false, isAnimationActive: false } as const;

interface TrendFrameProps {
  readonly steps: readonly TrendStep[];
  /** Series beside or in place of that of all, an amount for each step. */
  readonly parts: readonly { readonly name: string; readonly amounts: readonly (number | null)[] }[];
  readonly interval: Interval;
  readonly measure: Measure;
  readonly unit?: Unit;
  /** Ticks of the axis of amounts, and how many dates fit at most. */
  readonly amounts: readonly number[];
  readonly mostDates?: number;
  /** Whether years are written in two digits. */
  readonly isShort?: boolean;
  readonly title: string;
  readonly className?: string | undefined;
  readonly width: number;
  readonly height: number;
  /** Room above the plot and to its right. */
  readonly top: number;
  readonly right: number;
  readonly children: ReactNode;
}

/** A chart of time: its axes, what it tells of a step, and in it what is drawn. */
export function TrendFrame({
  steps,
  parts,
  interval,
  measure,
  unit = 'count',
  amounts,
  mostDates,
  isShort = false,
  title,
  className = '',
  width,
  height,
  top,
  right,
  children,
}: TrendFrameProps) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const ticks = timeTicks(
    steps.map((step) => step.start),
    interval,
    mostDates,
  );
  const tickText = (start: string) => {
    if (ticks.label === 'year') return isShort ? `’${start.slice(2, 4)}` : date.year(start);
    if (ticks.label === 'day') return date.dayAndMonth(start);
    return start === ticks.starts[0] || start.slice(5, 7) === '01' ? date.shortMonth(start) : date.shortMonthName(start);
  };
  return (
    <div ref={keepLayersOutOfTabOrder}>
      <ComposedChart
        className={`${kit.tiny} ${styles.chart} ${className}`}
        width={width}
        height={height}
        data={steps.map((step, index) => ({ ...step, parts: parts.map((part) => part.amounts[index] ?? null) }))}
        margin={{ top, right, bottom: 0, left: 0 }}
        title={title}
        desc={t('chart.trend.keys')}
      >
        <CartesianGrid vertical={false} />
        <XAxis
          dataKey="start"
          ticks={[...ticks.starts]}
          tickFormatter={tickText}
          interval="preserveStart"
          height={datesRoom}
          tickMargin={5}
          tick={tick}
        />
        <YAxis
          tick={tick}
          ticks={[...amounts]}
          domain={[0, amounts.at(-1) ?? 1]}
          tickFormatter={unit === 'rate' ? number.tick : number.count}
          width={38}
          axisLine={false}
          tickLine={false}
        />
        <Tooltip
          content={<TrendTooltip interval={interval} measure={measure} unit={unit} names={parts.map(({ name }) => name)} />}
          isAnimationActive={false}
        />
        {children}
      </ComposedChart>
    </div>
  );
}

/**
 * Takes the layers of a Recharts chart out of the way of the Tab key, and those that it adds later. React listens for focus on each of
 * them, and Chromium lets the keyboard stop at every SVG element that somebody listens on so, which here has no name and does nothing.
 */
function keepLayersOutOfTabOrder(around: Element | null): (() => void) | undefined {
  if (around === null) return undefined;
  const keepOut = () => {
    for (const layer of around.querySelectorAll('g[class*="recharts-zIndex-layer"]:not([tabindex])')) {
      layer.setAttribute('tabindex', '-1');
    }
  };
  keepOut();
  const observer = new MutationObserver(keepOut);
  observer.observe(around, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** Where datasets begin and end, by number. @param at pixels from the top, above the plot if left out */
export function CoverageMarks({ steps, at }: { readonly steps: readonly TrendStep[]; readonly at?: number }) {
  return steps
    .filter(({ changes }) => changes.length > 0)
    .map(({ start }, index) => (
      <ReferenceLine
        key={start}
        className={styles.mark}
        x={start}
        label={<MarkLabel number={index + 1} {...(at !== undefined && { at })} />}
      />
    ));
}

/**
 * The line of all: each stretch separately, since a line across the start of a dataset would look like a rise.
 * @param few draws bars: a line between few events would suggest numbers that nobody counted
 */
export function StepLines({ steps, few }: { readonly steps: readonly TrendStep[]; readonly few: boolean }) {
  if (few) {
    return (
      <Bar className={styles.bars} dataKey={(step: TrendStep) => (step.covered ? step.count : null)} isAnimationActive={false} />
    );
  }
  const stretches = [...new Set(steps.filter((step) => step.covered).map((step) => step.stretch))];
  return (
    <>
      {stretches.map((stretch) => (
        <Line
          key={`dashed ${stretch}`}
          {...plain}
          className={styles.dashed}
          dataKey={(step: TrendStep) => (step.stretch === stretch ? step.dashed : null)}
        />
      ))}
      {stretches.map((stretch) => (
        <Line
          key={`line ${stretch}`}
          {...plain}
          className={styles.line}
          dataKey={(step: TrendStep) => (step.stretch === stretch ? step.whole : null)}
          // A single step does not make a line.
          dot={steps.filter((step) => step.stretch === stretch && step.whole !== null).length === 1}
          activeDot={{ r: 3.5 }}
        />
      ))}
    </>
  );
}

/** Steps that are not complete: hollow. */
export function PartialDots({ steps }: { readonly steps: readonly TrendStep[] }) {
  return steps
    .filter(({ partial }) => partial)
    .map(({ start, count }) => <ReferenceDot key={start} className={styles.hollow} x={start} y={count} r={3.5} />);
}

/** The amount of a part in a row of the chart's data. */
export const amountOf = (at: number) => (row: { readonly parts: readonly (number | null)[] }) => row.parts[at] ?? null;
