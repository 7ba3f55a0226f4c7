import type { DrawnPart, LineEnd, TrendsData } from '@monitor/contract';
import type { IsoDate, Measure } from '@monitor/domain';
import { isFew, unknownValue } from '@monitor/findings';
import { Fragment, useId } from 'react';
import { Area, DefaultZIndexes, Line, ReferenceArea, ReferenceDot, ReferenceLine } from 'recharts';
import { useTranslation } from '../i18n/use-translation.ts';
import { countTicks, rateTicks } from '../pictures/axis-ticks.ts';
import { Hatch } from '../pictures/picture-frame.tsx';
import kit from '../styles/kit.module.css';
import styles from './trend-chart.module.css';
import {
  amountsRoom,
  CoverageMarks,
  datesRoom,
  dottedAmountOf,
  PartialDots,
  plain,
  StepLines,
  TrendFrame,
  wholeAmountOf,
  WholeLine,
} from './trend-frame.tsx';
import { EndBlocks, type EndBlock, EndHead, NoteLabel } from './trend-notes.tsx';

/** One of several series that are drawn side by side or on top of each other. */
export interface ColouredPart extends DrawnPart {
  /** Where it has one of its own, such as an incident type: `var(--c-dispute)`. */
  readonly colour?: string | undefined;
}

export interface LongTrendChartProps extends Pick<
  TrendsData,
  'steps' | 'interval' | 'unit' | 'levels' | 'provisionalFrom' | 'ends' | 'peak' | 'unfinished'
> {
  readonly parts: readonly ColouredPart[];
  readonly show: 'total' | 'lines' | 'stacked';
  readonly measure: Measure;
  readonly title: string;
  /** In pixels. */
  readonly width: number;
  /** What lists the incidents of a step, and of a part of it. */
  readonly incidentsOf?: ((at: number, part: number | undefined) => string | undefined) | undefined;
  /** The step whose incidents are listed, and the part. */
  readonly listed?: { readonly at: number; readonly part: number | undefined } | undefined;
}

/** Height of its two lines, in pixels. */
const wordsOfPeak = 30;

/** Up to so many steps, each has a dot. */
const mostDots = 40;

