import type { DrawnPart, LineEnd, TrendsData } from '@monitor/contract';
import type { IsoDate, Measure } from '@monitor/domain';
import { isFew, unknownValue } from '@monitor/findings';
import { useId } from 'react';
import { Area, Line, ReferenceArea, ReferenceDot, ReferenceLine } from 'recharts';
import { countTicks, rateTicks } from '../pictures/axis-ticks.ts';
import { Hatch } from '../pictures/picture-frame.tsx';
import kit from '../styles/kit.module.css';
import styles from './trend-chart.module.css';
import { amountOf, CoverageMarks, datesRoom, PartialDots, plain, StepLines, TrendFrame } from './trend-frame.tsx';
import { EndBlocks, type EndBlock, NoteLabel } from './trend-notes.tsx';

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

/** The long series of a page: usual range, average, level changes and what still fills up; or its parts. Loaded apart from the page. */
export default function LongTrendChart(props: LongTrendChartProps) {
  const { steps, parts, show, interval, measure, unit, title, levels, provisionalFrom, ends, peak, width } = props;
  const hatch = useId();
  const isNarrow = width < 620;
  const height = isNarrow ? 300 : 380;
  const endRoom = isNarrow ? 92 : 158;
  const isTotal = show === 'total';
  const top = isTotal && levels.length > 0 ? 20 + levels.length * 30 : 22;
  const amounts = (unit === 'rate' ? rateTicks : countTicks)(greatestOf(props));
  const few = isTotal && unit === 'count' && isFew(steps);
  const last = steps.at(-1);
  const plot = height - top - datesRoom;
  const placeOf = (value: number) => top + (1 - value / (amounts.at(-1) ?? 1)) * plot;

  return (
    <TrendFrame
      steps={steps}
      parts={parts.map(({ name, amounts: ofPart }) => ({
        name,
        amounts: ofPart.map((amount, index) => (steps[index]?.covered ? amount : null)),
      }))}
      interval={interval}
      measure={measure}
      unit={unit}
      amounts={amounts}
      mostDates={isNarrow ? 6 : 14}
      isShort={isNarrow}
      title={title}
      className={styles.long}
      width={width}
      height={height}
      top={top}
      right={endRoom}
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      {isTotal ? <Area {...plain} className={styles.range} dataKey="range" /> : null}
      {provisionalFrom === undefined || last === undefined ? null : (
        <ReferenceArea x1={provisionalFrom} x2={last.start} fill={`url(#${hatch})`} fillOpacity={1} ifOverflow="visible" />
      )}
      {(isTotal ? levels : []).map(({ at, from, to }) => (
        <ReferenceArea key={at} className={styles.breakSpan} x1={from} x2={to} ifOverflow="visible" />
      ))}
      <CoverageMarks steps={steps} at={top + plot} />
      {isTotal ? (
        <>
          <StepLines steps={steps} few={few} />
          <Line {...plain} className={styles.halo} dataKey="average" />
          <Line {...plain} className={styles.level} dataKey="average" />
        </>
      ) : null}
      {isTotal
        ? null
        : parts.map((part, at) => {
            const look = {
              ...plain,
              ...(part.colour !== undefined && { color: part.colour }),
              dataKey: amountOf(at),
            };
            return show === 'lines' ? (
              <Line key={part.value} {...look} className={`${styles.part} ${toneOf(part, at)}`} />
            ) : (
              <Area
                key={part.value}
                {...look}
                {...(part.value === unknownValue && { fill: `url(#${hatch})` })}
                className={`${styles.layer} ${toneOf(part, at)}`}
                stackId="all"
              />
            );
          })}
      {(isTotal ? levels : []).map(({ at, title: said, detail }, index) => (
        <ReferenceLine
          key={at}
          className={styles.break}
          x={at}
          label={<NoteLabel title={said} detail={detail} at={index * 30} side={sideOf(at)} edge={isNarrow ? 0 : undefined} />}
        />
      ))}
      {isTotal && !few ? <PartialDots steps={steps} /> : null}
      {peak === undefined || !isTotal || few || (isNarrow && levels.length > 0) ? null : (
        <ReferenceDot
          className={styles.peak}
          x={peak.start}
          y={peak.value}
          r={3.5}
          label={
            <NoteLabel
              title={peak.title}
              // A phone has no room for it beside the words at the end of the lines.
              detail={isNarrow ? '' : peak.detail}
              at={placeOf(peak.value) - (isNarrow ? 16 : 22)}
              side={sideOf(peak.start)}
            />
          }
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
    </TrendFrame>
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

/** The names of parts at the ends of their lines, or in the middle of their layers, with their last values. */
export function partEnds(parts: readonly DrawnPart[], show: 'lines' | 'stacked'): EndBlock[] {
  let below = 0;
  return parts.map(({ value, name, amounts, end }) => {
    const last = amounts.findLast((amount) => amount !== null) ?? 0;
    const middle = below + last / 2;
    below += last;
    return {
      key: value,
      title: `${name} ${end}`,
      value: show === 'stacked' ? middle : last,
      tone: value === unknownValue ? 'quiet' : 'ink',
    };
  });
}
