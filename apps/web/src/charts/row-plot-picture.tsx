import { useId } from 'react';
import { useFormat } from '../format/use-format.ts';
import { PictureFrame } from './picture-frame.tsx';
import { type RowMark, type RowPlotLayout, type RowPlotShape, rowPlotSizes } from './row-plot-layout.ts';
import styles from './row-plot.module.css';
import inks from '../styles/drawing.module.css';
import { baseline } from './text-lines.ts';

const { font, line, headFont, swatch, bar, dot } = rowPlotSizes;

/** Labels, numbers and marks of rows, as they are seen on the screen and in a file. */
export function RowPlotPicture({ shape, layout }: { shape: RowPlotShape; layout: RowPlotLayout }) {
  const { number } = useFormat();
  const hatch = useId();
  const { height, top, x, ticks, columnRights, labelLeft, rows } = layout;
  return (
    <PictureFrame layout={layout} font={font}>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className={styles.hatchLine} d="M0 0v5" />
        </pattern>
      </defs>
      {shape.columns.map(({ head }, index) => (
        <text key={head} className={inks.end} x={columnRights[index]} y={top - 7} fontSize={headFont}>
          {head}
        </text>
      ))}
      {ticks.map((value) => (
        <g key={value}>
          <path className={inks.grid} d={`M${x(value)} ${top - 3}V${height}`} />
          <text className={`${inks.faint} ${inks.middle}`} x={x(value)} y={top - 7} fontSize={headFont}>
            {number.count(value)}
          </text>
        </g>
      ))}
      {shape.reference === undefined ? null : (
        <path className={styles.reference} d={`M${x(shape.reference)} ${top - 3}V${height}`} />
      )}
      {shape.rows.map((row, index) => {
        const placed = rows[index];
        if (placed === undefined) return null;
        const middle = placed.top + placed.height / 2;
        const text = middle + (baseline - 0.5) * line;
        return (
          <g key={row.key} data-rest={row.isRest || undefined} data-own={row.isOwn || undefined}>
            {row.swatch === undefined ? null : (
              <rect fill={`var(${row.swatch})`} y={middle - swatch / 2} width={swatch} height={swatch} rx={2} />
            )}
            <text className={`${inks.ink} ${styles.label}`}>
              {placed.lines.map((words, at) => (
                <tspan key={words} x={labelLeft} y={text + (at - (placed.lines.length - 1) / 2) * line}>
                  {/* With the space that it was broken at, so that the label can be found in a file. */}
                  {at === placed.lines.length - 1 ? words : `${words} `}
                </tspan>
              ))}
            </text>
            {row.cells.map((cell, column) => {
              const { head, token } = shape.columns[column] ?? { head: '', token: undefined };
              const colour = token === undefined || cell === number.count(0) ? undefined : `var(${token})`;
              return (
                <text key={head} className={inks.end} x={columnRights[column]} y={text}>
                  <tspan fill={colour}>{cell}</tspan>
                </text>
              );
            })}
            {row.mark === undefined ? null : <Mark mark={row.mark} layout={layout} middle={middle} hatch={`url(#${hatch})`} />}
          </g>
        );
      })}
    </PictureFrame>
  );
}

interface MarkProps {
  readonly mark: RowMark;
  readonly layout: RowPlotLayout;
  readonly middle: number;
  readonly hatch: string;
}

function Mark({ mark, layout: { x, plotLeft, greatest }, middle, hatch }: MarkProps) {
  const right = x(mark.value);
  if (mark.kind === 'interval') {
    const end = x(mark.high);
    return (
      <>
        <path className={inks.line} d={`M${x(mark.low)} ${middle}H${end}`} />
        {/* An interval that reaches beyond the scale ends in an arrow. */}
        {mark.high > greatest ? <path className={inks.line} d={`M${end - 4} ${middle - 3}l4 3l-4 3`} /> : null}
        <circle className={mark.few ? inks.hollow : inks.own} cx={right} cy={middle} r={dot} />
      </>
    );
  }
  const box = { x: plotLeft, y: middle - bar / 2, width: Math.max(mark.value > 0 ? 1.5 : 0, right - plotLeft), height: bar };
  if (mark.kind === 'hatched') return <rect {...box} fill={hatch} className={styles.unknown} />;
  return (
    <>
      <rect {...box} fill={`var(${mark.token})`} />
      {mark.tick === undefined ? null : <path className={inks.dark} d={`M${x(mark.tick)} ${middle - bar + 1}v${2 * bar - 2}`} />}
    </>
  );
}
