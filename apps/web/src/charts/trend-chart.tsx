import type { Interval } from '@monitor/domain';
import { useTranslation } from 'react-i18next';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceDot, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '../format/use-format.ts';
import { countTicks, timeTicks } from './axis-ticks.ts';
import styles from './trend-chart.module.css';
import type { TrendStep } from './trend-data.ts';
import { TrendTooltip } from './trend-tooltip.tsx';

const height = 176;

/** Recharts gives its labels a colour of their own unless told another. */
const tick = { fill: 'var(--ink2)' };

/** The line of a series; for months with its average and the range of earlier years. Loaded apart from the first screen. */
export default function TrendChart({ steps, interval, title }: { steps: readonly TrendStep[]; interval: Interval; title: string }) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const greatest = Math.max(...steps.map((step) => Math.max(step.count, step.average ?? 0, step.range?.[1] ?? 0)));
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
  const last = steps.findLast((step) => !step.partial);
  const endLabel = last === undefined ? undefined : endText(last);

  function endText({ start, count }: TrendStep): string {
    if (interval === 'day') return t('chart.trend.endDay', { count: number.count(count), step: date.dayAndMonth(start) });
    const step = interval === 'month' ? date.monthName(start) : date.step(start, interval);
    return t('chart.trend.end', { count: number.count(count), step });
  }

  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart className={styles.chart} data={[...steps]} margin={{ top: 14, right: 8, bottom: 0, left: 0 }} title={title}>
        <CartesianGrid vertical={false} />
        <XAxis
          dataKey="start"
          ticks={[...ticks.starts]}
          tickFormatter={tickText}
          interval="preserveStart"
          tickLine={false}
          height={22}
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
        <Tooltip content={<TrendTooltip interval={interval} />} isAnimationActive={false} />
        <Area
          className={styles.range}
          dataKey="range"
          type="linear"
          activeDot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
        <Line className={styles.average} dataKey="average" type="linear" dot={false} activeDot={false} isAnimationActive={false} />
        <Line className={styles.dashed} dataKey="dashed" type="linear" dot={false} activeDot={false} isAnimationActive={false} />
        <Line
          className={styles.line}
          dataKey="whole"
          type="linear"
          dot={steps.length === 1}
          activeDot={{ r: 3.5 }}
          isAnimationActive={false}
        />
        {steps.map((step) =>
          step.partial ? <ReferenceDot key={step.start} className={styles.hollow} x={step.start} y={step.count} r={3.5} /> : null,
        )}
        {last === undefined ? null : (
          <ReferenceDot
            className={styles.end}
            x={last.start}
            y={last.count}
            r={3.5}
            label={<EndLabel text={endLabel} below={labelBelow(steps, last, counts.at(-1) ?? 1)} />}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** Where the line comes down to its end, the free room is below; near the bottom and the top it is on the other side. */
function labelBelow(steps: readonly TrendStep[], last: TrendStep, top: number): boolean {
  const share = last.count / top;
  const before = steps.filter((step) => step.whole !== null).slice(-4, -1);
  const mean = before.reduce((sum, step) => sum + step.count, 0) / Math.max(1, before.length);
  return share > 0.85 || (share > 0.2 && mean > last.count);
}

/** The last whole count, beside its point: to its left, so that it stays inside the chart; below it where there is no room above. */
function EndLabel({
  text,
  below,
  viewBox,
}: {
  text: string | undefined;
  below: boolean;
  viewBox?: { x: number; y: number; width: number };
}) {
  if (viewBox === undefined) return null;
  return (
    <text className={styles.endLabel} x={viewBox.x + viewBox.width} y={viewBox.y + (below ? 24 : -7)} textAnchor="end">
      {text}
    </text>
  );
}
