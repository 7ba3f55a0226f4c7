import type { DrawnPart, LineEnd, TrendsData, TrendStep } from '@monitor/contract';
import type { IsoDate, Measure } from '@monitor/domain';
import { isFew, unknownValue } from '@monitor/findings';
import { useId } from 'react';
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { countTicks, rateTicks, timeTicks } from './axis-ticks.ts';
import { keepLayersOutOfTabOrder } from './chart-layers.ts';
import { partEnds } from './part-ends.ts';
import { EndBlocks, type EndBlock, MarkLabel, NoteLabel } from './trend-notes.tsx';
import styles from './trend-chart.module.css';
import inks from '../styles/drawing.module.css';
import kit from '../styles/kit.module.css';
import { TrendTooltip } from './trend-tooltip.tsx';

/** One of several series that are drawn side by side or on top of each other. */
export interface ColouredPart extends DrawnPart {
  /** Where it has one of its own, such as an incident type: `var(--c-dispute)`. */
  readonly colour?: string | undefined;
}

export interface LongTrendChartProps extends Pick<
  TrendsData,
  'steps' | 'interval' | 'unit' | 'levels' | 'provisionalFrom' | 'ends' | 'peak'
> {
  readonly parts: readonly ColouredPart[];
  readonly show: 'total' | 'lines' | 'stacked';
  readonly measure: Measure;
  readonly title: string;
  /** In pixels. */
  readonly width: number;
}

const tick = { fill: 'var(--ink2)' };
const axisRoom = 24;