/** The long series of a page: usual range, average, level changes and what still fills up; or its parts. Loaded apart from the page. */
export default function LongTrendChart(props: LongTrendChartProps) {
  const { steps, parts, show, interval, measure, unit, title, levels, provisionalFrom, ends, peak, unfinished, width } = props;
  const { incidentsOf, listed } = props;
  const hatch = useId();
  const { t } = useTranslation();
  const isNarrow = width < 620;
  const height = 280;
  const isTotal = show === 'total';
  const endRoom = isNarrow ? (isTotal ? 92 : 116) : isTotal ? 158 : 208;
  const hasHead = !isTotal && unfinished !== undefined;
  const top = isTotal && levels.length > 0 ? 20 + levels.length * 30 : hasHead ? 46 : isTotal && peak !== undefined ? 38 : 22;
  const amounts = (unit === 'rate' ? rateTicks : countTicks)(greatestOf(props));
  const few = isTotal && unit === 'count' && isFew(steps);
  const last = steps.at(-1);
  const plot = height - top - datesRoom;
  const plotWidth = width - endRoom - amountsRoom;
  const placeOf = (value: number) => top + (1 - value / (amounts.at(-1) ?? 1)) * plot;
  const listedStep = listed && steps[listed.at];
  const listedAmount =
    listed && (listed.part === undefined ? (isTotal ? listedStep?.count : undefined) : parts[listed.part]?.amounts[listed.at]);

  return (
    <TrendFrame
      steps={steps}
      parts={parts.map(({ name, colour, amounts: ofPart, ...part }, at) => ({
        name,
        look: { className: toneOf({ ...part, name, colour, amounts: ofPart }, at), color: colour },
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
      isStacked={show === 'stacked'}
      hasBars={few}
      incidentsOf={incidentsOf}
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      {isTotal ? <Area {...plain} className={styles.range} dataKey="range" /> : null}
      {provisionalFrom === undefined || last === undefined ? null : (
        <ReferenceArea x1={provisionalFrom} x2={last.start} fill={`url(#${hatch})`} fillOpacity={1} ifOverflow="visible" />
      )}
      {isTotal || last?.partial !== true || steps.length < 2 ? null : (
        <ReferenceArea
          className={styles.incomplete}
          x1={steps.at(-2)!.start}
          x2={last.start}
          ifOverflow="visible"
          {...(plotWidth / (steps.length - 1) > 70 && {
            label: { value: t('chart.trend.partialCell'), position: 'insideTop', fill: 'var(--ink2)' },
          })}
        />
      )}
      {(isTotal ? levels : []).map(({ at, from, to }) => (
        <ReferenceArea key={at} className={styles.breakSpan} x1={from} x2={to} ifOverflow="visible" />
      ))}
      <CoverageMarks steps={steps} at={top + plot} />
      {isTotal ? (
        <>
          {few ? null : <WholeLine steps={steps} />}
          <StepLines steps={steps} few={few} />
          <Line {...plain} className={styles.halo} dataKey="average" />
          <Line {...plain} className={styles.level} dataKey="average" />
        </>
      ) : null}
      {isTotal
        ? null
        : parts.map((part, at) => {
            const look = { ...plain, ...(part.colour !== undefined && { color: part.colour }) };
            const className = `${show === 'lines' ? styles.part : styles.layer} ${toneOf(part, at)}`;
            if (show === 'lines')
              return (
                <Line
                  key={part.value}
                  {...look}
                  className={className}
                  dataKey={wholeAmountOf(at)}
                  dot={
                    steps.length > mostDots
                      ? false
                      : {
                          r: 2.5,
                          className: `${styles.dot} ${toneOf(part, at)}`,
                          ...(part.colour !== undefined && { color: part.colour }),
                        }
                  }
                />
              );
            return (
              <Area
                key={part.value}
                {...look}
                {...(part.value === unknownValue && { fill: `url(#${hatch})` })}
                className={className}
                dataKey={wholeAmountOf(at)}
                stackId="all"
              />
            );
          })}
      {show === 'lines' ? <Unfinished steps={steps} parts={parts} /> : null}
      {(isTotal ? levels : []).map(({ at, title: said, detail }, index) => (
        <ReferenceLine
          key={at}
          className={styles.break}
          x={at}
          // Below the lines, so that it hides no peak.
          zIndex={DefaultZIndexes.area + 1}
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
              names={peak.start}
              title={peak.title}
              // A phone has no room for it beside the words at the end of the lines.
              detail={isNarrow ? '' : peak.detail}
              // Above the others that are as high.
              at={labelAt(placeOf(peak.value) - (peak.also.length > 0 ? 38 : isNarrow ? 16 : 22))}
              side={besideLevels(peak.start)}
            />
          }
        />
      )}
      {(isTotal && !few ? (peak?.also ?? []) : []).map((start) => (
        <ReferenceDot key={start} className={styles.peak} x={start} y={peak?.value ?? 0} r={3.5} />
      ))}
      {listedStep === undefined ? null : <ReferenceLine className={styles.chosen} x={listedStep.start} />}
      {listedStep === undefined || listedAmount == null || show === 'stacked' ? null : (
        <ReferenceDot className={styles.ring} x={listedStep.start} y={listedAmount} r={7} />
      )}
      {hasHead ? <EndHead text={unfinished} left={width - endRoom + 8} room={endRoom - 8} /> : null}
      <EndBlocks
        blocks={show === 'total' ? ends.map(blockOf) : partEnds(parts, show, (index) => steps[index]?.partial !== true, plotWidth)}
        left={width - endRoom + 8}
        room={endRoom - 8}
        placeOf={placeOf}
        top={hasHead ? 40 : top}
        bottom={height}
        hasLeaders={show === 'lines'}
      />
    </TrendFrame>
  );

  /** The words of a peak, moved up until no line of the grid goes through them. */
  function labelAt(at: number): number {
    const crosses = (from: number) => amounts.some((amount) => placeOf(amount) > from && placeOf(amount) < from + wordsOfPeak);
    return [0, 4, 8, 12, 16, 20].map((up) => Math.max(0, at - up)).find((from) => !crosses(from)) ?? at;
  }

  /** On which side of a mark there is more room for its words. */
  function sideOf(start: IsoDate): 'left' | 'right' {
    const index = steps.findIndex((step) => step.start === start);
    return index > steps.length / 2 ? 'left' : 'right';
  }

  /** The same of a peak, whose words cross no line of a level near it. */
  function besideLevels(start: IsoDate): 'left' | 'right' {
    const usual = sideOf(start);
    const near = levels.find(({ at }) => Math.abs(monthOf(at) - monthOf(start)) < 36);
    return near === undefined ? usual : near.at > start ? 'left' : 'right';
  }
}

/** What is not complete of each line: dotted, with a hollow end. */
function Unfinished({ steps, parts }: Pick<LongTrendChartProps, 'steps' | 'parts'>) {
  return parts.map((part, at) => {
    const look = part.colour !== undefined && { color: part.colour };
    const className = toneOf(part, at);
    return (
      <Fragment key={part.value}>
        <Line {...plain} {...look} className={`${styles.part} ${styles.dotted} ${className}`} dataKey={dottedAmountOf(at)} />
        {steps.map(({ start, partial }, index) =>
          partial && part.amounts[index] != null ? (
            <ReferenceDot
              key={start}
              {...look}
              className={`${styles.open} ${className}`}
              x={start}
              y={part.amounts[index]}
              r={3.5}
            />
          ) : null,
        )}
      </Fragment>
    );
  });
}

const monthOf = (date: IsoDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

function greatestOf({ steps, parts, show }: LongTrendChartProps): number {
  if (show === 'total')
    return Math.max(
      0,
      ...steps.map((step) => Math.max(step.covered ? step.count : 0, step.all ?? 0, step.average ?? 0, step.range?.[1] ?? 0)),
    );
  const ofStep = (index: number) =>
    parts.map((part) => (show === 'stacked' && steps[index]?.partial === true ? 0 : (part.amounts[index] ?? 0)));
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
export function partEnds(
  parts: readonly ColouredPart[],
  show: 'lines' | 'stacked',
  isWhole: (index: number) => boolean = () => true,
  plotWidth = 0,
): EndBlock[] {
  let below = 0;
  return parts.map(({ value, name, amounts, end, colour }) => {
    const last = amounts.findLast((amount, index) => amount !== null && (show === 'lines' || isWhole(index))) ?? 0;
    const middle = below + last / 2;
    below += last;
    return {
      key: value,
      title: `${name} ${end}`,
      amount: end,
      value: show === 'stacked' ? middle : last,
      tone: value === unknownValue ? 'quiet' : 'ink',
      ...(show === 'lines' && {
        colour,
        short:
          (1 -
            Math.max(
              0,
              amounts.findLastIndex((amount) => amount !== null),
            ) /
              Math.max(1, amounts.length - 1)) *
          plotWidth,
      }),
    };
  });
}
