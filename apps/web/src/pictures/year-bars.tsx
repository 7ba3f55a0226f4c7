import type { ReactNode } from 'react';
import inks from '../styles/drawing.module.css';
import styles from './year-bars.module.css';
import kit from '../styles/kit.module.css';

interface YearBarsProps {
  readonly years: readonly {
    readonly year: string;
    /** Null if there is no data. */
    readonly count: number | null;
    /** What one incident has of it: its bar is cut there, so that it does not dwarf the others. */
    readonly ofOne?: number | undefined;
    /** Above the bar. */
    readonly text: string;
  }[];
  /** What is counted, which gives the last bar its colour. */
  readonly tone: string;
  readonly label: string;
  /** In pixels. */
  readonly height: number;
  /** Of the bars, and of their years and numbers, which it sets the size of. */
  readonly className?: string | undefined;
  /** Of the years. */
  readonly yearClass?: string | undefined;
  /** Where it is in another picture, in pixels. */
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  /** What lies over the bars, which go down to so many pixels. */
  readonly over?: (floor: number) => ReactNode;
}

/** Room above the bars and below. */
const [top, foot] = [14, 16];
/** Share of the width of a year that its bar takes. */
const barShare = 0.9;
/** Share of the height that whole bars have beside a cut one. */
const wholeShare = 0.7;
const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** The same period of several years as bars, the last in the colour of what it counts; as wide as its place. */
export function YearBars({ years, tone, label, height, className = '', yearClass, width, over, ...place }: YearBarsProps) {
  const most = Math.max(1, ...years.map(({ count, ofOne = 0 }) => (count ?? 0) - ofOne));
  const floor = height - foot;
  const room = (floor - top) * (years.some(({ ofOne }) => ofOne !== undefined) ? wholeShare : 1);
  return (
    <svg
      className={`${kit.block} ${styles.bars} ${className}`}
      width={width ?? '100%'}
      height={height}
      role={over ? 'group' : 'img'}
      aria-label={label}
      data-tone={tone}
      {...place}
    >
      {years.map(({ year, count, ofOne, text }, index) => {
        const middle = (index + 0.5) / years.length;
        const isOwn = index === years.length - 1;
        const length = count === null ? 0 : Math.max(1, ((count - (ofOne ?? 0)) / most) * room);
        const [left, breadth] = [percent(middle - barShare / years.length / 2), percent(barShare / years.length)];
        const end = ofOne === undefined ? floor - length : top;
        return (
          <g key={year} data-own={isOwn || undefined}>
            {ofOne === undefined ? null : <Cut x={left} width={breadth} y={top} height={floor - length - top} />}
            <rect className={isOwn ? inks.toned : inks.other} x={left} y={floor - length} width={breadth} height={length} />
            <text x={percent(middle)} y={end - 4}>
              {text}
            </text>
            <text className={yearClass} x={percent(middle)} y={height - 4}>
              {year}
            </text>
          </g>
        );
      })}
      <line className={inks.base} x2="100%" y1={floor} y2={floor} />
      {over?.(floor)}
    </svg>
  );
}

/** The part of a bar that one incident makes: outlined, and cut across. */
function Cut({ height, ...place }: { readonly x: string; readonly y: number; readonly width: string; readonly height: number }) {
  const middle = place.y + height / 2;
  return (
    <>
      <rect className={styles.ofOne} height={height} {...place} data-cut />
      <svg {...place} y={middle - 6} height={12} viewBox="0 0 100 12" preserveAspectRatio="none">
        <path className={styles.gap} d="M-5 10L105 2" />
        <path className={styles.ofOne} d="M-5 7L105 -1M-5 13L105 5" />
      </svg>
    </>
  );
}
