import { memo } from 'react';
import type { BrushWindow } from './brush-window.ts';
import styles from './brush.module.css';

const height = 40;

/** The months as bars; those within the window in the ink of data. */
export function BrushBars({ counts, window }: { counts: readonly number[]; window: BrushWindow }) {
  const width = counts.length;
  return (
    <svg className={styles.bars} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <Bars className={styles.idle} counts={counts} />
      {/* The same bars again, cut to the window: dragging moves the cut and draws nothing anew. */}
      <clipPath id="brush-window">
        <rect x={window.start} y="0" width={Math.max(0, window.end - window.start)} height={height} />
      </clipPath>
      <rect className={styles.tint} x={window.start} y="0" width={Math.max(0, window.end - window.start)} height={height} />
      <g clipPath="url(#brush-window)">
        <Bars className={styles.chosen} counts={counts} />
      </g>
    </svg>
  );
}

const Bars = memo(({ counts, className }: { counts: readonly number[]; className: string | undefined }) => {
  const most = Math.max(1, ...counts);
  const path = counts
    .map((count, index) => {
      const tall = (count / most) * (height - 2);
      return count === 0 ? '' : `M${index + 0.1} ${height}v${-Math.max(1, tall)}h0.8v${Math.max(1, tall)}z`;
    })
    .join('');
  return <path className={className} d={path} />;
});
