import type { IsoDate } from '@monitor/domain';
import inks from '../styles/drawing.module.css';
import styles from './trend-chart.module.css';
import kit from '../styles/kit.module.css';
import { isForWords } from '../styles/series-colours.ts';
import { textLines } from '../pictures/text-lines.ts';
import { placeLabels } from '../pictures/place-labels.ts';

/** Words at the end of a line: what it is, and its value. */
export interface EndBlock {
  readonly key: string;
  readonly title: string;
  readonly detail?: string | undefined;
  /** The value at the end of its line, which is where the words are, unless others are in the way. */
  readonly value: number;
  readonly tone: 'count' | 'ink' | 'quiet';
  /** That of its line. */
  readonly colour?: string | undefined;
  /** How many pixels before the words its line ends, where that is not at the end of the plot. */
  readonly short?: number;
  /** The words of its value, which end the title and are in ink. */
  readonly amount?: string;
}

/** Two names are at least 20 pixels apart. */
const size = { title: 12, detail: 11, line: 14.5, gap: 6 } as const;
/** Length of the leader from the end of a line to its words. */
const leader = 24;

/** The words behind the ends of lines, moved apart so that none covers another. */
export function EndBlocks({
  blocks,
  left: start,
  room: width,
  placeOf,
  top,
  bottom,
  hasLeaders = false,
}: {
  blocks: readonly EndBlock[];
  left: number;
  /** Width in pixels. */
  room: number;
  /** Pixels from the top of a value. */
  placeOf: (value: number) => number;
  top: number;
  bottom: number;
  /** Whether lines lead from the ends to the words. */
  hasLeaders?: boolean;
}) {
  const [left, room] = hasLeaders ? [start + leader, width - leader] : [start, width];
  const written = blocks.map((block) => {
    const title = textLines(block.title, room, size.title, 700);
    const detail = block.detail === undefined ? [] : textLines(block.detail, room, size.detail);
    return { ...block, title, detail, at: placeOf(block.value), height: (title.length + detail.length) * size.line + size.gap };
  });
  const middles = placeLabels(written, top, bottom);
  return written.map(({ key, title, detail, tone, height, colour, short = 0, amount, at: end }, index) => {
    const middle = middles[index] ?? 0;
    return (
      <g key={key} {...(colour !== undefined && { color: colour })}>
        {hasLeaders ? (
          <path
            className={`${inks.unfilled} ${styles.leader}`}
            d={`M${start - short} ${end}h${short + 4}L${left - 8} ${middle}h4`}
          />
        ) : null}
        <text className={`${inks.label} ${inks.over} ${styles.note}`} data-tone={isForWords(colour) ? 'own' : tone}>
          {[...title, ...detail].map((line, at) => {
            const isLast = amount !== undefined && at === title.length - 1 && line.endsWith(amount);
            return (
              <tspan
                key={`${at} ${line}`}
                className={at < title.length ? `${inks.strong} ${inks.small} ${styles.blockTitle}` : kit.tiny}
                x={left}
                y={middle - (height - size.gap) / 2 + (at + 0.8) * size.line}
              >
                {isLast ? (
                  <>
                    {line.slice(0, -amount.length)}
                    <tspan className={styles.amount}>{amount}</tspan>
                  </>
                ) : (
                  line
                )}
              </tspan>
            );
          })}
        </text>
      </g>
    );
  });
}

/** Words in several lines above the ends of lines. */
export function EndHead({ text, left, room }: { text: string; left: number; room: number }) {
  return (
    <text className={`${inks.label} ${kit.tiny}`}>
      {textLines(text, room, size.detail).map((line, at) => (
        <tspan key={line} x={left} y={(at + 0.8) * 13}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** The words in a chart that are at a place of the window, both their lines. */
export function noteAt(chart: Element, x: number, y: number): SVGElement | undefined {
  return [...chart.querySelectorAll<SVGElement>(`.${styles.note}`)].find((note) => {
    const { left, right, top, bottom } = note.getBoundingClientRect();
    return x >= left && x <= right && y >= top && y <= bottom;
  });
}

interface Placed {
  readonly viewBox?: { readonly x: number; readonly y: number; readonly width?: number };
}

/** A note on the chart in two lines, beside what it is about. @param at pixels from the top */
export function NoteLabel({
  title,
  detail,
  at,
  side,
  edge,
  names,
  viewBox,
}: Placed & {
  title: string;
  detail: string;
  at: number;
  side: 'left' | 'right';
  /** If there is no room beside it: pixels from the left at which the words begin. */
  edge?: number | undefined;
  /** The first day of the step that the words name, which a press on them opens. */
  names?: IsoDate;
}) {
  if (viewBox === undefined) return null;
  const middle = viewBox.x + (viewBox.width ?? 0) / 2;
  const x = edge ?? middle + (side === 'left' ? -8 : 8);
  return (
    <text
      className={`${inks.label} ${inks.over} ${styles.note}`}
      textAnchor={edge === undefined && side === 'left' ? 'end' : 'start'}
      data-names={names}
    >
      <tspan className={`${inks.strong} ${inks.small} ${styles.blockTitle}`} x={x} y={at + 12}>
        {title}
      </tspan>
      <tspan className={kit.tiny} x={x} y={at + 26}>
        {detail}
      </tspan>
    </text>
  );
}

/** The number of a mark, at its line; what it means is explained under the chart. @param at pixels from the top, above the line if left out */
export function MarkLabel({ number, at, viewBox }: Placed & { number: number; at?: number }) {
  if (viewBox === undefined) return null;
  return (
    <text
      className={`${inks.strong} ${inks.tiny} ${inks.over}`}
      x={viewBox.x}
      y={at === undefined ? viewBox.y - 4 : at - 6}
      textAnchor="middle"
    >
      {number}
    </text>
  );
}
