import type { TrendStep, Unit } from '@monitor/contract';
import type { Interval, Measure } from '@monitor/domain';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  Tooltip,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
} from 'recharts';
import { useListIncidents } from '../filter/incidents-link.tsx';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { timeTicks } from '../pictures/axis-ticks.ts';
import kit from '../styles/kit.module.css';
import styles from './trend-chart.module.css';
import { MarkLabel, noteAt } from './trend-notes.tsx';
import { type NamedSeries, TrendTooltip } from './trend-tooltip.tsx';

/** Room for the dates under the plot, and for the numbers left of it, in pixels. */
export const datesRoom = 24;
export const amountsRoom = 38;

/** How far beside a point a press still means it, in pixels. */
const pointerReach = 5;

/** Where steps are narrower than a pointer is exact: of those within reach of one, that whose point is nearest to an amount. */
export function nearestPoint(steps: readonly Pick<TrendStep, 'count'>[], at: number, reach: number, amount: number): number {
  const from = Math.max(0, at - reach);
  const distances = steps.slice(from, at + reach + 1).map(({ count }) => Math.abs(count - amount));
  const least = Math.min(...distances);
  return distances[at - from] === least ? at : from + distances.indexOf(least);
}

/** Recharts gives its labels its own colour unless another is set. */
const tick = { fill: 'var(--ink2)' };

/** A line without dots, which does not move. */
export const plain = { type: 'linear', dot: false, activeDot: false, isAnimationActive: false } as const;

interface TrendFrameProps {
  readonly steps: readonly TrendStep[];
  /** Series beside or in place of that of all, an amount for each step. */
  readonly parts: readonly (NamedSeries & { readonly amounts: readonly (number | null)[] })[];
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
  /** Whether the series lie on top of each other. */
  readonly isStacked?: boolean;
  /** Whether each step has a bar, and so a room of its own. */
  readonly hasBars?: boolean;
  /** What lists the incidents of a step of a series, where they can be listed; without a series, of the step. */
  readonly incidentsOf?: ((at: number, part: number | undefined) => string | undefined) | undefined;
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
  isStacked = false,
  hasBars = false,
  incidentsOf,
  children,
}: TrendFrameProps) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const list = useListIncidents();
  const active = useRef<number>(undefined);
  // The series that is pointed at, or that the arrow keys have gone to.
  const [part, setPart] = useState<number>();
  const most = amounts.at(-1) ?? 1;

  /** The step and the series under the pointer: of lines the nearest one, of layers the one that it is in; of words what they name. */
  function pointedAt({ clientX, clientY, currentTarget }: MouseEvent) {
    const note = noteAt(currentTarget, clientX, clientY);
    if (note !== undefined) {
      const named = steps.findIndex(({ start }) => start === note.dataset.names);
      return named < 0 ? undefined : { at: named, part: undefined };
    }
    const { left, top: above } = currentTarget.getBoundingClientRect();
    const across = (clientX - left - amountsRoom) / (width - right - amountsRoom);
    const up = 1 - (clientY - above - top) / (height - top - datesRoom);
    if (across < -0.03 || across > 1.03 || up < -0.05 || up > 1.1) return undefined;
    const place = hasBars ? Math.floor(across * steps.length) : Math.round(across * (steps.length - 1));
    const nearest = Math.min(steps.length - 1, Math.max(0, place));
    const reach = parts.length > 0 || hasBars ? 0 : Math.floor((pointerReach * (steps.length - 1)) / (width - right - amountsRoom));
    const at = nearestPoint(steps, nearest, reach, up * most);
    let below = 0;
    const distances = parts.map((one) => {
      const amount = one.amounts[at] ?? (isStacked ? 0 : Infinity);
      if (!isStacked) return Math.abs(amount / most - up);
      below += amount;
      return below / most < up ? Infinity : 0;
    });
    const least = Math.min(...distances);
    return { at, part: least === Infinity ? undefined : distances.indexOf(least) };
  }

  const open = (at: number, of: number | undefined) => {
    const query = parts.length > 0 && of === undefined ? undefined : incidentsOf?.(at, of);
    if (query !== undefined) list(query);
  };
  const press = (event: KeyboardEvent) => {
    const at = active.current;
    if (incidentsOf === undefined || at === undefined || !['Enter', 'ArrowUp', 'ArrowDown'].includes(event.key)) return;
    // Recharts hides what it says of a step at this key.
    event.stopPropagation();
    event.preventDefault();
    const known = parts.flatMap((one, index) => (one.amounts[at] == null ? [] : index));
    const order = isStacked ? known : known.toSorted((one, other) => parts[one]!.amounts[at]! - parts[other]!.amounts[at]!);
    if (event.key === 'Enter') open(at, part ?? order.at(-1));
    else {
      const next = order.indexOf(part ?? -1) + (event.key === 'ArrowUp' ? 1 : -1);
      setPart(order[Math.min(order.length - 1, Math.max(0, next))]);
    }
  };
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
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the chart in it is what has the focus and a name
    <div
      ref={keepLayersOutOfTabOrder}
      className={incidentsOf && styles.pressable}
      {...(incidentsOf && {
        onPointerMove: (event) => setPart(pointedAt(event)?.part),
        onClick: (event) => {
          const found = pointedAt(event);
          if (found === undefined) return;
          open(found.at, found.part);
          // The chart is narrower now: what it says of the step under the pointer would stay at the place of another one.
          event.target.dispatchEvent(new MouseEvent('mouseout', { bubbles: true }));
        },
        onKeyDownCapture: press,
      })}
    >
      <ComposedChart
        className={`${kit.tiny} ${styles.chart} ${className}`}
        width={width}
        height={height}
        data={steps.map((step, index) => ({ ...step, parts: parts.map((one) => one.amounts[index] ?? null) }))}
        margin={{ top, right, bottom: 0, left: 0 }}
        title={title}
        desc={t(
          incidentsOf === undefined ? 'chart.trend.keys' : parts.length > 0 ? 'chart.trend.keysOfParts' : 'chart.trend.keysOfSteps',
        )}
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
          width={amountsRoom}
          axisLine={false}
          tickLine={false}
        />
        <Tooltip
          content={<TrendTooltip interval={interval} measure={measure} unit={unit} names={parts} part={part} />}
          isAnimationActive={false}
        />
        {children}
        <ActiveStep
          steps={steps}
          amounts={isStacked || part === undefined ? undefined : parts[part]?.amounts}
          onStep={(at) => {
            active.current = at;
          }}
        />
      </ComposedChart>
    </div>
  );
}

