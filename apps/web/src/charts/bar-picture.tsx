import type { CSSProperties } from 'react';
import { type BarLayout, barSizes, type LaidOutBar } from './bar-layout.ts';
import styles from './bars.module.css';
import { PictureFrame } from './picture-frame.tsx';
import { baseline } from './text-lines.ts';

export interface Bar extends LaidOutBar {
  /** The value of the list that it shows. */
  readonly value: string;
  /** Custom property that holds its colour. */
  readonly token: `--${string}`;
  /** True where other values are chosen and this one is not. */
  readonly muted: boolean;
}

const { font, line, chosenWeight, swatch, track } = barSizes;

/** Labels, bars and amounts, as they are seen on the screen and in a file. */
export function BarPicture({ bars, layout }: { bars: readonly Bar[]; layout: BarLayout }) {
  const { width, labelLeft, trackLeft, trackWidth, rows } = layout;
  return (
    <PictureFrame layout={layout} font={font} className={styles.picture}>
      {bars.map((bar, index) => {
        const row = rows[index];
        if (row === undefined) return null;
        const middle = row.top + row.height / 2;
        const colour: CSSProperties = { fill: `var(${bar.token})` };
        const trackTop = middle - track / 2;
        return (
          <g key={bar.value} data-muted={bar.muted || undefined}>
            {bar.swatch ? (
              <rect className={styles.fill} style={colour} y={middle - swatch / 2} width={swatch} height={swatch} rx={2} />
            ) : null}
            <text className={styles.label} fontWeight={bar.pressed ? chosenWeight : undefined}>
              {row.lines.map((text, number) => (
                <tspan key={`${number} ${text}`} x={labelLeft} y={row.linesTop + (number + baseline) * line}>
                  {/* With the space that it was broken at, so that the label can be found in a file. */}
                  {number === row.lines.length - 1 ? text : `${text} `}
                </tspan>
              ))}
            </text>
            <rect className={styles.track} x={trackLeft} y={trackTop} width={trackWidth} height={track} rx={2} />
            <rect className={styles.fill} style={colour} x={trackLeft} y={trackTop} width={row.length} height={track} rx={2} />
            {row.interval === undefined ? null : (
              <path
                className={styles.interval}
                d={`M${trackLeft + row.interval[0]} ${middle - 3}v6m0 -3H${trackLeft + row.interval[1]}m0 -3v6`}
              />
            )}
            <text className={styles.amount} x={width} y={middle + (baseline - 0.5) * line}>
              {bar.text}
            </text>
          </g>
        );
      })}
    </PictureFrame>
  );
}