/** The long series of a page: usual range, average, level changes and what still fills up; or its parts. Loaded apart from the page. */
export default function LongTrendChart(props: LongTrendChartProps) {
  const { steps, parts, show, interval, measure, unit, title, levels, provisionalFrom, ends, peak, width } = props;
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const hatch = useId();
  const isNarrow = width < 620;
  const height = isNarrow ? 300 : 380;
  const endRoom = isNarrow ? 92 : 158;
  const isTotal = show === 'total';
  const top = isTotal && levels.length > 0 ? 20 + levels.length * 30 : 22;
  const most = greatestOf(props);
  const ticksOfAmount = unit === 'rate' ? rateTicks(most) : countTicks(most);
  const highest = ticksOfAmount.at(-1) ?? 1;
  const ticks = timeTicks(
    steps.map((step) => step.start),
    interval,
    isNarrow ? 6 : 14,
  );
  const tickText = (start: string) => {
    if (ticks.label === 'year') return isNarrow ? `’${start.slice(2, 4)}` : date.year(start);
    if (ticks.label === 'day') return date.dayAndMonth(start);
    return start === ticks.starts[0] || start.slice(5, 7) === '01' ? date.shortMonth(start) : date.shortMonthName(start);
  };
  const few = isTotal && unit === 'count' && isFew(steps);
  const stretches = isTotal && !few ? [...new Set(steps.filter((step) => step.covered).map((step) => step.stretch))] : [];
  const marks = steps.filter((step) => step.changes.length > 0);
  const last = steps.at(-1);
  const plot = height - top - axisRoom;
  const placeOf = (value: number) => top + (1 - value / highest) * plot;

  return (
    <div ref={keepLayersOutOfTabOrder}>
      <ComposedChart
        className={`${kit.tiny} ${styles.chart} ${styles.long}`}
        width={width}
        height={height}
        data={steps.map((step, index) => ({
          ...step,
          parts: parts.map((part) => (step.covered ? (part.amounts[index] ?? null) : null)),
        }))}
        margin={{ top, right: endRoom, bottom: 0, left: 0 }}
        title={title}
        desc={t('chart.trend.keys')}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className={inks.hatch} x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} />
        <XAxis
          dataKey="start"
          ticks={[...ticks.starts]}
          tickFormatter={tickText}
          interval="preserveStart"
          tickLine
          height={axisRoom}
          tickMargin={5}
          tick={tick}
        />
        <YAxis
          tick={tick}
          ticks={ticksOfAmount}
          domain={[0, highest]}
          tickFormatter={unit === 'rate' ? number.tick : number.count}
          width={38}
          axisLine={false}
          tickLine={false}
        />
        <Tooltip
          content={<TrendTooltip interval={interval} measure={measure} unit={unit} names={parts.map(({ name }) => name)} />}
          isAnimationActive={false}
        />
        {isTotal ? (
          <Area className={styles.range} dataKey="range" type="linear" activeDot={false} isAnimationActive={false} />
        ) : null}
        {provisionalFrom === undefined || last === undefined ? null : (
          <ReferenceArea x1={provisionalFrom} x2={last.start} fill={`url(#${hatch})`} fillOpacity={1} ifOverflow="visible" />
        )}
        {(isTotal ? levels : []).map(({ at, from, to }) => (
          <ReferenceArea key={at} className={styles.breakSpan} x1={from} x2={to} ifOverflow="visible" />
        ))}
        {marks.map(({ start }, index) => (
          <ReferenceLine key={start} className={styles.mark} x={start} label={<MarkLabel number={index + 1} at={top + plot} />} />
        ))}
        {few ? (
          <Bar
            className={styles.bars}
            dataKey={(step: TrendStep) => (step.covered ? step.count : null)}
            isAnimationActive={false}
          />
        ) : null}
        {stretches.map((stretch) => (
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
        {stretches.map((stretch) => (
          <Line
            key={`line ${stretch}`}
            className={styles.line}
            dataKey={(step: TrendStep) => (step.stretch === stretch ? step.whole : null)}
            type="linear"
            dot={steps.filter((step) => step.stretch === stretch && step.whole !== null).length === 1}
            activeDot={{ r: 3.5 }}
            isAnimationActive={false}
          />
        ))}
        {isTotal ? (
          <Line className={styles.halo} dataKey="average" type="linear" dot={false} activeDot={false} isAnimationActive={false} />
        ) : null}
        {isTotal ? (
          <Line className={styles.level} dataKey="average" type="linear" dot={false} activeDot={false} isAnimationActive={false} />
        ) : null}
        {show === 'stacked'
          ? parts.map((part, at) => (
              <Area
                key={part.value}
                className={`${styles.layer} ${toneOf(part, at)}`}
                {...(part.value === unknownValue && { fill: `url(#${hatch})` })}
                {...(part.colour !== undefined && { color: part.colour })}
                stackId="all"
                dataKey={(row: { readonly parts: readonly (number | null)[] }) => row.parts[at] ?? null}
                type="linear"
                activeDot={false}
                isAnimationActive={false}
              />
            ))
          : null}
        {show === 'lines'
          ? parts.map((part, at) => (
              <Line
                key={part.value}
                className={`${styles.part} ${toneOf(part, at)}`}
                {...(part.colour !== undefined && { color: part.colour })}
                dataKey={(row: { readonly parts: readonly (number | null)[] }) => row.parts[at] ?? null}
                type="linear"
                dot={false}
                activeDot={false}
                isAnimationActive={false}
              />
            ))
          : null}
        {(isTotal ? levels : []).map(({ at, title: said, detail }, index) => (
          <ReferenceLine
            key={at}
            className={styles.break}
            x={at}
            label={<NoteLabel title={said} detail={detail} at={index * 30} side={sideOf(at)} edge={isNarrow ? 0 : undefined} />}
          />
        ))}
        {steps.map((step) =>
          isTotal && step.partial && !few ? (
            <ReferenceDot key={step.start} className={styles.hollow} x={step.start} y={step.count} r={3.5} />
          ) : null,
        )}
        {peak === undefined || !isTotal || few || (isNarrow && levels.length > 0) ? null : (
          <ReferenceDot
            className={styles.peak}
            x={peak.start}
            y={peak.value}
            r={3.5}
            label={<NoteLabel title={peak.title} detail={peak.detail} at={placeOf(peak.value) - 22} side={sideOf(peak.start)} />}
          />
        )}
        <EndBlocks
          blocks={show === 'total' ? ends.map(blockOf) : partEnds(parts, show)}
          left={width - endRoom + 8}
          room={endRoom - 8}
          placeOf={placeOf}
          top={top}
          bottom={height}
        />
      </ComposedChart>
    </div>
  );

  /** On which side of a mark there is more room for its words. */
  function sideOf(start: IsoDate): 'left' | 'right' {
    const index = steps.findIndex((step) => step.start === start);
    return index > steps.length / 2 ? 'left' : 'right';
  }
}

function greatestOf({ steps, parts, show }: LongTrendChartProps): number {
  if (show === 'total')
    return Math.max(0, ...steps.map((step) => Math.max(step.covered ? step.count : 0, step.average ?? 0, step.range?.[1] ?? 0)));
  const ofStep = (index: number) => parts.map((part) => part.amounts[index] ?? 0);
  if (show === 'lines') return Math.max(0, ...steps.flatMap((_, index) => ofStep(index)));
  return Math.max(0, ...steps.map((_, index) => ofStep(index).reduce((sum, one) => sum + one, 0)));
}

const blockTones = { average: 'ink', last: 'count', partial: 'quiet' } as const;
const blockOf = (end: LineEnd): EndBlock => ({ ...end, tone: blockTones[end.key] });

/** The look of a part: one of those that tell lines and layers apart, but for its colour where it has one of its own. */
function toneOf({ colour, value }: ColouredPart, at: number): string {
  if (value === unknownValue) return styles.unknown ?? '';
  return colour === undefined ? (partTones[at % partTones.length] ?? '') : '';
}

const partTones = [styles.part0, styles.part1, styles.part2, styles.part3, styles.part4, kit.faint];