/** Tells which step is read, and rings the point of the series that a press would open. */
function ActiveStep({
  steps,
  amounts,
  onStep,
}: {
  readonly steps: readonly TrendStep[];
  readonly amounts: readonly (number | null)[] | undefined;
  readonly onStep: (at: number | undefined) => void;
}) {
  const label = useActiveTooltipLabel();
  const at = steps.findIndex(({ start }) => start === label);
  useEffect(() => onStep(at < 0 ? undefined : at));
  const amount = amounts?.[at];
  return amount == null ? null : <ReferenceDot className={styles.ring} x={String(label)} y={amount} r={6} />;
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

/** The line of all data, where that of what is there throughout leaves some out: as far as it differs. */
export function WholeLine({ steps }: { readonly steps: readonly TrendStep[] }) {
  if (steps.every(({ all }) => all === undefined)) return null;
  const amounts = new Map(
    steps.map(({ start, all, count, covered }, at) => {
      const isBeside = steps[at - 1]?.all !== undefined || steps[at + 1]?.all !== undefined;
      return [start, all ?? (isBeside && covered ? count : null)];
    }),
  );
  return <Line {...plain} className={styles.everything} dataKey={(step: TrendStep) => amounts.get(step.start) ?? null} />;
}

/** Steps that are not complete: hollow. */
export function PartialDots({ steps }: { readonly steps: readonly TrendStep[] }) {
  return steps
    .filter(({ partial }) => partial)
    .map(({ start, count }) => <ReferenceDot key={start} className={styles.hollow} x={start} y={count} r={3.5} />);
}

/** The amount of a part in a row of the chart's data. */
export const amountOf = (at: number) => (row: { readonly parts: readonly (number | null)[] }) => row.parts[at] ?? null;

/** The same of whole steps, and of those that are not complete with their neighbours, which are drawn dotted. */
export const wholeAmountOf = (at: number) => (row: PartRow) => (row.partial ? null : (row.parts[at] ?? null));
export const dottedAmountOf = (at: number) => (row: PartRow) => (row.dashed === null ? null : (row.parts[at] ?? null));
type PartRow = TrendStep & { readonly parts: readonly (number | null)[] };
