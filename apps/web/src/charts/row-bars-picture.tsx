import { useId } from 'react';
import { useFormat } from '../format/use-format.ts';
import { type Bars, largestShare, shareOf } from './row-bars.tsx';
import styles from './row-bars.module.css';
import inks from '../styles/drawing.module.css';

const rowHeight = 20;
const gap = 10;
const labelRoom = 190;
const numberRoom = 86;

/** The same bars as one picture, for a file. @param width in pixels */
export function RowBarsPicture({ width, ...bars }: Bars & { width: number }) {
  const { number } = useFormat();
  const hatch = useId();
  const { columns, groups } = bars;
  const most = largestShare(bars);
  const columnWidth = (width - labelRoom) / columns.length;
  const rows = groups.flatMap((group, at) => group.map((row, index) => ({ ...row, isFirst: at > 0 && index === 0 })));
  const tops: number[] = [];
  let bottom = 24;
  for (const { isFirst } of rows) {
    if (isFirst) bottom += gap;
    tops.push(bottom);
    bottom += rowHeight;
  }
  return (
    <svg className={styles.picture} width={width} height={bottom + 4}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className={inks.hatch} x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      {columns.map(({ key, title }, at) => (
        <text key={key} className={styles.head} x={labelRoom + at * columnWidth} y="14">
          {title}
        </text>
      ))}
      {rows.map(({ key, label, amounts, isUnknown = false }, row) => (
        <g key={key}>
          <text x="0" y={(tops[row] ?? 0) + 13}>
            {label}
          </text>
          {columns.map((column, at) => {
            const amount = amounts[at] ?? 0;
            const share = shareOf(amount, column);
            const left = labelRoom + at * columnWidth;
            const long = (share / most) * (columnWidth - numberRoom);
            return (
              <g key={column.key} className={styles.bar} data-tone={column.tone}>
                <rect
                  className={isUnknown ? inks.base : inks.toned}
                  x={left}
                  y={(tops[row] ?? 0) + 3}
                  width={long}
                  height="12"
                  {...(isUnknown && { fill: `url(#${hatch})` })}
                />
                <text x={left + long + 6} y={(tops[row] ?? 0) + 13}>
                  {`${number.count(amount)} · ${number.share(share)}`}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
